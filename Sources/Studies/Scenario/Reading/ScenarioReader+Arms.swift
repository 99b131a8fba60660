import Modeling
import Yams

extension ScenarioReader {
    /// Study files say for each observation what it is against.
    private var armKeys: [String] {
        ["name", "doses"] + (allowsBareNumbers ? [] : ["against"]) + ["person", "diet"]
    }

    /// An arm as read, with the node of its `against`, whose name may stand further down in the file, and what its foods
    /// bring, by model input.
    typealias ReadArm = (arm: Scenario.Arm, against: Node?, foods: [String: Double])

    /// The arms, in the order of the file.
    ///
    /// - Parameter inputs: of the scenario's person and diet, which an arm may replace.
    func arms(_ node: Node?, root: Node.Mapping, horizon: Double, over inputs: [String: Double]) -> [ReadArm] {
        guard let node else {
            let remedy = "list what to compare, such as 'arms: [{name: nothing}]'"
            document.report("'arms' is missing", remedy: remedy, key: "", at: .mapping(root))
            return []
        }
        if case .mapping(let mapping) = node, allowsBareNumbers {
            return shortArms(mapping, horizon: horizon, over: inputs)
        }
        guard let list = document.sequence(node, key: "arms") else { return [] }
        if list.isEmpty {
            document.report(
                "there is no arm", remedy: "write at least one, such as '- name: nothing'", key: "arms", at: node)
        }
        var lines: [String: Int] = [:]
        return list.enumerated().compactMap { index, item in
            guard let (read, nameNode) = arm(item, key: "arms[\(index + 1)]", horizon: horizon, over: inputs) else {
                return nil
            }
            let arm = read.arm
            if let first = lines[arm.name] {
                document.report(
                    "an arm named '\(arm.name)' stands already on line \(first)", remedy: "give each arm its own name",
                    key: "arms[\(index + 1)].name", at: nameNode)
            }
            lines[arm.name] = lines[arm.name] ?? nameNode.mark?.line ?? 0
            return read
        }
    }

    private func arm(
        _ node: Node, key: String, horizon: Double, over inputs: [String: Double]
    ) -> (ReadArm, nameNode: Node)? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: armKeys)
        guard let nameNode = entries["name"] else {
            document.report("the arm has no name", remedy: "add 'name: …'", key: key, at: node)
            _ = entries["doses"].map { self.regimens($0, key: "\(key).doses", horizon: horizon) }
            return nil
        }
        guard let name = document.text(nameNode, key: "\(key).name") else { return nil }
        return (arm(named: name, entries, key: key, horizon: horizon, over: inputs), nameNode)
    }

    private func arm(
        named name: String, _ entries: [String: Node], key: String, horizon: Double, over common: [String: Double]
    ) -> ReadArm {
        var inputs: [String: Double] = [:]
        for section in [ScenarioVocabulary.Field.Section.person, .diet] {
            guard let node = entries[section.rawValue] else { continue }
            for (field, value, _) in fields(node, of: section, key: "\(key).\(section.rawValue)", over: common) {
                inputs[field.input] = value
            }
        }
        let foods = entries["diet"].map { self.foods(in: $0, key: "\(key).diet").brought } ?? [:]
        let regimens = entries["doses"].map { self.regimens($0, key: "\(key).doses", horizon: horizon) } ?? []
        return (Scenario.Arm(name: name, inputs: inputs, regimens: regimens), entries["against"], foods)
    }

    /// Arms as `name: [doses]` or `name: {person: …, doses: …}`, the short form of study files.
    private func shortArms(
        _ mapping: Node.Mapping, horizon: Double, over inputs: [String: Double]
    ) -> [ReadArm] {
        mapping.map { nameNode, value in
            let name = nameNode.scalar?.string ?? "?"
            let key = "arms.\(name)"
            guard case .mapping(let content) = value else {
                let regimens = regimens(value, key: key, horizon: horizon)
                return (Scenario.Arm(name: name, inputs: [:], regimens: regimens), nil, [:])
            }
            let entries = document.entries(content, key: key, allowed: armKeys.filter { $0 != "name" })
            return arm(named: name, entries, key: key, horizon: horizon, over: inputs)
        }
    }

    /// Dose lines as regimens; `doses:` with nothing after it is no dose.
    func regimens(_ node: Node, key: String, horizon: Double) -> [Scenario.Regimen] {
        if DocumentReader.isEmpty(node) { return [] }
        guard let list = document.sequence(node, key: key) else { return [] }
        return list.enumerated().flatMap { index, item -> [Scenario.Regimen] in
            let itemKey = "\(key)[\(index + 1)]"
            guard let text = document.text(item, key: itemKey) else { return [] }
            var parser = RegimenParser(text, vocabulary: vocabulary, horizon: horizon)
            do throws(TextProblem) {
                let regimens = try parser.regimens()
                if let regimen = regimens.first, regimen.isStanding, !standingDoses.contains(regimen.doseInput) {
                    throw TextProblem(
                        message: "\(regimen.route) \(regimen.substance) cannot be standing",
                        remedy: "leave 'standing' out")
                }
                return regimens
            } catch {
                document.report(error, key: itemKey, at: item)
                return []
            }
        }
    }

    /// The arm the others are compared with: the named one, else the first.
    func reference(_ node: Node?, arms: [Scenario.Arm]) -> String {
        let first = arms.first?.name ?? ""
        guard let node, let name = document.text(node, key: "reference") else { return first }
        if arms.contains(where: { $0.name == name }) { return name }
        document.report(
            "'\(name)' is not an arm", remedy: Spelling.remedy(for: name, among: arms.map(\.name), noun: "arm"),
            key: "reference", at: node)
        return first
    }

    /// The arms with what their foods bring added to the diet they state, else to that of the scenario.
    func fed(_ arms: [ReadArm], inputs: [String: Double]) -> [ReadArm] {
        arms.map { read in
            var result = read
            for (input, brought) in read.foods {
                result.arm.inputs[input] = (read.arm.inputs[input] ?? inputs[input] ?? 0) + brought
            }
            return result
        }
    }

    /// The arms with what each is compared with: the arm it names, else the scenario's reference.
    func compared(_ arms: [ReadArm], reference: String) -> [Scenario.Arm] {
        arms.enumerated().map { index, read in
            var arm = read.arm
            arm.reference = arm.name == reference ? nil : reference
            let key = "arms[\(index + 1)].against"
            guard let node = read.against, let name = document.text(node, key: key) else { return arm }
            let others = arms.map(\.arm.name).filter { $0 != arm.name }
            let remedy = others.isEmpty ? "leave 'against' out" : "allowed: \(others.joined(separator: ", "))"
            if name == arm.name {
                document.report("an arm cannot be compared with itself", remedy: remedy, key: key, at: node)
            } else if !others.contains(name) {
                document.report("'\(name)' is not an arm", remedy: remedy, key: key, at: node)
            } else {
                arm.reference = name
            }
            return arm
        }
    }
}
