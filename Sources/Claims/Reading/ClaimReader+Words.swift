import Modeling
import Studies
import Yams

extension ClaimReader {
    /// The text of a key that must be there.
    func required(_ name: String, _ entries: [String: Node], key: String, at node: Node, _ remedy: String) -> String? {
        if let entry = entries[name] { return document.text(entry, key: "\(key).\(name)") }
        document.report("'\(name)' is missing", remedy: remedy, key: key, at: node)
        return nil
    }

    /// The text of a key that must be there, one of some words.
    func word(
        _ name: String, _ entries: [String: Node], key: String, among words: [String], noun: String, at node: Node
    ) -> String? {
        guard let entry = entries[name] else {
            document.report(
                "'\(name)' is missing", remedy: Spelling.remedy(for: "", among: words, noun: noun), key: key, at: node)
            return nil
        }
        guard let text = document.text(entry, key: "\(key).\(name)") else { return nil }
        if words.contains(text) { return text }
        document.report(
            "'\(text)' is not \(noun == "arm" || noun == "output" ? "an" : "a") \(noun)",
            remedy: Spelling.remedy(for: text, among: words, noun: noun), key: "\(key).\(name)", at: entry)
        return nil
    }

    /// A case by its raw value.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ type: Choice.Type, _ node: Node, key: String
    ) -> Choice? {
        guard let text = document.text(node, key: key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        document.report(
            "'\(text)' is not allowed", remedy: Spelling.remedy(for: text, among: words, noun: "word"), key: key,
            at: node)
        return nil
    }

    /// `yes` or `no`; no where nothing stands.
    func flag(_ node: Node?, key: String) -> Bool {
        guard let node, let text = document.text(node, key: key) else { return false }
        if text == "yes" || text == "no" { return text == "yes" }
        document.report("'\(text)' is not allowed", remedy: "allowed: yes, no", key: key, at: node)
        return false
    }

    /// A finite number.
    func number(_ node: Node, key: String) -> Double? {
        guard let text = document.text(node, key: key) else { return nil }
        do throws(TextProblem) { return try QuantityText.number(text) } catch {
            document.report(error, key: key, at: node)
            return nil
        }
    }

    /// A key of the bibliography.
    func reference(_ node: Node, key: String) -> String? {
        guard let name = document.text(node, key: key) else { return nil }
        if context.references.contains(name) { return name }
        document.report(
            "the work '\(name)' is not in the bibliography",
            remedy: Spelling.nearest(to: name, among: context.references.sorted()).map { "did you mean \($0)?" }
                ?? "add it to References.bib with its DOI", key: key, at: node)
        return nil
    }

    /// One key of the bibliography or a list of them.
    func references(_ node: Node, key: String) -> [String] {
        guard case .sequence(let list) = node else { return reference(node, key: key).map { [$0] } ?? [] }
        return list.enumerated().compactMap { reference($1, key: "\(key)[\($0 + 1)]") }
    }
}
