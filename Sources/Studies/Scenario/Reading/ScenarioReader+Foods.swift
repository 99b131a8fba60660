import Modeling
import Yams

/// The foods of a diet: what they bring, and what is not known of them.
struct EatenFoods {
    /// Model input → what all foods bring to it, in the field's unit.
    var brought: [String: Double] = [:]
    /// As written: `natto 40 g`.
    var texts: [String] = []
    /// Key of a diet field → foods in which it was never measured: the true intake is higher by an unknown amount.
    var unmeasured: [String: [String]] = [:]
}

extension ScenarioReader {
    static let foodsKey = "foods"
    /// Most of one food that anybody eats in a day [g].
    private static let largestPortion = 3000.0
    private static let suggestionCount = 3

    /// `foods: {natto: 40 g, spinach: 100 g}` of a diet, grams a day; empty where the diet lists none.
    func foods(in diet: Node, key: String) -> EatenFoods {
        var eaten = EatenFoods()
        guard case .mapping(let mapping) = diet, let node = mapping[Self.foodsKey], !vocabulary.foods.isEmpty else {
            return eaten
        }
        let key = "\(key).\(Self.foodsKey)"
        guard let list = document.mapping(node, key: key) else { return eaten }
        for (nameNode, amountNode) in list {
            let name = nameNode.scalar?.string ?? "?"
            guard let food = vocabulary.foods.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                document.report(
                    "'\(name)' is not in the food table", remedy: foodRemedy(for: name), key: key, at: nameNode)
                continue
            }
            guard let text = document.text(amountNode, key: "\(key).\(name)") else { continue }
            do throws(TextProblem) {
                add(food, grams: try grams(text), text: text, to: &eaten)
            } catch {
                document.report(error, key: "\(key).\(name)", at: amountNode)
            }
        }
        return eaten
    }

    /// A daily portion [g/d], written as a mass or as a mass a day.
    private func grams(_ text: String) throws(TextProblem) -> Double {
        let unit = text.contains("/") ? Unit.gram / .day : .gram
        let grams = try QuantityText.value(text, in: unit, example: "40 g")
        guard grams >= 0, grams <= Self.largestPortion else {
            throw TextProblem(
                message: "'\(text)' a day is out of range",
                remedy: "allowed: 0 to \(QuantityText.text(Self.largestPortion)) g")
        }
        return grams
    }

    private func add(_ food: ScenarioVocabulary.Food, grams: Double, text: String, to eaten: inout EatenFoods) {
        eaten.texts.append("\(food.name) \(text)")
        guard grams > 0 else { return }
        for field in foodFields {
            if let content = food.contents[field.key] {
                eaten.brought[field.input, default: 0] += content * grams
            } else {
                eaten.unmeasured[field.key, default: []].append(food.name)
            }
        }
    }

    /// Diet fields that any food brings something to, in order of the vocabulary.
    var foodFields: [ScenarioVocabulary.Field] {
        let keys = Set(vocabulary.foods.flatMap(\.contents.keys))
        return vocabulary.fields.filter { $0.section == .diet && keys.contains($0.key) }
    }

    /// The nearest names: those that hold the word or are held by it, else those spelt most alike.
    private func foodRemedy(for name: String) -> String {
        let word = name.lowercased()
        let names = vocabulary.foods.map(\.name)
        let holding = names.filter { $0.lowercased().contains(word) || word.contains($0.lowercased()) }
        let alike = names.sorted {
            Spelling.distance(Array(word), Array($0.lowercased()))
                < Spelling.distance(Array(word), Array($1.lowercased()))
        }
        let nearest = (holding.isEmpty ? alike : holding).prefix(Self.suggestionCount)
        return "nearest: \(nearest.joined(separator: ", ")); 'patency foods' lists all"
    }

    /// What reports say of the foods: the list, and what of it was never measured.
    func foodFacts(_ eaten: EatenFoods) -> [(key: String, text: String, isDefault: Bool)] {
        guard !eaten.texts.isEmpty else { return [] }
        let gaps = foodFields.compactMap { field in
            eaten.unmeasured[field.key].map { "\(field.key) of \($0.joined(separator: ", "))" }
        }
        let list = (key: "foods a day", text: eaten.texts.joined(separator: ", "), isDefault: false)
        if gaps.isEmpty { return [list] }
        let text = "\(gaps.joined(separator: "; ")): intake is higher than reckoned by an unknown amount"
        return [list, (key: "not measured", text: text, isDefault: false)]
    }
}
