import Foundation
import Modeling
import Synchronization
import Testing

@testable import Studies

@Suite struct FitTests {
    /// Amount in blood after 10 mg by mouth, exactly.
    static func amount(_ time: Double, absorption: Double, loss: Double) -> Double {
        10 * absorption / (absorption - loss) * (exp(-loss * time) - exp(-absorption * time))
    }

    static func study(use: String = "calibration", absorption: Double = 1.6, loss: Double = 0.17) -> String {
        let rows = [0.5, 1, 2, 4, 8, 16].map { time in
            "  - {arm: treated, output: amount, statistic: value at \(time) h, value: "
                + "\(amount(time, absorption: absorption, loss: loss)), se: 0.01, unit: mg}"
        }
        return """
            id: T1
            title: Synthetic
            reference: Test2000
            use: \(use)
            arms: [{name: treated, doses: [A 10 mg oral once]}]
            observations:
            \(rows.joined(separator: "\n"))
            """
    }

    func fit(_ library: StudyLibrary, _ parameters: [FitParameter]) -> Fit {
        Fit(
            family: TinyFamily(), library: library, parameters: parameters, solver: FixedStepSimulator.choice(),
            threadCount: 2)
    }

    static let both = [FitParameter("gut.absorption", in: 0.1...10), FitParameter("blood.loss", in: 0.01...1)]

    @Test func knownParametersAreRecovered() throws {
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: Self.study())] : [] }
        let result = try fit(library, Self.both).run()
        // The simulator's step of half an hour leaves an error of about 0.1 % in the absorption phase.
        #expect(abs(result.values[0].value / 1.6 - 1) < 0.01)
        #expect(abs(result.values[1].value / 0.17 - 1) < 0.002)
        #expect(result.isConverged && result.cost < result.initialCost / 1000)
        #expect(result.values.allSatisfy { $0.standardError! < 0.01 && !$0.isAtBound })
        #expect(result.residuals.count == 6)
    }

    @Test func sensitivitiesLeadToWhatDifferencesLeadTo() throws {
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: Self.study())] : [] }
        func result(_ solver: SolverChoice) throws -> (FitResult, evaluations: Int) {
            let count = Mutex(0)
            var fit = Fit(
                family: TinyFamily(), library: library, parameters: Self.both, solver: solver, threadCount: 2)
            fit.progress = { evaluations in count.withLock { $0 = evaluations } }
            return (try fit.run(), count.withLock { $0 })
        }
        var differences = SolverChoice.smooth
        differences.makeSensitivitySimulator = nil
        let (found, evaluations) = try result(.smooth)
        let (expected, others) = try result(differences)
        for (one, other) in zip(found.values, expected.values) { #expect(abs(one.value / other.value - 1) < 1e-5) }
        #expect(abs(found.values[0].value / 1.6 - 1) < 1e-4)
        #expect(evaluations < others)
        for (one, other) in zip(found.values, expected.values) {
            #expect(abs(one.standardError! / other.standardError! - 1) < 0.05)
        }
    }

    @Test func theEstimateHoldsBackAndTheSearchMayBeginElsewhere() throws {
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: Self.study())] : [] }
        let estimated = [
            FitParameter("gut.absorption", in: 0.1...10, priorDeviation: 1, estimate: 1),
            FitParameter("blood.loss", in: 0.01...1, priorDeviation: 1, estimate: 0.3),
        ]
        let first = try fit(library, estimated).run()
        #expect(first.values.map(\.start) == [1, 0.3])
        var again = fit(library, estimated)
        again.start.shared = Dictionary(uniqueKeysWithValues: first.values.map { ($0.identifier, $0.value) })
        let second = try again.run()
        for (one, other) in zip(first.values, second.values) { #expect(abs(one.value / other.value - 1) < 1e-4) }
        #expect(second.iterationCount <= 2)
    }

    @Test func onlyCalibrationFilesAreOpened() throws {
        let asked = Mutex<Set<ObservedStudy.Use>>([])
        let library = StudyLibrary { use in
            asked.withLock { _ = $0.insert(use) }
            return use == .calibration
                ? [.init(name: "t.yaml", text: Self.study())] : [.init(name: "x.yaml", text: "no study at all: [")]
        }
        _ = try fit(library, Self.both).run()
        #expect(asked.withLock { $0 } == [.calibration])
    }

    @Test func inFoldersTooOnlyCalibrationFilesAreOpened() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "patency-fit-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (use, text) in [("calibration", Self.study()), ("validation", "broken: ["), ("context", "broken: [")] {
            try FileManager.default.createDirectory(at: folder.appending(path: use), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appending(path: "\(use)/t.yaml"))
        }
        let library = StudyLibrary(folder: folder)
        #expect(try fit(library, Self.both).run().isConverged)
        #expect(throws: ScenarioError.self) { try library.studies([.validation], for: TinyFamily()) }
    }

    @Test func nuisanceIsFittedForItsStudyAlone() throws {
        let first = Self.study() + "\nnuisance: [gut.absorption]"
        let second = Self.study(absorption: 0.6).replacing("id: T1", with: "id: T2") + "\nnuisance: [gut.absorption]"
        let library = StudyLibrary { _ in [.init(name: "a.yaml", text: first), .init(name: "b.yaml", text: second)] }
        let result = try fit(library, [FitParameter("blood.loss", in: 0.01...1)]).run()
        #expect(result.values.map(\.study) == [nil, "T1", "T2"])
        #expect(abs(result.values[1].value / 1.6 - 1) < 0.02)
        #expect(abs(result.values[2].value / 0.6 - 1) < 0.02)
    }

    @Test func aFieldOfOneArmCanBeUnknown() throws {
        let text = """
            id: T3
            title: The start is unknown
            reference: Test2000
            use: calibration
            nuisance: [{field: stone, arm: a, range: [10, 1000]}]
            arms: {a: {person: {stone: 90}}, b: {person: {stone: 90}}}
            observations:
              - {arm: a, output: stone, statistic: value at 1 day, value: 200, se: 0.1, unit: AU}
              - {arm: b, output: stone, statistic: value at 1 day, value: 90, se: 0.1, unit: AU}
            """
        let library = StudyLibrary(files: [.init(name: "t.yaml", text: text)])
        let result = try fit(library, []).run()
        #expect(result.values.map(\.identifier) == ["person.stone of a"])
        #expect(abs(result.values[0].value - 200) < 0.1 && abs(result.residuals[1].z) < 1e-6)
    }

    @Test func whatCannotBeFittedIsSaid() {
        let library = StudyLibrary { _ in [.init(name: "t.yaml", text: Self.study())] }
        func message(_ parameters: [FitParameter]) -> String? {
            #expect(throws: FitError.self) { try fit(library, parameters).run() }?.description
        }
        #expect(message([]) == "no parameter is named for fitting")
        #expect(message([FitParameter("no.such", in: 0...1)])?.hasPrefix("no.such is in none") == true)
        #expect(
            message([FitParameter("blood.loss", in: 1...2)])
                == "blood.loss starts at 0.1, outside the range that the fit may use")
    }
}
