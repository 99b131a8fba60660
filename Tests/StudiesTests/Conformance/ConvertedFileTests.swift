import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies
import Testing

/// Files written back as SBML behave as they did, where the data are at hand (PATENCY_DATA).
@Suite struct ConvertedFileTests {
    @Test(.enabled(if: TestData.isThere, "PATENCY_DATA is not set"))
    func everySuiteCaseEndsAsTheOriginalDoes() throws {
        let folder = try TestData.folder("sbml-test-suite-dev")
        let original = try SuiteRun(folder: folder, threads: 2)
        let copies = FileManager.default.temporaryDirectory.appending(path: "converted-\(UUID())")
        defer { try? FileManager.default.removeItem(at: copies) }
        var written = 0
        for each in original.cases {
            guard let file = try? SBMLReader.read(contentsOf: each.model) else { continue }
            let place = copies.appending(path: each.name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for other in [each.settings, each.expected] {
                try FileManager.default.copyItem(at: other, to: place.appending(path: other.lastPathComponent))
            }
            try SBMLWriter.text(of: file.model, fluxBalance: file.fluxBalance).write(
                to: place.appending(path: "\(each.name)-sbml-l3v2.xml"), atomically: true, encoding: .utf8)
            written += 1
        }
        #expect(written >= 1273)
        let converted = try SuiteRun(folder: copies, threads: 2)
        let outcomes = Dictionary(uniqueKeysWithValues: zip(original.cases.map(\.name), original.outcomes))
        for (each, outcome) in zip(converted.cases, converted.outcomes) {
            let before = try #require(outcomes[each.name])
            #expect(kind(outcome) == kind(before), "\(each.name): \(before), converted \(outcome)")
        }
    }

    private func kind(_ outcome: SuiteCase.Outcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .refused: "refused"
        case .wrong: "wrong"
        case .failed: "failed"
        }
    }

    @Test(.enabled(if: TestData.isThere, "PATENCY_DATA is not set"))
    func everyCuratedModelRunsAsTheOriginalDoes() throws {
        let folder = try TestData.folder("biomodels-dev/models")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
        var compared = 0
        for url in files {
            guard let file = try? SBMLReader.read(contentsOf: url) else { continue }
            let back = try SBMLReader.read(text: SBMLWriter.text(of: file.model), file: url.lastPathComponent)
            let selection = ColumnSelection.standard(for: file.model)
            let before = try trajectory(of: file.model, selection)
            let after = try trajectory(of: back.model, selection)
            guard before.failure == nil else {
                #expect(after.failure != nil, "\(url.lastPathComponent)")
                continue
            }
            compared += 1
            for column in 0..<before.outputCount {
                let values = before.times.indices.map { (before[$0, column], after[$0, column]) }
                let largest = values.map { abs($0.0) }.filter(\.isFinite).max() ?? 0
                let agrees = values.allSatisfy {
                    $0 == $1 || $0.isNaN && $1.isNaN || abs($0 - $1) <= 1e-6 * largest
                }
                #expect(agrees, "\(url.lastPathComponent): \(before.names[column])")
            }
        }
        #expect(compared >= 50)
    }

    private func trajectory(of model: Model, _ selection: ColumnSelection) throws -> Trajectory {
        try SingleRun(try selection.applied(to: model)).trajectory(over: SingleRun.Span(to: 10, points: 11))
    }
}
