import CLibSBML
import Foundation
import Modeling

extension SBMLReader {
    /// Everything there is to say about a file without simulating it.
    ///
    /// libSBML's consistency checks come first, units included as warnings; then what Patency refuses, and what keeps
    /// its equations from being formed.
    /// - Parameters:
    ///   - url: an SBML file.
    ///   - limits: bounds checked before parsing.
    /// - Returns: issues in order of severity, then of line.
    public static func check(contentsOf url: URL, limits: ReadingLimits = .standard) -> [FormatIssue] {
        var issues: [FormatIssue] = []
        do throws(FormatError) {
            let file = try read(contentsOf: url, limits: limits)
            issues += file.issues
            issues += consistency(of: url)
            do throws(ModelError) {
                _ = try EquationSystem(file.model)
            } catch {
                issues += error.issues.map { file.issue($0, severity: .refusal, file: url.lastPathComponent) }
            }
        } catch {
            issues += error.issues
        }
        let order: [FormatIssue.Severity] = [.error, .refusal, .warning]
        return issues.enumerated().sorted { left, right in
            let ranks = (order.firstIndex(of: left.element.severity)!, order.firstIndex(of: right.element.severity)!)
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            return (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }.map(\.element)
    }

    /// libSBML's consistency checks; the file has been read before, so its bounds are kept.
    private static func consistency(of url: URL) -> [FormatIssue] {
        let file = url.lastPathComponent
        guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { return [] }
        return DeepStack.run {
            parsing.withLock { _ in
                guard let handle = readSBMLFromString(String(decoding: data, as: UTF8.self)) else { return [] }
                defer { SBMLDocument_free(handle) }
                _ = SBMLDocument_checkConsistency(handle)
                return (0..<SBMLDocument_getNumErrors(handle)).compactMap { index in
                    SBMLDocument_getError(handle, index).map { SBMLDocument.issue($0, file: file) }
                }
            }
        }
    }
}

extension SBMLFile {
    /// An issue of the model with the place in the file of the element it names.
    ///
    /// - Parameters:
    ///   - issue: of the model.
    ///   - severity: what it means for the file.
    ///   - file: name for messages.
    public func issue(_ issue: Issue, severity: FormatIssue.Severity, file: String) -> FormatIssue {
        let line =
            issue.line ?? model.quantity(issue.element)?.line
            ?? model.reactions.first { $0.identifier == issue.element }?.line
            ?? model.events.first { $0.identifier == issue.element }?.line
        return FormatIssue(
            severity, issue.kind.rawValue, element: issue.element, issue.message, remedy: issue.remedy, file: file,
            line: line)
    }
}
