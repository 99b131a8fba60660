import Modeling

/// One region: flow at rest, held between two mean pressures, and the oxygen it brings.
///
///     flow = resting · min(1, MAP / lower) · max(1, MAP / upper) · (compliance relative to start)ˢ
///     resistance = MAP / flow,   delivery = flow · content,   extraction = min(1, consumption / delivery)
///
/// A calcium score never narrows a lumen here; the last factor, stiffness itself, is speculative and centred on none.
/// Venous pressure is taken as 0. At an extraction of 1 the region uses less than it needs.
struct RegionalBed: Component {
    /// [mL/min]
    let flow: Expression
    /// [mmHg·min/L]
    let resistance: Expression
    /// Oxygen brought [mL/min].
    let oxygenDelivery: Expression
    /// Share of the oxygen brought that is used [1].
    let extraction: Expression

    /// - Parameters:
    ///   - resting: flow within the range [mL/min].
    ///   - consumption: oxygen used [mL/min].
    init(
        in scope: Scope, resting: Expression, consumption: Expression, range: AutoregulatedRange, perfusion: Perfusion
    ) {
        let pressure = perfusion.pressure.mean
        let held = minimum(1, pressure / range.lower) * maximum(1, pressure / range.upper)
        flow = scope.define(
            "flow", .millilitrePerMinute, resting * held * perfusion.compliance.power(perfusion.byCompliance),
            "flow at rest")
        resistance = scope.define(
            "resistance", .millimetreOfMercuryMinutePerLitre,
            pressure / flow.converted(from: .millilitrePerMinute, to: .litrePerMinute), "vascular resistance")
        oxygenDelivery = scope.define(
            "oxygenDelivery", .millilitrePerMinute, flow * perfusion.oxygen.fraction, "oxygen brought")
        extraction = scope.define(
            "extraction", .dimensionless, minimum(1, consumption / oxygenDelivery), "share of the oxygen used")
    }
}

/// What every region is fed with.
struct Perfusion: Sendable {
    let pressure: BloodPressure
    let output: CardiacOutput
    let oxygen: BloodOxygen
    /// Of the arterial tree relative to the start [1].
    let compliance: Expression
    /// Rise of log flow per log compliance [1].
    let byCompliance: Expression

    /// Oxygen used at a share of what usual blood brings in a flow [mL/min].
    func consumption(extracting share: Expression, from flow: Expression) -> Expression {
        share * oxygen.usualFraction * flow
    }
}

/// Mean pressures between which flow is held [mmHg].
struct AutoregulatedRange: Component {
    let lower, upper: Expression

    init(in scope: Scope, from lower: Double, to upper: Double, _ evidence: Evidence) {
        self.lower = scope.parameter("lower", lower, .millimetreOfMercury, evidence, "lower end of autoregulation")
        self.upper = scope.parameter("upper", upper, .millimetreOfMercury, evidence, "upper end of autoregulation")
    }

    /// Of tissue in general.
    init(ofTissueIn scope: Scope) {
        self.init(
            in: scope, from: 70, to: 175,
            .published(
                .guytonHall2011,
                at: "chapter on local control of blood flow: 20 to 30 % between 70 and 175 mmHg, in time less"))
    }
}
