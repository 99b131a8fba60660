import Modeling
import Yams

/// Turns the nodes of a scenario document into a `Scenario`, leaving issues with the document.
package struct ScenarioReader {
    let document: DocumentReader
    let vocabulary: ScenarioVocabulary
    /// Output identifiers of the model.
    let modelOutputs: [String]
    /// Dose inputs whose steady intake before day 0 the family knows.
    let standingDoses: Set<String>
    /// Whether a number of a person or diet may stand without its unit, as in study files of this program.
    var allowsBareNumbers = false

    static let keys = ["title", "person", "diet", "arms", "reference", "horizon", "report", "outputs", "draws", "seed"]
    static let longestHorizon = 100.0 * 365.25 * 24
    static let defaultDrawCount = 100

    package init(
        document: DocumentReader, vocabulary: ScenarioVocabulary, modelOutputs: [String], standingDoses: Set<String>,
        allowsBareNumbers: Bool = false
    ) {
        self.document = document
        self.vocabulary = vocabulary
        self.modelOutputs = modelOutputs
        self.standingDoses = standingDoses
        self.allowsBareNumbers = allowsBareNumbers
    }

    /// The scenario; meaningless where the document has issues, `nil` where nothing can be made of it.
    package func scenario(_ root: Node.Mapping) -> Scenario? {
        let entries = document.entries(root, key: "", allowed: Self.keys)
        var inputs = Dictionary(
            vocabulary.fields.map { ($0.input, $0.defaultValue) }, uniquingKeysWith: { first, _ in first })
        var written: [String: String] = [:]
        for section in [ScenarioVocabulary.Field.Section.person, .diet] {
            guard let node = entries[section.rawValue] else { continue }
            for (field, value, text) in fields(node, of: section, key: section.rawValue, over: inputs) {
                inputs[field.input] = value
                written[field.input] = text
            }
        }
        let eaten = entries["diet"].map { foods(in: $0, key: "diet") } ?? EatenFoods()
        for field in vocabulary.fields {
            guard let brought = eaten.brought[field.input], case .quantity(let unit, _) = field.form else { continue }
            let stated = inputs[field.input] ?? field.defaultValue
            inputs[field.input] = stated + brought
            written[field.input] = "\(QuantityText.text(stated, unit)) and \(rounded(brought)) with the foods"
        }
        let horizon = self.horizon(entries["horizon"], root: root)
        let read = fed(
            self.arms(entries["arms"], root: root, horizon: horizon ?? Self.longestHorizon, over: inputs),
            inputs: inputs)
        let reference = self.reference(entries["reference"], arms: read.map(\.arm))
        return Scenario(
            title: entries["title"].flatMap { document.text($0, key: "title") } ?? "Untitled scenario",
            inputs: inputs, personText: personText(written) + foodFacts(eaten),
            arms: compared(read, reference: reference),
            referenceArm: reference, horizon: horizon ?? 24,
            reportTimes: reportTimes(entries["report"], horizon: horizon ?? 24), outputs: outputs(entries["outputs"]),
            seed: UInt64(integer(entries["seed"], key: "seed", range: 0...Int.max) ?? 1),
            drawCount: integer(entries["draws"], key: "draws", range: 1...1_000_000) ?? Self.defaultDrawCount)
    }

    /// A tenth is enough for what foods bring.
    private func rounded(_ value: Double) -> String { QuantityText.text((value * 10).rounded() / 10) }

    private func horizon(_ node: Node?, root: Node.Mapping) -> Double? {
        guard let node else {
            document.report(
                "'horizon' is missing", remedy: "say how long to simulate, such as 'horizon: 10 years'", key: "",
                at: .mapping(root))
            return nil
        }
        guard let hours = duration(node, key: "horizon", example: "10 years") else { return nil }
        if hours > Self.longestHorizon {
            document.report(
                "the horizon is longer than any life", remedy: "at most 100 years", key: "horizon", at: node)
            return nil
        }
        return hours
    }

    /// A length of time above zero [h].
    func duration(_ node: Node, key: String, example: String) -> Double? {
        guard let text = document.text(node, key: key) else { return nil }
        do {
            let hours = try QuantityText.duration(text, example: example)
            if hours > 0 { return hours }
            document.report(
                "'\(text)' is not a time above zero", remedy: "write for example \(example)", key: key, at: node)
        } catch {
            document.report(error, key: key, at: node)
        }
        return nil
    }

    private func reportTimes(_ node: Node?, horizon: Double) -> [Double] {
        guard let node else { return ReportTimes.standard(horizon: horizon) }
        guard let text = document.text(node, key: "report") else { return [0, horizon] }
        guard text.hasPrefix("every ") else {
            document.report(
                "'\(text)' does not say when to report", remedy: "write for example 'report: every 30 days'",
                key: "report", at: node)
            return [0, horizon]
        }
        do {
            let interval = try QuantityText.duration(String(text.dropFirst(6)), example: "every 30 days")
            if interval <= 0 {
                document.report(
                    "'\(text)' is not a time above zero", remedy: "write for example every 30 days", key: "report",
                    at: node)
            } else if horizon / interval > Double(ReportTimes.largestCount) {
                document.report(
                    "'\(text)' makes \(Int(horizon / interval)) report times",
                    remedy: "at most \(ReportTimes.largestCount)", key: "report", at: node)
            } else {
                return ReportTimes.regular(interval: interval, horizon: horizon)
            }
        } catch {
            document.report(error, key: "report", at: node)
        }
        return [0, horizon]
    }

    private func outputs(_ node: Node?) -> [String] {
        guard let node else { return vocabulary.defaultOutputs }
        guard let list = document.sequence(node, key: "outputs") else { return [] }
        var result: [String] = []
        for (index, item) in list.enumerated() {
            let key = "outputs[\(index + 1)]"
            guard let name = document.text(item, key: key) else { continue }
            if !modelOutputs.contains(name) {
                let remedy = Spelling.remedy(for: name, among: modelOutputs, noun: "output")
                document.report("'\(name)' is not an output of the model", remedy: remedy, key: key, at: item)
            } else if result.contains(name) {
                document.report("'\(name)' is listed twice", remedy: "keep one of them", key: key, at: item)
            } else {
                result.append(name)
            }
        }
        if list.isEmpty {
            document.report(
                "the list is empty", remedy: "name an output, or leave 'outputs' out", key: "outputs", at: node)
        }
        return result
    }

    private func integer(_ node: Node?, key: String, range: ClosedRange<Int>) -> Int? {
        guard let node, let text = document.text(node, key: key) else { return nil }
        if let value = Int(text.filter { $0 != "_" }), range.contains(value) { return value }
        let limit =
            range.upperBound == Int.max
            ? "of \(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
        document.report("'\(text)' is not allowed", remedy: "write a whole number \(limit)", key: key, at: node)
        return nil
    }
}
