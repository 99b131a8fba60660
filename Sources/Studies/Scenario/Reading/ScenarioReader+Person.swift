import Modeling
import Yams

extension ScenarioReader {
    /// What one section says of a field, in the field's unit, with the text as written.
    typealias ReadField = (field: ScenarioVocabulary.Field, value: Double, text: String)

    /// Values of one section's fields.
    ///
    /// - Parameter inputs: what holds where the section says nothing, by model input.
    func fields(
        _ node: Node, of section: ScenarioVocabulary.Field.Section, key: String, over inputs: [String: Double]
    ) -> [ReadField] {
        guard let mapping = document.mapping(node, key: key) else { return [] }
        let fields = vocabulary.fields.filter { $0.section == section }
        let alternatives = vocabulary.alternatives.filter { other in fields.contains { $0.input == other.input } }
        let foods = section == .diet && !vocabulary.foods.isEmpty ? [Self.foodsKey] : []
        let entries = document.entries(
            mapping, key: key, allowed: fields.map(\.key) + alternatives.map(\.key) + foods)
        var read = fields.compactMap { field in
            self.read(entries[field.key], key: "\(key).\(field.key)") { text throws(TextProblem) in
                (field, try value(text, of: field), text)
            }
        }
        let known = inputs.merging(read.map { ($0.field.input, $0.value) }) { _, own in own }
        read += alternatives.compactMap { self.read($0, entries, key: key, over: known) }
        let all = known.merging(read.map { ($0.field.input, $0.value) }) { _, own in own }
        for order in vocabulary.orders {
            let places = [order.greater, order.lesser].compactMap { input in read.first { $0.field.input == input } }
            guard let place = places.first else { continue }
            check(order, all, key: "\(key).\(place.field.key)", at: entries[place.field.key] ?? node)
        }
        return read
    }

    /// What a field's other name says of it.
    private func read(
        _ alternative: ScenarioVocabulary.Alternative, _ entries: [String: Node], key: String,
        over known: [String: Double]
    ) -> ReadField? {
        let (node, key) = (entries[alternative.key], "\(key).\(alternative.key)")
        guard let field = vocabulary.field(of: alternative.input) else { return nil }
        if let node, entries[field.key] != nil {
            document.report(
                "says what '\(field.key)' says already", remedy: "keep one of them", key: key, at: node)
        }
        return read(node, key: key) { text throws(TextProblem) in
            let written = try number(
                text, alternative.unit, alternative.range, example: alternative.range.upperBound)
            return (field, alternative.value(written, known), "\(text), by \(alternative.key)")
        }
    }

    /// What a node says, where there is one; an issue where that makes no sense.
    private func read(_ node: Node?, key: String, _ field: (String) throws(TextProblem) -> ReadField) -> ReadField? {
        guard let node, let text = document.text(node, key: key) else { return nil }
        do throws(TextProblem) {
            return try field(text)
        } catch {
            document.report(error, key: key, at: node)
            return nil
        }
    }

    private func check(_ order: ScenarioVocabulary.Order, _ inputs: [String: Double], key: String, at node: Node) {
        let (greater, lesser) = (inputs[order.greater] ?? .nan, inputs[order.lesser] ?? .nan)
        guard greater <= lesser else { return }
        func said(_ input: String) -> String {
            let field = vocabulary.field(of: input)!
            return "\(field.key), \(text(of: inputs[input]!, in: field.form)),"
        }
        document.report(
            "\(said(order.greater)) is not above \(said(order.lesser).dropLast())",
            remedy: "correct one of them; what is not said has its default", key: key, at: node)
    }

    private func number(
        _ text: String, _ unit: Unit, _ range: ClosedRange<Double>, example: Double
    ) throws(TextProblem) -> Double {
        let bare = allowsBareNumbers && Double(text) != nil
        let value =
            try bare
            ? QuantityText.number(text)
            : QuantityText.value(text, in: unit, example: QuantityText.text(example, unit))
        guard range.contains(value) else {
            throw TextProblem(
                message: "'\(text)' is out of range",
                remedy:
                    "allowed: \(QuantityText.text(range.lowerBound)) to \(QuantityText.text(range.upperBound, unit))"
            )
        }
        return value
    }

    private func value(_ text: String, of field: ScenarioVocabulary.Field) throws(TextProblem) -> Double {
        switch field.form {
        case .quantity(let unit, let range): return try number(text, unit, range, example: field.defaultValue)
        case .choice(let choices):
            if let choice = choices.first(where: { $0.word.lowercased() == text.lowercased() }) { return choice.value }
            throw TextProblem(
                message: "'\(text)' is not allowed",
                remedy: Spelling.remedy(for: text, among: choices.map(\.word), noun: "word"))
        case .flag:
            switch text.lowercased() {
            case "yes", "true": return 1
            case "no", "false": return 0
            default: throw TextProblem(message: "'\(text)' is not allowed", remedy: "allowed: yes, no")
            }
        }
    }

    /// Every field in order of the vocabulary: what was written, or the default.
    func personText(_ written: [String: String]) -> [(key: String, text: String, isDefault: Bool)] {
        vocabulary.fields.map { field in
            let text = written[field.input]
            return (field.key, text ?? self.text(of: field.defaultValue, in: field.form), text == nil)
        }
    }

    private func text(of value: Double, in form: ScenarioVocabulary.Field.Form) -> String {
        switch form {
        case .quantity(let unit, _): QuantityText.text(value, unit)
        case .choice(let choices): choices.first { $0.value == value }?.word ?? QuantityText.text(value)
        case .flag: value == 0 ? "no" : "yes"
        }
    }
}
