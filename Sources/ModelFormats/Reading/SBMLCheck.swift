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
        let file = url.lastPathComponent
        var issues: [FormatIssue] = []
        do throws(FormatError) {
            let data = try FileBytes.read(url, named: file, limits: limits)
            let result: Result<[FormatIssue], FormatError> = DeepStack.run {
                Result { () throws(FormatError) -> [FormatIssue] in
                    let (text, scan) = try scan(data, file: file, limits: limits)
                    let document = try SBMLDocument(text, scan: scan, file: file, url: url, limits: limits)
                    return check(document, text: text, scan: scan, file: file, url: url, limits: limits)
                }
            }
            issues = try result.get()
        } catch {
            issues = error.issues
        }
        let order: [FormatIssue.Severity] = [.error, .refusal, .warning]
        return issues.enumerated().sorted { left, right in
            let ranks = (order.firstIndex(of: left.element.severity)!, order.firstIndex(of: right.element.severity)!)
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            return (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }.map(\.element)
    }

    /// Issues of a document that can be parsed; what stops its reading does not stop libSBML's checks.
    private static func check(
        _ document: SBMLDocument, text: String, scan: DocumentScan, file: String, url: URL, limits: ReadingLimits
    ) -> [FormatIssue] {
        var issues: [FormatIssue] = []
        var reading = ModelReading(document, file: file, limits: limits)
        var largest = scan.widestOperation
        do throws(FormatError) {
            let read = try reading.read()
            issues += read.issues
            largest = max(largest, read.model.largestFormula)
            if read.fluxBalance == nil {
                do throws(ModelError) {
                    _ = try EquationSystem(read.model)
                } catch {
                    issues += error.issues.map { read.issue($0, severity: .refusal, file: file) }
                }
            }
        } catch {
            issues += error.issues
            largest = max(largest, reading.model.largestFormula)
        }
        largest = max(largest, reading.largestFunction)
        guard !reading.isUncheckable, largest <= limits.checkedOperandCount,
            scan.elementCount <= limits.checkedElementCount
        else {
            let plain = FormatIssue(
                .warning, "size", element: "",
                "is left unchecked by libSBML, for units and consistency, as that would take too long",
                remedy: "split its largest formula by rules", file: file, line: nil)
            return issues + [plain]
        }
        return issues + consistency(of: text, sources: document.sources, url: url)
    }

    /// libSBML's consistency checks, units included, on the document as written.
    private static func consistency(of text: String, sources: SourceFiles, url: URL) -> [FormatIssue] {
        guard let handle = readSBMLFromString(text) else { return [] }
        defer { SBMLDocument_free(handle) }
        SBMLDocument_setLocationURI(handle, "file:" + url.standardizedFileURL.path)
        _ = SBMLDocument_checkConsistency(handle)
        return LibraryMessages(handle, text: text, sources: sources).issues
    }
}

extension Model {
    /// Operations of the largest formula, functions written out.
    fileprivate var largestFormula: Int { allFormulas.map(\.writtenSize).max() ?? 0 }
}

extension SBMLFile {
    /// An issue of the model with the place in the file of the element it names.
    ///
    /// - Parameters:
    ///   - issue: of the model.
    ///   - severity: what it means for the file.
    ///   - file: name for messages.
    public func issue(_ issue: Issue, severity: FormatIssue.Severity, file: String) -> FormatIssue {
        var name = issue.element
        for prefix in ["rule for ", "rate of "] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        let place = sources.place(of: name, line: issue.line ?? line(of: name, issue))
        return FormatIssue(
            severity, issue.kind.rawValue, element: issue.element, issue.message, remedy: issue.remedy,
            file: sources.documents.isEmpty ? file : place.file, line: place.line)
    }

    /// Line of what an issue is about: a formula's where there is one, else the declaration's.
    private func line(of name: String, _ issue: Issue) -> Int? {
        // A rule's formula comes before the start's, which it makes void.
        let formulaLine = [ruleLines[name], initialLines[name]].compactMap { $0 }.first { $0 > 0 }
        return formulaLine ?? model.quantity(name)?.line
            ?? model.reactions.first { $0.identifier == name }?.line
            ?? model.events.first { $0.identifier == name }?.line
    }
}
