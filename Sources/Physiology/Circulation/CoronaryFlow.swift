import Modeling

/// The heart's own flow: it follows the heart's work, and in diastole at full dilatation it follows diastolic pressure.
///
///     resting = mass · flow per mass · (SBP · heart rate) / work · need
///     hyperaemic = DBP / minimal resistance,   reserve = hyperaemic / resting
///
/// The reserve is that of open arteries: calcium takes nothing off it, and narrowing is not known here.
struct CoronaryFlow: Component {
    let bed: RegionalBed
    /// Flow at full dilatation over flow at rest [1].
    let reserve: Expression

    init(in scope: Scope, perfusion: Perfusion) {
        let massPerArea = scope.parameter(
            "massPerArea", 160, (Unit.gram / .squareMetre).named("g/m2"),
            .assumed(because: "about 300 g in 1.85 m²; 225 mL/min at 70 mL/100 g/min (Guyton) make 320 g"),
            spread: .logNormal(coefficientOfVariation: 0.15), "heart muscle per body surface")
        let flowPerMass = scope.parameter(
            "flowPerMass", 0.92, .millilitrePerGramPerMinute,
            .published(.czernin1993, at: "abstract: 0.92 ± 0.25 mL/g/min at 64 years"),
            spread: .logNormal(coefficientOfVariation: 0.2), "resting flow at the measured work")
        let measuredWork = scope.parameter(
            "measuredWork", 8634, .millimetreOfMercuryPerMinute,
            .published(.czernin1993, at: "abstract: rate–pressure product 8634 ± 1890 at 64 years"),
            "rate–pressure product the flow was measured at")
        let extracted = scope.parameter(
            "extracted", 0.7, .dimensionless,
            .published(.guytonHall2011, at: "chapter on coronary circulation: about 70 % is removed at rest"),
            "share of oxygen extracted at rest")
        let hyperaemic = scope.parameter(
            "hyperaemicPerMass", 2.89, .millilitrePerGramPerMinute,
            .published(
                .sdringola2011,
                at: "abstract: 2.89 ± 0.50 mL/g/min in true normals; Czernin 1993 finds no fall with age"),
            spread: .logNormal(coefficientOfVariation: 0.2), "flow at full dilatation")
        let usualDiastolic = scope.parameter(
            "usualDiastolic", 80, .millimetreOfMercury,
            .assumed(because: "pressure during the measurement of hyperaemic flow; not in the abstract"),
            spread: .normal(standardDeviation: 5), "diastolic pressure that drives the hyperaemic flow")
        let range = AutoregulatedRange(
            in: scope, from: 60, to: 140,
            .assumed(because: "about as in the brain; stated so in textbooks, no page at hand"))

        let mass = massPerArea * perfusion.output.surface
        let work = perfusion.pressure.systolic * perfusion.output.heartRate
        let demanded = scope.define(
            "demanded", .millilitrePerMinute, mass * flowPerMass * work / measuredWork, "flow that the work demands")
        bed = RegionalBed(
            in: scope, resting: demanded * perfusion.oxygen.need,
            consumption: perfusion.consumption(extracting: extracted, from: demanded), range: range,
            perfusion: perfusion)
        let minimalResistance = scope.define(
            "minimalResistance", .millimetreOfMercuryMinutePerLitre,
            usualDiastolic / (hyperaemic * mass).converted(from: .millilitrePerMinute, to: .litrePerMinute),
            "resistance at full dilatation")
        let greatest = scope.define(
            "hyperaemicFlow", .millilitrePerMinute,
            (perfusion.pressure.diastolic / minimalResistance).converted(
                from: .litrePerMinute, to: .millilitrePerMinute), "flow at full dilatation")
        reserve = scope.define("reserve", .dimensionless, greatest / bed.flow, "coronary flow reserve")
    }
}
