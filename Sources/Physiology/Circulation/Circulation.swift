import Modeling

/// Stiffness, pressure and flow, from the person's own pressure and the aorta's calcium.
struct Circulation: Component {
    let stiffness: ArterialStiffness
    let pressure: BloodPressure
    let flows: RegionalFlows

    init(in scope: Scope, person: Person, start: CalcificationAtStart, calcification: Calcification) {
        let form = scope.parameter(
            "form", 0.333, .dimensionless,
            .published(.guytonHall2011, at: "chapter on arterial pressure: mean lies about a third above diastolic"),
            "share of pulse pressure in the mean")
        let pressureAtStart = MeanPressureAtStart(in: scope, person: person, form: form)
        stiffness = ArterialStiffness(
            in: scope.scope("stiffness", "pulse wave velocity and compliance"), person: person, start: start,
            calcification: calcification, meanPressure: pressureAtStart.mean, form: form)
        pressure = BloodPressure(
            in: scope.scope("pressure", "arterial pressures"), atStart: pressureAtStart, form: form,
            compliance: stiffness.relativeCompliance)
        flows = RegionalFlows(
            in: scope.scope("flow", "resting flow by region"), person: person, pressure: pressure,
            compliance: stiffness.relativeCompliance)
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
