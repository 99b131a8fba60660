import Foundation
import Solvers

/// All cases of a folder of the SBML Test Suite, run over threads.
public struct SuiteRun: Sendable {
    public let cases: [SuiteCase]
    /// By case.
    public let outcomes: [SuiteCase.Outcome]

    /// - Parameters:
    ///   - folder: holds a folder for each case, or a folder `semantic` that does.
    ///   - names: only these cases; `nil` for all.
    ///   - settings: of the solver.
    ///   - threads: cases at once; the result does not depend on it.
    ///   - progress: called after each case.
    /// - Throws: `StudyError` where the folder holds no such case.
    public init(
        folder: URL, names: Set<String>? = nil, settings: SolverSettings = SolverSettings(), threads: Int,
        progress: @escaping @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    ) throws {
        let inner = folder.appending(path: "semantic")
        let root = FileManager.default.fileExists(atPath: inner.path) ? inner : folder
        let folders = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
        let cases = folders.filter { names?.contains($0.lastPathComponent) ?? true }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }.compactMap { SuiteCase(folder: $0) }
        self.cases = cases
        outcomes = try ParallelTasks(threadCount: threads, progress: progress).results(
            count: cases.count, makeWorker: {}, body: { _, index in cases[index].outcome(settings) })
    }

    /// Number of cases that ended so.
    public func count(_ kind: (SuiteCase.Outcome) -> Bool) -> Int { outcomes.count(where: kind) }

    public var passed: Int { count { $0 == .passed } }
    public var wrong: Int { count { if case .wrong = $0 { true } else { false } } }
    public var refused: Int { count { if case .refused = $0 { true } else { false } } }
    public var failed: Int { count { if case .failed = $0 { true } else { false } } }

    /// The last line of `patency suite`.
    public var summary: String {
        "passed \(passed) of \(outcomes.count); wrong \(wrong); refused \(refused); failed \(failed)"
    }

    /// Passed and all cases of each tag, by name.
    public var byTag: [(tag: String, passed: Int, count: Int)] {
        var counts: [String: (passed: Int, count: Int)] = [:]
        for (each, outcome) in zip(cases, outcomes) {
            for tag in each.tags {
                counts[tag, default: (0, 0)].count += 1
                if outcome == .passed { counts[tag]!.passed += 1 }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.passed, $0.value.count) }
    }

    /// Refused cases by construct, by name.
    public var refusals: [String: [String]] {
        var found: [String: [String]] = [:]
        for (each, outcome) in zip(cases, outcomes) {
            if case .refused(let construct, _) = outcome { found[construct, default: []].append(each.name) }
        }
        return found
    }
}
