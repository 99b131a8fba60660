import Modeling

extension FluxBalance {
    /// Whether package fbc would call it strict: every bound a number, none of them the wrong way round.
    var isStrict: Bool {
        fluxes.allSatisfy { flux in
            flux.lower <= flux.upper && flux.lower < .infinity && flux.upper > -.infinity && flux.coefficient.isFinite
        }
    }
}

extension ModelWriting {
    /// Names of the parameters that bound a flux.
    func boundNames(_ flux: Int) -> (lower: String, upper: String) { fluxBounds[flux] }

    /// Parameters that bound fluxes, with their values.
    func fluxBoundParameters() -> [(name: String, value: Double)] {
        guard let fluxBalance else { return [] }
        return zip(fluxBalance.fluxes, fluxBounds).flatMap { flux, names in
            [(names.lower, flux.lower), (names.upper, flux.upper)]
        }
    }

    /// Net stoichiometry of a reaction that has no law.
    func writeFluxParticipants(_ flux: Int, _ xml: inout XMLText) {
        guard let fluxBalance else { return }
        let counts = fluxBalance.fluxes[flux].stoichiometry.sorted { $0.key < $1.key }
        for (list, sign) in [("listOfReactants", -1.0), ("listOfProducts", 1.0)] {
            xml.list(list, of: counts.filter { $0.value * sign > 0 }) { xml, part in
                xml.empty(
                    "speciesReference",
                    [
                        ("species", math.names[fluxBalance.species[part.key]]),
                        ("stoichiometry", NumberText.attribute(part.value * sign)), ("constant", "true"),
                    ])
            }
        }
    }

    func writeFluxObjective(_ xml: inout XMLText) {
        guard let fluxBalance else { return }
        xml.begin("fbc:listOfObjectives", [("fbc:activeObjective", objectiveName)])
        xml.begin(
            "fbc:objective",
            [
                ("fbc:id", objectiveName), ("fbc:name", nameAttribute(fluxBalance.objective, written: objectiveName)),
                ("fbc:type", fluxBalance.isMaximum ? "maximize" : "minimize"),
            ])
        let parts = fluxBalance.fluxes.filter { $0.coefficient != 0 }
        xml.list("fbc:listOfFluxObjectives", of: parts) { xml, flux in
            xml.empty(
                "fbc:fluxObjective",
                [
                    ("fbc:reaction", math.names[flux.reaction]),
                    ("fbc:coefficient", NumberText.attribute(flux.coefficient)),
                ])
        }
        xml.end()
        xml.end()
    }
}
