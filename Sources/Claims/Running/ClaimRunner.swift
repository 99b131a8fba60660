import Modeling
import Studies

/// Tests the claims of a file: simulates the scenarios they ask for, judges each test and applies the rules.
public struct ClaimRunner: Sendable {
    public let family: any ModelFamily
    public var solver: SolverChoice
    public var threadCount: Int
    /// Called after each simulation with the number done of all, from any thread, one at a time.
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }

    /// Asked before each batch of simulations; `true` stops the work.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init(family: any ModelFamily, solver: SolverChoice, threadCount: Int) {
        self.family = family
        self.solver = solver
        self.threadCount = threadCount
    }

    /// Results, and the simulated scenarios by name for pictures; the same for any thread count.
    ///
    /// A scenario that no claim asks for, or that lies outside the model's range, is not simulated; one of which no draw
    /// could be simulated makes its tests fail, not the file.
    /// - Throws: `StudyError` that is no solver's failure; `ModelError` for a faulty model.
    public func run(_ file: ClaimFile) throws -> (results: ClaimResults, studies: [String: StudyResult]) {
        let wanted = Set(file.claims.flatMap(\.tests).compactMap(\.scenario))
        let names = file.scenarios.keys.filter { wanted.contains($0) && file.outsideRange[$0] == nil }.sorted()
        let sizes = names.map { (file.scenarios[$0]?.arms.count ?? 0) * (file.scenarios[$0]?.drawCount ?? 0) }
        let total = sizes.reduce(0, +)
        var before = 0
        var answers: [String: ScenarioAnswer] = [:]
        for (name, size) in zip(names, sizes) {
            guard let scenario = file.scenarios[name] else { continue }
            var runner = StudyRunner(family: family, solver: solver, threadCount: threadCount)
            runner.isCancelled = isCancelled
            let (progress, done) = (self.progress, before)
            runner.progress = { count, _ in progress(done + count, total) }
            do {
                let (result, draws) = try runner.runKeepingDraws(scenario)
                answers[name] = .simulated(result, draws)
            } catch let error as StudyError where error.isSolverFailure {
                answers[name] = .failed(error.description)
            }
            before += size
        }
        for (name, reason) in file.outsideRange { answers[name] = .outside(reason) }
        return (results(of: file, answers: answers, simulated: names), answers.compactMapValues(\.result))
    }

    private func results(
        of file: ClaimFile, answers: [String: ScenarioAnswer], simulated: [String]
    ) -> ClaimResults {
        let judge = ClaimJudge(family: family, answers: answers)
        let claims = file.claims.map(judge.result)
        return ClaimResults(
            title: file.title, about: file.about, reviewed: file.reviewed, safety: safety(of: file),
            places: file.places, claims: claims,
            simulations: simulated.compactMap { name in
                answers[name]?.result.map { ClaimResults.SimulationRecord(scenario: name, manifest: $0.manifest) }
            })
    }

    /// Nobody takes anything, for the statements that every report has.
    private static let plainScenario = "arms: [{name: nothing}]\nhorizon: 1 day"

    /// Statements of all scenarios, each once, and those of a plain one where there is none.
    private func safety(of file: ClaimFile) -> [String] {
        var all = file.scenarios.sorted { $0.key < $1.key }.map(\.value)
        if all.isEmpty, let plain = try? Scenario(parsing: Self.plainScenario, file: "", for: family) { all = [plain] }
        var seen: Set<String> = []
        return all.flatMap(family.safetyStatements(for:)).filter { seen.insert($0).inserted }
    }
}

/// What became of a scenario.
enum ScenarioAnswer: Sendable {
    case simulated(StudyResult, StudyDraws)
    /// Why the model is not meant for it.
    case outside(String)
    case failed(String)

    var result: StudyResult? { if case .simulated(let result, _) = self { result } else { nil } }
}

extension Claim.Test {
    /// The scenario it needs.
    var scenario: String? { if case .simulation(let test) = self { test.scenario } else { nil } }
}
