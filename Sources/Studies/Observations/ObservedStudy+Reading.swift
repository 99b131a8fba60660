import Modeling
import Yams

extension ObservedStudy {
    /// Reads a study file.
    ///
    /// - Parameters:
    ///   - text: content of the file.
    ///   - file: name for messages.
    ///   - use: what the file's `use` must be; `nil` takes any.
    ///   - family: whose vocabulary the file uses.
    /// - Throws: ``ScenarioError`` with every issue of the text.
    public init(
        parsing text: String, file: String, use: Use? = nil, for family: any ModelFamily
    ) throws(ScenarioError) {
        let document = DocumentReader(file: file)
        let study = document.root(of: text).flatMap { root in
            ObservedStudyReader(document: document, of: root, family: family, expectedUse: use)?.study(root)
        }
        guard let study, document.issues.isEmpty else { throw ScenarioError(issues: document.issues) }
        self = study
    }
}

/// Turns the nodes of a study file into an `ObservedStudy`, leaving issues with the document.
struct ObservedStudyReader {
    let document: DocumentReader
    /// Of the study's species.
    let family: any ModelFamily
    let species: String?
    let expectedUse: ObservedStudy.Use?

    /// `nil`, with an issue, where the file names a species that the family does not have.
    init?(
        document: DocumentReader, of root: Node.Mapping, family: any ModelFamily, expectedUse: ObservedStudy.Use?
    ) {
        self.document = document
        self.expectedUse = expectedUse
        guard let node = root["species"] else {
            self.family = family
            species = nil
            return
        }
        guard let word = document.text(node, key: "species") else { return nil }
        guard let found = family.species[word] else {
            let known = family.species.keys.sorted()
            document.report(
                "'\(word)' is not a species of this model",
                remedy: known.isEmpty
                    ? "leave 'species' out; there are none" : Spelling.remedy(for: word, among: known, noun: "species"),
                key: "species", at: node)
            return nil
        }
        self.family = found
        species = word
    }

    /// Window of `maximum` and `timeOfMaximum` where neither they nor the file name one [h].
    static let standardHorizon = 72.0

    static let keys = [
        "id", "title", "species", "reference", "use", "design", "funding", "risk of bias", "read", "note", "person",
        "diet",
        "arms", "horizon", "settings", "nuisance",
        "null aware", "observations",
    ]

    func study(_ root: Node.Mapping) -> ObservedStudy? {
        let entries = document.entries(root, key: "", allowed: Self.keys)
        func required(_ key: String, _ remedy: String) -> String? {
            guard let node = entries[key] else {
                document.report("'\(key)' is missing", remedy: remedy, key: "", at: .mapping(root))
                return nil
            }
            return document.text(node, key: key)
        }
        let id = required("id", "give the study a short name")
        let title = required("title", "say in a line what was done")
        let references = self.references(entries["reference"], root: root)
        let use = self.use(required("use", "write calibration, validation or context"), node: entries["use"])
        let scenario = ScenarioReader(
            document: document, vocabulary: family.vocabulary, modelOutputs: [],
            standingDoses: Set(family.standingIntake.keys),
            allowsBareNumbers: true)
        var inputs = Dictionary(
            family.vocabulary.fields.map { ($0.input, $0.defaultValue) }, uniquingKeysWith: { first, _ in first })
        for section in [ScenarioVocabulary.Field.Section.person, .diet] {
            guard let node = entries[section.rawValue] else { continue }
            for (field, value, _) in scenario.fields(node, of: section, key: section.rawValue, over: inputs) {
                inputs[field.input] = value
            }
        }
        if let node = entries["diet"] {
            inputs.merge(scenario.foods(in: node, key: "diet").brought) { stated, brought in stated + brought }
        }
        let horizon = entries["horizon"].flatMap { scenario.duration($0, key: "horizon", example: "24 h") }
        let read = scenario.arms(
            entries["arms"], root: root, horizon: horizon ?? ScenarioReader.longestHorizon, over: inputs)
        let arms = scenario.fed(read, inputs: inputs).map(\.arm)
        let model = family.model(using: Set(arms.flatMap(\.regimens).map(\.doseInput)))
        let observations = self.observations(
            entries["observations"], root: root, arms: arms.map(\.name), model: model,
            horizon: horizon ?? Self.standardHorizon)
        let nuisance = entries["nuisance"].map { self.nuisance($0, model: model, arms: arms.map(\.name)) } ?? []
        let settings = entries["settings"].map { self.settings($0, model: model) } ?? [:]
        let design = design(entries["design"])
        let riskOfBias = riskOfBias(entries["risk of bias"])
        guard let id, let title, let use else { return nil }
        return ObservedStudy(
            id: id, title: title, species: species, references: references, use: use, design: design,
            funding: entries["funding"].flatMap { document.text($0, key: "funding") } ?? "", riskOfBias: riskOfBias,
            reading: entries["read"].flatMap { document.text($0, key: "read") } ?? "",
            note: entries["note"].flatMap { document.text($0, key: "note") } ?? "", inputs: inputs, arms: arms,
            settings: settings,
            nuisance: nuisance,
            isNullAware: entries["null aware"].flatMap { document.text($0, key: "null aware") } == "yes",
            observations: observations)
    }

    private func use(_ text: String?, node: Node?) -> ObservedStudy.Use? {
        guard let text, let node else { return nil }
        guard let use = ObservedStudy.Use(rawValue: text) else {
            let words = ObservedStudy.Use.allCases.map(\.rawValue)
            document.report(
                "'\(text)' is not a use", remedy: Spelling.remedy(for: text, among: words, noun: "use"), key: "use",
                at: node)
            return nil
        }
        if let expectedUse, use != expectedUse {
            document.report(
                "the use is '\(text)' in the folder '\(expectedUse.rawValue)'",
                remedy: "a study stays in the folder of its use", key: "use",
                at: node)
        }
        return use
    }

    /// One key or a list of them.
    private func references(_ node: Node?, root: Node.Mapping) -> [String] {
        guard let node else {
            document.report(
                "'reference' is missing", remedy: "give the key in the bibliography", key: "", at: .mapping(root))
            return []
        }
        guard case .sequence(let list) = node else { return document.text(node, key: "reference").map { [$0] } ?? [] }
        return list.enumerated().compactMap { document.text($1, key: "reference[\($0 + 1)]") }
    }

    private func settings(_ node: Node, model: Model) -> [String: Double] {
        guard let mapping = document.mapping(node, key: "settings") else { return [:] }
        var result: [String: Double] = [:]
        for (keyNode, valueNode) in mapping {
            let name = keyNode.scalar?.string ?? "?"
            guard let quantity = parameter(name, model: model, key: "settings", at: keyNode),
                let text = document.text(valueNode, key: "settings.\(name)")
            else { continue }
            do throws(TextProblem) {
                result[name] = try QuantityText.value(text, in: quantity.unit, example: "1 \(quantity.unit)")
            } catch {
                document.report(error, key: "settings.\(name)", at: valueNode)
            }
        }
        return result
    }

    /// A quantity whose start is a number.
    func parameter(_ name: String, model: Model, key: String, at node: Node) -> Quantity? {
        func isNumber(_ quantity: Quantity) -> Bool {
            if case .number? = quantity.initial?.kind { true } else { false }
        }
        let parameters = model.quantities.filter { $0.kind == .parameter && isNumber($0) }
        if let found = parameters.first(where: { $0.identifier == name }) { return found }
        let near = Spelling.nearest(to: name, among: parameters.map(\.identifier))
        document.report(
            "'\(name)' is not a parameter of the model",
            remedy: near.map { "did you mean \($0)?" } ?? "see 'patency model parameters'",
            key: key, at: node)
        return nil
    }
}
