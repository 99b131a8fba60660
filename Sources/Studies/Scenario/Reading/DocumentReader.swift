import Foundation
import Yams

/// Walks a YAML document by nodes, so that each issue has its line and column, and collects the issues.
package final class DocumentReader {
    package let file: String
    package private(set) var issues: [InputIssue] = []

    package init(file: String) { self.file = file }

    /// Records an issue at a node; `offset` characters into its text where only part of that is meant.
    package func report(_ message: String, remedy: String, key: String, at node: Node?, within offset: Int? = nil) {
        let isQuoted =
            if case .scalar(let scalar)? = node { scalar.style == .doubleQuoted || scalar.style == .singleQuoted } else
            { false }
        let shift = (offset ?? 0) + (isQuoted && offset != nil ? 1 : 0)
        issues.append(
            InputIssue(
                file: file, line: node?.mark?.line, column: node?.mark.map { $0.column + shift }, key: key,
                message: message,
                remedy: remedy))
    }

    package func report(_ problem: TextProblem, key: String, at node: Node) {
        report(problem.message, remedy: problem.remedy, key: key, at: node, within: problem.offset)
    }

    /// The top mapping of a YAML text; `nil` with an issue where there is none.
    package func root(of text: String) -> Node.Mapping? {
        do {
            guard let node = try Yams.compose(yaml: text), !Self.isEmpty(node) else {
                issues.append(
                    InputIssue(
                        file: file, line: nil, column: nil, key: "", message: "the file is empty",
                        remedy: "see docs/scenario.md for an example"))
                return nil
            }
            return mapping(node, key: "")
        } catch {
            issues.append(Self.issue(of: error, in: text, file: file))
            return nil
        }
    }

    package static func isEmpty(_ node: Node) -> Bool {
        if case .scalar(let scalar) = node {
            scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
        } else {
            false
        }
    }

    package func mapping(_ node: Node, key: String) -> Node.Mapping? {
        if case .mapping(let mapping) = node { return mapping }
        report(
            "found \(Self.kind(of: node)) where 'key: value' lines are needed", remedy: "write one 'key: value' a line",
            key: key, at: node)
        return nil
    }

    package func sequence(_ node: Node, key: String) -> Node.Sequence? {
        if case .sequence(let sequence) = node { return sequence }
        report(
            "found \(Self.kind(of: node)) where a list is needed", remedy: "start each item with '- '", key: key,
            at: node)
        return nil
    }

    /// The text of a scalar.
    package func text(_ node: Node, key: String) -> String? {
        if case .scalar(let scalar) = node, !Self.isEmpty(node) { return scalar.string }
        report(
            "found \(Self.kind(of: node)) where a single value is needed", remedy: "write one value after the colon",
            key: key, at: node)
        return nil
    }

    /// Entries by key; unknown keys become issues that suggest the nearest of `allowed`.
    package func entries(_ mapping: Node.Mapping, key: String, allowed: [String]) -> [String: Node] {
        var result: [String: Node] = [:]
        for (keyNode, value) in mapping {
            let name = keyNode.scalar?.string ?? "?"
            if allowed.contains(name) {
                result[name] = value
            } else {
                let remedy = Spelling.remedy(for: name, among: allowed, noun: "key")
                report("'\(name)' is not a key here", remedy: remedy, key: key, at: keyNode)
            }
        }
        return result
    }

    private static func kind(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): isEmpty(node) ? "nothing" : "the text '\(scalar.string)'"
        case .mapping: "'key: value' lines"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
