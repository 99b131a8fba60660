import Modeling
import Yams

extension ScenarioReader {
    /// Values of one section's fields, each in the field's unit, with the text as written.
    func fields(
        _ node: Node, of section: ScenarioVocabulary.Field.Section, key: String
    ) -> [(field: ScenarioVocabulary.Field, value: Double, text: String)] {
        guard let mapping = document.mapping(node, key: key) else { return [] }
        let fields = vocabulary.fields.filter { $0.section == section }
        let foods = section == .diet && !vocabulary.foods.isEmpty ? [Self.foodsKey] : []
        let entries = document.entries(mapping, key: key, allowed: fields.map(\.key) + foods)
        return fields.compactMap { field -> (field: ScenarioVocabulary.Field, value: Double, text: String)? in
            guard let node = entries[field.key], let text = document.text(node, key: "\(key).\(field.key)") else {
                return nil
            }
            do throws(TextProblem) {
                return (field, try value(text, of: field), text)
            } catch {
                document.report(error, key: "\(key).\(field.key)", at: node)
                return nil
            }
        }
    }

    private func value(_ text: String, of field: ScenarioVocabulary.Field) throws(TextProblem) -> Double {
        switch field.form {
        case .quantity(let unit, let range):
            let example = QuantityText.text(field.defaultValue, unit)
            let bare = allowsBareNumbers && Double(text) != nil
            let value = try bare ? QuantityText.number(text) : QuantityText.value(text, in: unit, example: example)
            guard range.contains(value) else {
                throw TextProblem(
                    message: "'\(text)' is out of range",
                    remedy:
                        "allowed: \(QuantityText.text(range.lowerBound)) to \(QuantityText.text(range.upperBound, unit))"
                )
            }
            return value
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
