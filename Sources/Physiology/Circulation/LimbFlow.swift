import Modeling

/// Flow to one leg at rest.
struct LimbFlow: Component {
    let bed: RegionalBed

    init(in scope: Scope, perfusion: Perfusion) {
        let resting = scope.parameter(
            "resting", 350, .millilitrePerMinute,
            .published(.lewis1986, at: "abstract: common femoral artery, 350 ± 141 mL/min"),
            spread: .logNormal(coefficientOfVariation: 0.4), "flow at rest")
        let extracted = scope.parameter(
            "extracted", 0.3, .dimensionless,
            .assumed(because: "resting muscle takes 5 to 6 of 20 mL/dL; from memory"),
            spread: .logNormal(coefficientOfVariation: 0.2), "share of oxygen extracted at rest")
        bed = RegionalBed(
            in: scope, resting: resting, consumption: perfusion.consumption(extracting: extracted, from: resting),
            range: AutoregulatedRange(ofTissueIn: scope), perfusion: perfusion)
    }
}
