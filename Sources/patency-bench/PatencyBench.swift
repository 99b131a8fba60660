import Foundation
import Solvers
import Studies

/// Measures what later work must beat and prints tables; `sensitivities`, `models`, `ensembles` and `scaling` are parts of it, `precision` prints error against cost instead.
@main struct PatencyBench {
    static func main() throws {
        print("patency \(BuildFacts.version), SUNDIALS \(BuildFacts.sundials), \(BuildFacts.cpuFeatures)")
        let courses = [
            ("vitaminK.mk4.oral", 10.0), ("vitaminK.k1.oral", 1), ("vitaminK.mk7.oral", 0.18), ("skin.topical", 10),
            ("warfarin.oral", 5), ("", 0),
        ]
        if CommandLine.arguments.contains("precision") {
            for (input, amount) in courses { try WorkPrecision(doseInput: input, amount: amount).printTable() }
            return
        }
        if CommandLine.arguments.contains("periods") {
            return try printPeriods(courses)
        }
        if CommandLine.arguments.contains("methods"), let data = ProcessInfo.processInfo.environment["PATENCY_DATA"] {
            let folder = URL(fileURLWithPath: data).appending(path: "biomodels-dev")
            return try MethodPrecision(models: BenchModel.all(in: folder)).printTable()
        }
        if CommandLine.arguments.contains("peers"), let data = ProcessInfo.processInfo.environment["PATENCY_DATA"] {
            return try PeerPrecision(folder: URL(fileURLWithPath: data).appending(path: "biomodels-dev")).run()
        }
        if let place = CommandLine.arguments.firstIndex(of: "workload") {
            return try FixedWorkload.run(CommandLine.arguments.dropFirst(place + 1).first ?? "")
        }
        if CommandLine.arguments.contains("large") {
            guard let bench = try modelBench(with: .libroadrunner) else { return }
            return print(try bench.largeTable())
        }
        if CommandLine.arguments.contains("kernels") { return try KernelTimes().printTable() }
        if CommandLine.arguments.contains("ensembles") { return try printEnsembles() }
        if CommandLine.arguments.contains("scaling") { return try printScaling() }
        if !CommandLine.arguments.contains("models") {
            try SensitivityBench.run()
            if CommandLine.arguments.contains("sensitivities") { return }
        }
        for peer in [Peer.Kind.libroadrunner, .COPASI] { try compareModels(with: peer) }
        if let data = ProcessInfo.processInfo.environment["PATENCY_DATA"] {
            try PeerPrecision(folder: URL(fileURLWithPath: data).appending(path: "biomodels-dev")).run()
        }
        if CommandLine.arguments.contains("models") { return }
        try printEnsembles()
        try printScaling()
        try KernelTimes().printTable()
        try printPeriods(courses)
        print("Ten years, a dose a day: MK-4 10 mg by mouth. Seconds a person; eight people with drawn parameters.")
        func problem(_ tolerance: Double) -> TenYears {
            TenYears(doseInput: courses[0].0, amount: courses[0].1, relativeTolerance: tolerance)
        }
        let alone = try problem(1e-4).run()
        let baseline = alone.seconds / Double(alone.trajectories.count)
        show("CVODES 1e-4", alone, baseline: baseline)
        let hasNative = KernelChoice.nativeObstacle == nil
        if hasNative { show("CVODES 1e-4, native", try problem(1e-4).run(.native), baseline: baseline) }
        for tolerance in [1e-3, 3e-4, 1e-4] {
            show("lanes \(tolerance)", try problem(tolerance).runInLanes(), baseline: baseline)
            if hasNative {
                show("lanes \(tolerance), native", try problem(tolerance).runInLanes(.native), baseline: baseline)
            }
        }
    }

    /// Many people on one core and on both, into `docs/benchmarks.md`.
    private static func printEnsembles() throws {
        let peer = try Peer(.libroadrunner)
        var sections = [
            """
            ## Ensembles
            People one after another on one core: ours in lanes of eight with machine code, our CVODES with KLU on the same machine code
            (SUNDIALS \(BuildFacts.sundials)), libroadrunner (reset, parameters, simulate). Processor time in one run
            (\(BuildFacts.cpuFeatures)). Errors are each person's largest over times and outputs against CVODES at 1e-11, relative to the
            value or a hundredth of the output's largest. A ratio compares with our time at the other's median error, on a line between two
            of our points, both axes logarithmic.
            `patency-bench ensembles` writes this section.

            """
        ]
        var problems: [EnsembleProblem] = []
        if let data = ProcessInfo.processInfo.environment["PATENCY_DATA"] {
            let folder = URL(fileURLWithPath: data).appending(path: "biomodels-dev")
            let model = try BenchModel.all(in: folder).first { $0.name == "BIOMD0000000613" }
            let title = "Peterson and Riggs 2010 (BIOMD0000000613), three doses of teriparatide"
            // Doses are due where `time == x`, which libroadrunner sees only where it stops to report: every 12 h.
            let doses: Set = ["teri_times_initial", "teri_times_interval", "teri_number_of_doses", "teri_dose_mcg"]
            if let model {
                problems.append(try .file(model, title: title, keeping: doses, end: 1200, subjectCount: 1000))
            }
        }
        problems.append(try .flagship(subjectCount: 1000))
        for problem in problems {
            var bench = EnsembleBench(problem: problem, peer: peer)
            let report = try bench.report()
            print(report)
            sections.append(report)
        }
        if let peer {
            let report = try StudyBench(peer: peer).report([(200, 1), (200, 2), (1000, 2)])
            print(report)
            sections.append(report)
        }
        try ModelBench.write(sections.joined(separator: "\n"), into: URL(fileURLWithPath: "docs/benchmarks.md"))
    }

    private static func printScaling() throws {
        let report = try ScalingBench(peer: try Peer(.libroadrunner)).report()
        print(report)
        try ModelBench.write(report, into: URL(fileURLWithPath: "docs/benchmarks.md"))
    }

    /// Years of repeated doses, periods passed over.
    private static func printPeriods(_ courses: [(String, Double)]) throws {
        let tolerances = CommandLine.arguments.compactMap(Double.init)
        for (input, amount) in courses where !input.isEmpty {
            for tolerance in tolerances.isEmpty ? [1e-5] : tolerances {
                try PeriodPrecision(doseInput: input, amount: amount, relativeTolerance: tolerance).printTable()
            }
        }
    }

    /// Curated models and a peer; nil where they are not at hand.
    private static func modelBench(with kind: Peer.Kind) throws -> ModelBench? {
        guard let data = ProcessInfo.processInfo.environment["PATENCY_DATA"].map({ URL(fileURLWithPath: $0) }) else {
            print("PATENCY_DATA is not set: no comparison on curated models.")
            return nil
        }
        guard let peer = try Peer(kind) else {
            print("\(kind.interpreter) names no interpreter (run make setup): no comparison with \(kind.rawValue).")
            return nil
        }
        return ModelBench(
            peer: peer, models: try BenchModel.all(in: data.appending(path: "biomodels-dev")),
            scaling: data.appending(path: "scaling-dev"))
    }

    /// Curated models beside a peer, into `docs/benchmarks.md`.
    private static func compareModels(with kind: Peer.Kind) throws {
        guard let bench = try modelBench(with: kind) else { return }
        let report = try bench.report()
        print(report)
        try ModelBench.write(report, into: URL(fileURLWithPath: "docs/benchmarks.md"))
    }

    private static func show(_ name: String, _ outcome: TenYears.Outcome, baseline: Double) {
        let count = outcome.trajectories.count
        let statistics = outcome.trajectories.map(\.statistics)
        func mean(_ value: (SolverStatistics) -> Int) -> Int { statistics.reduce(0) { $0 + value($1) } / count }
        let seconds = outcome.seconds / Double(count)
        print(
            String(
                format: "%@  %.3f s  ratio %.1f  steps %d  rejected %d  f calls %d  balance %.4f s", name, seconds,
                baseline / seconds, mean(\.steps), mean(\.errorTestFailures), mean(\.rightHandSideCalls),
                outcome.balanceSeconds / Double(count)))
        for case let failure? in outcome.trajectories.map(\.failure) { print(failure) }
    }
}
