import Modeling
import Yams

extension ObservedStudyReader {
    /// `identifier`, `{parameter: …}`, `{field: …, arm: …}` or `{attribute: …, of: MK-4 oral}`, each with an optional `range`.
    func nuisance(_ node: Node, model: Model, arms: [String]) -> [ObservedStudy.Nuisance] {
        guard let list = document.sequence(node, key: "nuisance") else { return [] }
        return list.enumerated().compactMap { index, item in
            let key = "nuisance[\(index + 1)]"
            guard case .mapping(let mapping) = item else {
                guard let name = document.text(item, key: key), parameter(name, model: model, key: key, at: item) != nil
                else { return nil }
                return ObservedStudy.Nuisance(target: .parameter(name))
            }
            let entries = document.entries(
                mapping, key: key, allowed: ["parameter", "field", "attribute", "arm", "of", "unit", "range"])
            guard let target = target(entries, key: key, at: item, model: model, arms: arms) else { return nil }
            return ObservedStudy.Nuisance(
                target: target, range: entries["range"].flatMap { range($0, key: "\(key).range") })
        }
    }

    private func target(
        _ entries: [String: Node], key: String, at item: Node, model: Model, arms: [String]
    ) -> ObservedStudy.Nuisance.Target? {
        if let node = entries["parameter"], let name = document.text(node, key: "\(key).parameter") {
            return parameter(name, model: model, key: "\(key).parameter", at: node).map { .parameter($0.identifier) }
        }
        if let node = entries["field"], let name = document.text(node, key: "\(key).field") {
            let fields = family.vocabulary.fields
            guard let field = fields.first(where: { $0.key == name }) else {
                document.report(
                    "'\(name)' is not a field",
                    remedy: Spelling.remedy(for: name, among: fields.map(\.key), noun: "field"),
                    key: "\(key).field", at: node)
                return nil
            }
            guard let armNode = entries["arm"], let arm = document.text(armNode, key: "\(key).arm") else {
                return .input(field.input, arm: nil)
            }
            guard arms.contains(arm) else {
                document.report(
                    "'\(arm)' is not an arm", remedy: Spelling.remedy(for: arm, among: arms, noun: "arm"),
                    key: "\(key).arm", at: armNode)
                return nil
            }
            return .input(field.input, arm: arm)
        }
        if let node = entries["attribute"], let name = document.text(node, key: "\(key).attribute"),
            let of = entries["of"]
        {
            for substance in family.vocabulary.substances {
                for route in substance.routes where of.scalar?.string == "\(substance.name) \(route.route)" {
                    if route.attributes.contains(where: { $0.name == name }) {
                        return .attribute(name, doseInput: route.doseInput)
                    }
                }
            }
            document.report(
                "no such dose has '\(name)'", remedy: "write for example 'of: MK-4 oral'", key: "\(key).of", at: of)
            return nil
        }
        document.report(
            "it does not say what is unknown", remedy: "give 'parameter', 'field' or 'attribute' with 'of'", key: key,
            at: item)
        return nil
    }

    private func range(_ node: Node, key: String) -> ClosedRange<Double>? {
        let numbers = node.sequence?.compactMap { $0.scalar.flatMap { Double($0.string) } } ?? []
        if numbers.count == 2, numbers[0] < numbers[1] { return numbers[0]...numbers[1] }
        document.report("it is not a range", remedy: "write for example [0.5, 3]", key: key, at: node)
        return nil
    }
}
