import Modeling

/// A model as tables for a terminal: states, numbers with their evidence, and the works they come from.
public struct ModelListing: Sendable {
    public var model: Model
    /// Citation of each reference key.
    public var bibliography: [String: Citation]

    public init(_ model: Model, bibliography: [String: Citation] = [:]) {
        self.model = model
        self.bibliography = bibliography
    }

    /// All tables, one after the other, with a heading each.
    public func text(width: Int = 100) -> String {
        let parts = [
            ("States", states(width: width)), ("Numbers, assumed ones first", parameters(width: width)),
            ("Outputs", outputs(width: width)), ("Sources", sources(width: width)),
        ]
        let blocks = parts.filter { !$0.1.isEmpty }.map { "\($0.0)\n\($0.1)" }
        return "\(model.name), time in \(model.timeUnit)\n\n" + blocks.joined(separator: "\n")
    }

    /// What flows, rates and events change.
    public func states(width: Int = 100) -> String {
        let rows = model.quantities.filter(\.isSpecies).map { quantity in
            [
                quantity.identifier, quantity.unit.description, quantity.isPinned ? "pinned" : "balanced",
                "\(quantity.grade)", quantity.summary,
            ]
        }
        return table(
            [
                .init(title: "state"), .init(title: "unit"), .init(title: "at the start"), .init(title: "evidence"),
                .init(title: "what it is", wraps: true),
            ], rows, width)
    }

    /// Numbers with value, spread and origin.
    public func parameters(width: Int = 100) -> String {
        let rows = ParameterEntry.sourced(in: [model]).map { entry in
            [entry.identifier, entry.valueText, entry.spreadText, "\(entry.grade)", "\(entry.evidence)"]
        }
        return table(
            [
                .init(title: "number", wraps: true), .init(title: "value", isNumber: true), .init(title: "spread"),
                .init(title: "evidence"), .init(title: "where it comes from", wraps: true),
            ], rows, width)
    }

    /// Results the model offers.
    public func outputs(width: Int = 100) -> String {
        let rows = model.outputs.map { [$0.identifier, $0.unit.description, "\($0.grade)", $0.label] }
        return table(
            [
                .init(title: "output"), .init(title: "unit"), .init(title: "own evidence"),
                .init(title: "name", wraps: true),
            ], rows, width)
    }

    /// Works that numbers were read in, by key.
    public func sources(width: Int = 100) -> String {
        let entries = ParameterEntry.sourced(in: [model])
        let rows = Set(entries.compactMap(\.referenceKey)).sorted().map { key in
            let citation = bibliography[key]
            let count = entries.count { $0.referenceKey == key }
            let link = citation?.address.map { " " + $0 } ?? ""
            return [key, "\(count)", (citation?.text ?? "not in the bibliography") + link]
        }
        return table(
            [.init(title: "work"), .init(title: "numbers", isNumber: true), .init(title: "citation", wraps: true)],
            rows, width)
    }

    private func table(_ columns: [TextTable.Column], _ rows: [[String]], _ width: Int) -> String {
        guard !rows.isEmpty else { return "" }
        return TextTable(columns, rows: rows).lines(width: width).joined(separator: "\n") + "\n"
    }
}

extension Quantity {
    var isSpecies: Bool {
        if case .species = kind { true } else { false }
    }
}
