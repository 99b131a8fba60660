import Modeling
import Studies
import Yams

extension ClaimReader {
    func arithmetic(_ node: Node, key: String) -> ArithmeticTest? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["values", "decides", "needs", "in", "sides", "so"])
        let values = entries["values"].map { self.values($0, key: "\(key).values") } ?? []
        let meaning = required("so", entries, key: key, at: node, "say what the result means")
        let given = ArithmeticTest.Role.allCases.filter { entries[$0.rawValue] != nil }
        guard given.count == 1, let role = given.first, let formula = entries[role.rawValue] else {
            document.report(
                "it does not say what is compared",
                remedy: "give one of 'decides' and 'needs', such as 'needs: dose > 1'",
                key: key, at: node)
            return nil
        }
        guard let text = document.text(formula, key: "\(key).\(role.rawValue)") else { return nil }
        var unit = Unit.dimensionless
        do throws(TextProblem) {
            if let unitNode = entries["in"], let unitText = document.text(unitNode, key: "\(key).in") {
                unit = try QuantityText.unit(unitText)
            }
            let comparison = try UnitFormulaParser.comparison(text)
            let known = Dictionary(values.map { ($0.name, $0.measured) }, uniquingKeysWith: { first, _ in first })
            _ = try comparison.evaluate(known, in: unit)
            let sides = entries["sides"].flatMap { self.sides($0, key: "\(key).sides") }
            return ArithmeticTest(
                values: values, text: text, comparison: comparison, unit: unit, role: role,
                sides: sides ?? text.split(whereSeparator: { "<>".contains($0) }).map(\.trimmingWhitespace),
                meaning: meaning ?? "")
        } catch {
            document.report(error, key: "\(key).\(role.rawValue)", at: formula)
            return nil
        }
    }

    /// `[what the left side is, what the right one is]`
    private func sides(_ node: Node, key: String) -> [String]? {
        guard let list = document.sequence(node, key: key) else { return nil }
        let sides = list.compactMap { document.text($0, key: key) }
        if sides.count == 2 { return sides }
        document.report("there are not two sides", remedy: "name the left and the right one", key: key, at: node)
        return nil
    }

    /// `name: {value: 1 mg/day, from: olson2002}`, or `because: …` for an assumption.
    private func values(_ node: Node, key: String) -> [ArithmeticTest.Value] {
        guard let mapping = document.mapping(node, key: key) else { return [] }
        return mapping.compactMap { nameNode, valueNode -> ArithmeticTest.Value? in
            let name = nameNode.scalar?.string ?? "?"
            let key = "\(key).\(name)"
            guard let content = document.mapping(valueNode, key: key) else { return nil }
            let entries = document.entries(content, key: key, allowed: ["value", "from", "because"])
            let reference = entries["from"].flatMap { self.reference($0, key: "\(key).from") }
            let reason = entries["because"].flatMap { document.text($0, key: "\(key).because") }
            if entries["from"] == nil, reason == nil {
                document.report(
                    "the number has no source", remedy: "give 'from' a work, or 'because' a reason", key: key,
                    at: valueNode)
            }
            guard let entry = entries["value"], let text = document.text(entry, key: "\(key).value") else {
                document.report(
                    "'value' is missing", remedy: "write for example 'value: 1 mg/day'", key: key, at: valueNode)
                return nil
            }
            do throws(TextProblem) {
                let (number, unitText) = QuantityText.split(text.trimmingWhitespace)
                let unit = unitText.isEmpty ? Unit.dimensionless : try QuantityText.unit(unitText)
                let measured = Measured(try QuantityText.number(number), unit)
                return ArithmeticTest.Value(
                    name: name, measured: measured, text: text, reference: reference, reason: reason ?? "")
            } catch {
                document.report(error, key: "\(key).value", at: entry)
                return nil
            }
        }
    }
}
