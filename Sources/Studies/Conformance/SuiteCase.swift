import Foundation
import ModelFormats
import Modeling
import Solvers

/// One case of the SBML Test Suite: a model, what is asked of it, and the answer.
public struct SuiteCase: Sendable {
    /// How a case ended.
    public enum Outcome: Sendable, Hashable {
        case passed
        /// Decided from the SBML alone, before anything is simulated; the construct and the message.
        case refused(construct: String, message: String)
        /// Simulated, and a value is out of tolerance.
        case wrong(String)
        /// The solver gave up, or the case's own files are at fault.
        case failed(String)
    }

    public let name: String
    public let model: URL
    public let settings: URL
    public let expected: URL
    /// Component and test tags.
    public let tags: [String]

    /// The highest level of a case in its folder; `nil` where files are missing.
    ///
    /// - Parameter folder: such as `semantic/00001`.
    public init?(folder: URL) {
        name = folder.lastPathComponent
        let levels = ["l3v2", "l3v1", "l2v5", "l2v4", "l2v3", "l2v2", "l2v1", "l1v2"]
        let candidates = levels.map { folder.appending(path: "\(folder.lastPathComponent)-sbml-\($0).xml") }
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            return nil
        }
        model = found
        settings = folder.appending(path: "\(name)-settings.txt")
        expected = folder.appending(path: "\(name)-results.csv")
        let description = folder.appending(path: "\(name)-model.m")
        tags = Self.tags((try? String(contentsOf: description, encoding: .utf8)) ?? "")
    }

    private static func tags(_ description: String) -> [String] {
        description.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
            guard line.hasPrefix("componentTags:") || line.hasPrefix("testTags:") else { return [] }
            return line.drop { $0 != ":" }.dropFirst().split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }.filter { !$0.isEmpty }
        }
    }

    /// Reads, simulates, and only then looks at the expected values.
    ///
    /// - Parameter solver: its settings.
    /// - Returns: the outcome.
    public func outcome(_ solver: SolverSettings = SolverSettings()) -> Outcome {
        let asked: SuiteSettings
        let run: SingleRun
        do {
            let file = try SBMLReader.read(contentsOf: model)
            asked = try SuiteSettings(contentsOf: settings)
            if let problem = file.fluxBalance { return fluxOutcome(problem, asked: asked) }
            run = try SingleRun(try asked.selection.applied(to: file.model), settings: solver)
        } catch let error as FormatError {
            return .refused(construct: error.issues[0].construct, message: error.issues[0].description)
        } catch let error as ModelError {
            return .refused(construct: error.issues[0].kind.rawValue, message: error.issues[0].description)
        } catch let error as SolverError {
            return .refused(construct: "solver", message: "\(error)")
        } catch {
            return .failed("\(error)")
        }
        do {
            let trajectory = try run.trajectory(over: asked.span)
            if let failure = trajectory.failure { return .failed("\(failure)") }
            return try ExpectedTable(contentsOf: expected).comparison(with: trajectory, asked: asked)
        } catch {
            return .failed("\(error)")
        }
    }

    private func fluxOutcome(_ problem: FluxBalance, asked: SuiteSettings) -> Outcome {
        do {
            let columns = try FluxColumns(problem, names: asked.variables)
            return try ExpectedTable(contentsOf: expected).comparison(with: columns, asked: asked)
        } catch {
            return .failed("\(error)")
        }
    }
}
