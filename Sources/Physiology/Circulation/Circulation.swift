import Modeling

/// Stiffness, pressure and flow, from the person's own pressure, size and blood and the aorta's calcium.
struct Circulation: Component {
    let oxygen: BloodOxygen
    let output: CardiacOutput
    let stiffness: ArterialStiffness
    let pressure: BloodPressure
    let flows: RegionalFlows

    init(in scope: Scope, person: Person, start: CalcificationAtStart, calcification: Calcification) {
        let form = scope.parameter(
            "form", 0.333, .dimensionless,
            .published(.guytonHall2011, at: "chapter on arterial pressure: mean lies about a third above diastolic"),
            "share of pulse pressure in the mean")
        let pressureAtStart = MeanPressureAtStart(in: scope, person: person, form: form)
        oxygen = BloodOxygen(in: scope.scope("oxygen", "oxygen in arterial blood"), person: person)
        output = CardiacOutput(
            in: scope.scope("output", "cardiac output, heart rate, stroke"), person: person, oxygen: oxygen)
        stiffness = ArterialStiffness(
            in: scope.scope("stiffness", "pulse wave velocity, distensibility, compliance"), person: person,
            start: start, calcification: calcification, meanPressure: pressureAtStart.mean, form: form)
        pressure = BloodPressure(
            in: scope.scope("pressure", "arterial pressures and resistance"), atStart: pressureAtStart, form: form,
            relativeCompliance: stiffness.relativeCompliance, output: output)
        flows = RegionalFlows(
            in: scope.scope("flow", "resting flow by region"), person: person, meanAtStart: pressureAtStart.mean,
            pressure: pressure, output: output, oxygen: oxygen, compliance: stiffness.relativeCompliance)
    }
}

/// Mean and pulse pressure at the start [mmHg].
struct MeanPressureAtStart: Component {
    let mean, pulse: Expression

    init(in scope: Scope, person: Person, form: Expression) {
        pulse = person.systolicPressure - person.diastolicPressure
        mean = scope.define(
            "meanAtStart", .millimetreOfMercury, person.diastolicPressure + form * pulse, "mean pressure at the start")
    }
}
