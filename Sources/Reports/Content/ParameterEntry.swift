import Modeling

/// A number of a model as lists print it.
struct ParameterEntry: Sendable {
    let identifier: String
    let summary: String
    let value: Double?
    let unit: Unit
    let spread: Spread
    let evidence: Evidence
    let grade: Grade

    init?(_ quantity: Quantity) {
        guard let evidence = quantity.evidence else { return nil }
        identifier = quantity.identifier
        summary = quantity.summary
        unit = quantity.unit
        spread = quantity.spread
        self.evidence = evidence
        grade = quantity.grade
        if let initial = quantity.initial, case .number(let number, _) = initial.kind {
            value = number
        } else {
            value = nil
        }
    }

    /// Numbers with a source, assumed ones first, then fitted, derived and published; those given by a scenario or a
    /// regimen are not listed.
    static func sourced(in models: [Model]) -> [ParameterEntry] {
        var seen: Set<String> = []
        let entries = models.flatMap(\.quantities).compactMap(ParameterEntry.init)
            .filter { seen.insert($0.identifier).inserted }
        return originNames.flatMap { name in entries.filter { $0.originName == name } }
    }

    /// Kinds of sources, the least sure first.
    static let originNames = ["assumed", "fitted", "derived", "published"]

    /// "3 assumed", "12 published" …, where any.
    static func counts(_ entries: [ParameterEntry]) -> [String] {
        originNames.compactMap { name in
            let count = entries.count { $0.originName == name }
            return count > 0 ? "\(count) \(name)" : nil
        }
    }

    var originName: String {
        switch evidence.origin {
        case .published: "published"
        case .derived: "derived"
        case .fitted: "fitted"
        case .assumed: "assumed"
        case .given: "given"
        }
    }

    /// Why an assumed number was chosen; empty for the others.
    var reason: String { if case .assumed(let reason) = evidence.origin { reason } else { "" } }

    var referenceKey: String? {
        if case .published(let reference, _) = evidence.origin { reference.key } else { nil }
    }

    /// As published, not rounded.
    var valueText: String {
        guard let value else { return "by formula" }
        return "\(Self.exact(value)) \(unit.isDimensionless && unit.scale == 1 ? "" : unit.symbol)"
            .trimmingSuffix(" ")
    }

    var spreadText: String {
        switch spread {
        case .none: "fixed"
        case .logNormal(let coefficient): "CV \(NumberText.value(coefficient * 100)) %"
        case .logitNormal(let deviation): "SD of the logit \(Self.exact(deviation))"
        case .normal(let deviation): "SD \(Self.exact(deviation))"
        case .uniform(let low, let high): "\(Self.exact(low)) to \(Self.exact(high))"
        }
    }

    private static func exact(_ value: Double) -> String {
        let text = "\(value)".trimmingSuffix(".0")
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
