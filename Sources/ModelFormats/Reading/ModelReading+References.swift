import CLibSBML
import Modeling

extension ModelReading {
    /// Whether a quantity may not be changed by rules and events; Level 1 has no such thing.
    func isConstant(_ name: String) -> Bool { level > 1 && constants.contains(name) }

    /// What the file names but does not declare, declares twice, or changes although it is constant.
    ///
    /// libSBML finds most of it too, but only with all its checks, which cost many times the reading.
    mutating func checkReferences() {
        checkNames()
        checkSpecies()
        checkReactions()
        let variables = Set(model.quantities.map(\.identifier))
        for index in 0..<Model_getNumInitialAssignments(source) {
            guard let element = Model_getInitialAssignment(source, index),
                let symbol = text(InitialAssignment_getSymbol(element)), !variables.contains(symbol)
            else { continue }
            dangling("initial assignment", symbol, "is given a start but is not declared", element)
        }
        for index in 0..<Model_getNumRules(source) {
            guard let rule = Model_getRule(source, index), let variable = text(Rule_getVariable(rule)) else { continue }
            if !variables.contains(variable) {
                dangling("rule", variable, "has a rule but is not declared", rule)
            } else if isConstant(variable) {
                add(
                    .error, "constant", variable, "has a rule but is constant",
                    "declare it constant=\"false\", or drop the rule", rule)
            }
        }
    }

    private mutating func dangling(_ construct: String, _ name: String, _ message: String, _ element: OpaquePointer) {
        add(.error, construct, name, message, "declare it or correct the name", element)
    }

    /// Identifiers of all kinds but units share one space of names.
    private mutating func checkNames() {
        var lines: [String: Int?] = [:]
        func elements(_ count: UInt32, _ element: (UInt32) -> OpaquePointer?) -> [OpaquePointer] {
            (0..<count).compactMap(element)
        }
        let source = source
        var all = elements(Model_getNumFunctionDefinitions(source)) { Model_getFunctionDefinition(source, $0) }
        all += elements(Model_getNumCompartments(source)) { Model_getCompartment(source, $0) }
        all += elements(Model_getNumSpecies(source)) { Model_getSpecies(source, $0) }
        all += elements(Model_getNumParameters(source)) { Model_getParameter(source, $0) }
        all += elements(Model_getNumReactions(source)) { Model_getReaction(source, $0) }
        all += elements(Model_getNumEvents(source)) { Model_getEvent(source, $0) }
        for element in all {
            guard let name = text(SBase_getIdAttribute(element)) else { continue }
            if let first = lines[name] {
                let place = first.map { "on line \($0)" } ?? "before"
                add(
                    .error, "duplicate identifier", name, "is declared twice, first \(place)", "rename one of them",
                    element)
            } else {
                lines[name] = .some(line(element))
            }
        }
    }

    private mutating func checkSpecies() {
        let compartments = Set(
            model.quantities.lazy.filter { $0.kind == .compartment }.map(\.identifier))
        let parameters = Set(model.quantities.lazy.filter { $0.kind == .parameter }.map(\.identifier))
        for index in 0..<Model_getNumSpecies(source) {
            guard let element = Model_getSpecies(source, index), let name = text(Species_getId(element)) else {
                continue
            }
            if let compartment = text(Species_getCompartment(element)) {
                if !compartments.contains(compartment) {
                    dangling(
                        "compartment", name, "is in the compartment '\(compartment)', which is not declared", element)
                }
            } else {
                add(.error, "compartment", name, "is in no compartment", "name the compartment it is in", element)
            }
            if let factor = text(Species_getConversionFactor(element)), !parameters.contains(factor) {
                dangling("conversion factor", name, "is converted by '\(factor)', which is no parameter", element)
            }
        }
        if let factor = text(Model_getConversionFactor(source)), !parameters.contains(factor) {
            dangling("conversion factor", "", "is converted by '\(factor)', which is no parameter", source)
        }
    }

    private mutating func checkReactions() {
        var species: Set<String> = []
        for quantity in model.quantities { if case .species = quantity.kind { species.insert(quantity.identifier) } }
        for index in 0..<Model_getNumReactions(source) {
            guard let element = Model_getReaction(source, index), let name = text(Reaction_getId(element)) else {
                continue
            }
            let references =
                (0..<Reaction_getNumReactants(element)).compactMap { Reaction_getReactant(element, $0) }
                + (0..<Reaction_getNumProducts(element)).compactMap { Reaction_getProduct(element, $0) }
                + (0..<Reaction_getNumModifiers(element)).compactMap { Reaction_getModifier(element, $0) }
            for reference in references {
                guard let target = text(SpeciesReference_getSpecies(reference)), !species.contains(target) else {
                    continue
                }
                dangling("species reference", name, "names the species '\(target)', which is not declared", reference)
            }
        }
    }
}
