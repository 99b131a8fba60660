import Modeling

/// What chapters look up in the whole model.
struct BookContext {
    let names: BookNames
    let assignments: [String: Expression]
    let identities: [String: [String]]
    /// Headings of chapters, where the guide has one.
    let titles: [String: String]
    private let rates: [String: Expression]
    private let changes: [String: [(reaction: String, stoichiometry: Expression, isLoss: Bool)]]
    private let components: Set<String>
    private let held: Set<String>
    private let firstOrderConstants: Set<String>
    private let bibliography: [String: Citation]

    init(_ book: ModelBook) {
        let model = book.model
        names = BookNames(model)
        identities = book.identities
        titles = book.book.titles
        bibliography = book.bibliography
        components = Set(model.components.map(\.name))
        held = Set(model.doseInputs.flatMap { [$0.amount] + $0.attributes.values })
        var assignments: [String: Expression] = [:]
        var rates: [String: Expression] = [:]
        for rule in model.rules {
            switch rule {
            case .assignment(let variable, let formula): assignments[variable] = formula
            case .rate(let variable, let formula): rates[variable] = formula
            case .algebraic: break
            }
        }
        self.assignments = assignments
        self.rates = rates
        var changes: [String: [(reaction: String, stoichiometry: Expression, isLoss: Bool)]] = [:]
        for reaction in model.reactions {
            for participant in reaction.reactants {
                changes[participant.species, default: []]
                    .append((reaction.identifier, participant.stoichiometry, true))
            }
            for participant in reaction.products {
                changes[participant.species, default: []]
                    .append((reaction.identifier, participant.stoichiometry, false))
            }
        }
        self.changes = changes
        let constants = Set(model.quantities.filter { $0.kind == .parameter && $0.isConstant }.map(\.identifier))
        firstOrderConstants = Set(model.reactions.compactMap { $0.firstOrderConstant(where: constants.contains) })
    }

    /// Innermost component of an identifier; empty where it is in none. A dose input stands with its own name's component.
    func home(of identifier: String) -> String { names.components[identifier] ?? around(identifier) ?? "" }

    /// The nearest component around a component; `nil` at the top.
    func parent(of component: String) -> String? { around(component) }

    private func around(_ identifier: String) -> String? {
        var name = identifier[...]
        while let dot = name.lastIndex(of: ".") {
            name = name[..<dot]
            if components.contains(String(name)) { return String(name) }
        }
        return nil
    }

    /// Whether a parameter only holds the dose that is being given.
    func isHeldByDose(_ identifier: String) -> Bool { held.contains(identifier) }

    /// The terms of a state's rate of change; `nil` where nothing continuous changes it.
    func change(of quantity: Quantity, in component: String) -> [MathMarkup.Term]? {
        if let formula = rates[quantity.identifier] { return names.math(in: component).terms(of: formula) }
        guard let own = changes[quantity.identifier] else { return nil }
        return own.map { change in
            let flow = Expression.symbol(change.reaction)
            return (change.isLoss, change.stoichiometry == 1 ? flow : .product([change.stoichiometry, flow]))
        }
    }

    /// The ontology's term for what a quantity is.
    func term(of quantity: Quantity) -> OntologyTerm? {
        switch quantity.kind {
        case .compartment: .compartment
        case .species: OntologyTerm.ofSpecies(identifiedBy: identities[quantity.identifier]?.first)
        case .parameter:
            firstOrderConstants.contains(quantity.identifier)
                ? .firstOrderRateConstant : quantity.evidence == nil ? nil : .quantitativeParameter
        }
    }

    /// Where a number comes from, with a link to the work or to the numbers it was derived from.
    func source(of entry: ParameterEntry) -> Markup {
        switch entry.evidence.origin {
        case .published(let reference, let place):
            let address = bibliography[reference.key]?.address ?? "#work-\(reference.key)"
            return """
                <a href="\(address)" rel="noreferrer">\(reference.key)</a>, \(place) \
                <span class="unit">(\(entry.evidence.method.rawValue))</span>
                """
        case .derived(let sources, let step):
            let links = sources.map { source -> Markup in
                "<a href=\"#q-\(source)\" title=\"\(source)\">\(names.words(source))</a>"
            }
            return "derived from \(Markup(raw: links.map(\.text).joined(separator: ", "))): \(step)"
        case .fitted(let study): return "fitted: \(study)"
        case .assumed(let reason): return "<b class=\"assumed\">assumed</b>: \(reason)"
        case .given(let giver): return "given by the \(giver)"
        }
    }
}
