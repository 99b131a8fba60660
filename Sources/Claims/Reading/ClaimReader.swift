import Modeling
import Studies
import Yams

/// Turns the nodes of a claim file into a `ClaimFile`, leaving issues with the document.
struct ClaimReader {
    let document: DocumentReader
    let context: ClaimContext
    let studies: [String: ObservedStudy]
    /// Output identifier → unit.
    let outputs: [String: Unit]
    let outputNames: [String]
    let scenarios: ScenarioReader

    static let keys = ["title", "about", "reviewed", "places", "scenarios", "claims"]

    init(document: DocumentReader, context: ClaimContext) {
        self.document = document
        self.context = context
        studies = Dictionary(context.studies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let modelOutputs = context.family.model(using: []).outputs
        outputs = Dictionary(modelOutputs.map { ($0.identifier, $0.unit) }, uniquingKeysWith: { first, _ in first })
        outputNames = modelOutputs.map(\.identifier)
        scenarios = ScenarioReader(
            document: document, vocabulary: context.family.vocabulary, modelOutputs: outputNames,
            standingDoses: Set(context.family.standingIntake.keys))
    }

    /// The file; meaningless where the document has issues, `nil` where nothing can be made of it.
    func file(_ root: Node.Mapping) -> ClaimFile? {
        let entries = document.entries(root, key: "", allowed: Self.keys)
        let places = self.places(entries["places"])
        var scenarios: [String: Scenario] = [:]
        if let node = entries["scenarios"], let mapping = document.mapping(node, key: "scenarios") {
            for (nameNode, value) in mapping {
                let name = nameNode.scalar?.string ?? "?"
                guard let content = document.mapping(value, key: "scenarios.\(name)") else { continue }
                scenarios[name] = self.scenarios.scenario(content)
            }
        }
        guard let list = entries["claims"] else {
            document.report(
                "'claims' is missing", remedy: "list the claims, each with 'id', 'text' and 'tests'", key: "",
                at: .mapping(root))
            return nil
        }
        let claims = self.claims(list, places: places.map(\.key), scenarios: scenarios)
        ask(&scenarios, for: claims)
        return ClaimFile(
            title: entries["title"].flatMap { document.text($0, key: "title") } ?? "Claims",
            about: entries["about"].flatMap { document.text($0, key: "about") } ?? "",
            reviewed: reviewed(entries["reviewed"]), places: places, scenarios: scenarios,
            outsideRange: scenarios.compactMapValues(outsideRange), claims: claims)
    }

    /// `key: A heading`, or `key: {heading: …, author: …, work: …}`.
    private func places(_ node: Node?) -> [ClaimResults.Place] {
        guard let node, let mapping = document.mapping(node, key: "places") else { return [] }
        return mapping.compactMap { keyNode, value in
            let name = keyNode.scalar?.string ?? "?"
            let key = "places.\(name)"
            guard value.mapping != nil else {
                return document.text(value, key: key).map { ClaimResults.Place(key: name, text: $0) }
            }
            guard let content = document.mapping(value, key: key) else { return nil }
            let entries = document.entries(content, key: key, allowed: ["heading", "author", "work"])
            guard let heading = required("heading", entries, key: key, at: value, "say what stands above its claims")
            else { return nil }
            func text(_ name: String) -> String? { entries[name].flatMap { document.text($0, key: "\(key).\(name)") } }
            return ClaimResults.Place(key: name, text: heading, author: text("author"), work: text("work"))
        }
    }

    /// A day, so that no report holds anything but a day.
    private func reviewed(_ node: Node?) -> String {
        guard let node, let text = document.text(node, key: "reviewed") else { return "" }
        if text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil { return text }
        document.report("'\(text)' is not a day", remedy: "write for example 2026-01-31", key: "reviewed", at: node)
        return ""
    }

    private func claims(_ node: Node, places: [String], scenarios: [String: Scenario]) -> [Claim] {
        guard let list = document.sequence(node, key: "claims") else { return [] }
        if list.isEmpty { document.report("there is no claim", remedy: "write at least one", key: "claims", at: node) }
        var lines: [String: Int] = [:]
        return list.enumerated().compactMap { index, item in
            let key = "claims[\(index + 1)]"
            guard let claim = claim(item, key: key, places: places, scenarios: scenarios) else { return nil }
            if let first = lines[claim.id] {
                document.report(
                    "the id '\(claim.id)' stands already on line \(first)", remedy: "give each claim its own", key: key,
                    at: item)
            }
            lines[claim.id] = item.mark?.line ?? 0
            return claim
        }
    }

    /// Gives each scenario the outputs and times that claims ask for.
    private func ask(_ scenarios: inout [String: Scenario], for claims: [Claim]) {
        for name in Array(scenarios.keys) {
            let tests = claims.flatMap(\.tests).compactMap { test -> SimulationTest? in
                if case .simulation(let simulation) = test, simulation.scenario == name { simulation } else { nil }
            }
            guard var scenario = scenarios[name] else { continue }
            scenario.outputs = Set(tests.map(\.output)).sorted()
            scenario.reportTimes = Set(scenario.reportTimes + tests.flatMap(\.statistic.times)).sorted()
            scenarios[name] = scenario
        }
    }

    /// Why the model is not meant for a scenario; `nil` where it is.
    private func outsideRange(_ scenario: Scenario) -> String? {
        for limit in context.family.vocabulary.validity {
            let values = [scenario.inputs[limit.input]] + scenario.arms.map { $0.inputs[limit.input] }
            for value in values.compactMap(\.self) where !limit.range.contains(value) {
                let field = context.family.vocabulary.field(of: limit.input)
                return "\(field?.key ?? limit.input) \(QuantityText.text(value)): \(limit.meaning)"
            }
        }
        return nil
    }
}
