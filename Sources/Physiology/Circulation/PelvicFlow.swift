import Modeling

/// Flow to the pelvic organs, and what could flow in at full dilatation, as an index of erectile flow.
///
///     index = MAP / MAP at start · (compliance relative to start)ʳ
///
/// The index moves only by terms that are centred on none. It knows of no narrowed artery, nerve or hormone, which are the
/// common causes of erectile trouble.
struct PelvicFlow: Component {
    let bed: RegionalBed
    /// Inflow at full dilatation relative to the start [1].
    let erectileFlow: Expression

    init(in scope: Scope, meanAtStart: Expression, perfusion: Perfusion) {
        let resting = scope.parameter(
            "resting", 250, .millilitrePerMinute,
            .assumed(because: "about a twentieth of cardiac output; no source at hand"),
            spread: .logNormal(coefficientOfVariation: 0.25), "flow at rest")
        let extracted = scope.parameter(
            "extracted", 0.25, .dimensionless, .assumed(because: "as the body as a whole; no source at hand"),
            spread: .logNormal(coefficientOfVariation: 0.2), "share of oxygen extracted at rest")
        let byCompliance = scope.parameter(
            "reserveByCompliance", 0, .dimensionless,
            .assumed(because: "stiff arteries and erectile trouble go together, cause unproven; centred on none"),
            spread: .normal(standardDeviation: 0.1), grade: .speculative, nonNegative: false,
            "rise of log inflow at full dilatation per log compliance")
        bed = RegionalBed(
            in: scope, resting: resting, consumption: perfusion.consumption(extracting: extracted, from: resting),
            range: AutoregulatedRange(ofTissueIn: scope), perfusion: perfusion)
        erectileFlow = scope.define(
            "erectileFlow", .dimensionless,
            perfusion.pressure.mean / meanAtStart * perfusion.compliance.power(byCompliance),
            "inflow at full dilatation relative to the start")
    }
}
