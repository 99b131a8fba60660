import CLibSBML
import Foundation
import Modeling

extension ModelReading {
    /// The active objective with bounds and stoichiometry, from package fbc of either version; `nil` without objective.
    mutating func fluxBalance() -> FluxBalance? {
        guard let plugin = SBase_getPlugin(source, "fbc"), let objective = activeObjective(plugin) else { return nil }
        var species: [String: Int] = [:]
        var names: [String] = []
        for quantity in model.quantities {
            guard case .species(_, _, false) = quantity.kind else { continue }
            species[quantity.identifier] = names.count
            names.append(quantity.identifier)
        }
        var fixed = FixedValues(model)
        var fluxes = (0..<Model_getNumReactions(source)).compactMap { index in
            Model_getReaction(source, index).flatMap { flux($0, species: species, &fixed) }
        }
        let places = Dictionary(
            fluxes.enumerated().map { ($1.reaction, $0) }, uniquingKeysWith: { first, _ in first })
        for index in 0..<FbcModelPlugin_getNumFluxBounds(plugin) {
            guard let bound = FbcModelPlugin_getFluxBound(plugin, index), let name = text(FluxBound_getReaction(bound)),
                let place = places[name]
            else { continue }
            let value = FluxBound_getValue(bound)
            switch text(FluxBound_getOperation(bound)) {
            case "greaterEqual", "greater": fluxes[place].lower = value
            case "lessEqual", "less": fluxes[place].upper = value
            default:
                fluxes[place].lower = value
                fluxes[place].upper = value
            }
        }
        for index in 0..<Objective_getNumFluxObjectives(objective) {
            guard let part = Objective_getFluxObjective(objective, index) else { continue }
            let name = text(FluxObjective_getReaction(part)) ?? ""
            guard let place = places[name] else {
                add(.error, "flux balance", name, "stands in the objective but is no reaction", "correct it", source)
                continue
            }
            fluxes[place].coefficient += FluxObjective_getCoefficient(part)
        }
        return FluxBalance(
            objective: text(Objective_getId(objective)) ?? "objective",
            isMaximum: text(Objective_getType(objective)) != "minimize", species: names, fluxes: fluxes)
    }

    private func activeObjective(_ plugin: OpaquePointer) -> OpaquePointer? {
        let name = owned(FbcModelPlugin_getActiveObjectiveId(plugin))
        let all = (0..<FbcModelPlugin_getNumObjectives(plugin)).compactMap { FbcModelPlugin_getObjective(plugin, $0) }
        return all.first { text(Objective_getId($0)) == name } ?? all.first
    }

    private mutating func flux(
        _ element: OpaquePointer, species: [String: Int], _ fixed: inout FixedValues
    ) -> FluxBalance.Flux? {
        guard let name = text(Reaction_getId(element)) else { return nil }
        var flux = FluxBalance.Flux(name, stoichiometry: [:])
        let sides = [
            (-1.0, (0..<Reaction_getNumReactants(element)).compactMap { Reaction_getReactant(element, $0) }),
            (1.0, (0..<Reaction_getNumProducts(element)).compactMap { Reaction_getProduct(element, $0) }),
        ]
        for (sign, references) in sides {
            for reference in references {
                guard let index = text(SpeciesReference_getSpecies(reference)).flatMap({ species[$0] }) else {
                    continue
                }
                // A reference with an identifier is a parameter, which formulas may set.
                let count =
                    text(SBase_getIdAttribute(reference)).map { fixed.value(of: .symbol($0)) }
                    ?? SpeciesReference_getStoichiometry(reference)
                guard let count, count.isFinite else {
                    add(
                        .refusal, "flux balance", name, "has a stoichiometry that is no fixed number",
                        "write it as a number", element)
                    continue
                }
                flux.stoichiometry[index, default: 0] += sign * count
            }
        }
        if let plugin = SBase_getPlugin(element, "fbc") {
            let (lower, upper) = (
                owned(FbcReactionPlugin_getLowerFluxBound(plugin)), owned(FbcReactionPlugin_getUpperFluxBound(plugin))
            )
            flux.lower = bound(lower, of: name, element, &fixed) ?? flux.lower
            flux.upper = bound(upper, of: name, element, &fixed) ?? flux.upper
        }
        return flux
    }

    /// Value of the parameter that bounds a flux; NaN stands where the file gives none.
    private mutating func bound(
        _ parameter: String?, of reaction: String, _ element: OpaquePointer, _ fixed: inout FixedValues
    ) -> Double? {
        guard let parameter else { return nil }
        guard let value = fixed.value(of: .symbol(parameter)) else {
            add(
                .refusal, "flux balance", reaction, "is bounded by '\(parameter)', which has no fixed value",
                "give the parameter a number or a formula of constants", element)
            return nil
        }
        return value
    }

    /// A string that libSBML hands over with its memory.
    private func owned(_ characters: UnsafeMutablePointer<CChar>?) -> String? {
        defer { free(characters) }
        return text(characters)
    }
}
