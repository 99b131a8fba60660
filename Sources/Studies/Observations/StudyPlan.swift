import Modeling

/// An observed study with the models of its arms, ready to be simulated.
struct StudyPlan: Sendable {
    let study: ObservedStudy
    let arms: [Arm]

    struct Arm: Sendable {
        let name: String
        let model: ArmModel
        let regimens: [Scenario.Regimen]
        let parameters: [String: Double]
        let standing: [String: Double]
        let times: [Double]
    }

    init(_ study: ObservedStudy, library: inout ArmModelLibrary) throws {
        self.study = study
        let family = library.family(of: study.species)
        arms = try study.arms.map { arm in
            let model = try library.model(for: arm.regimens, species: study.species)
            let inputs = study.inputs.merging(arm.inputs) { _, own in own }
            for identifier in study.settings.keys.sorted() { try model.checkSettable(identifier) }
            return Arm(
                name: arm.name, model: model, regimens: arm.regimens,
                parameters: model.parameters(from: inputs).merging(study.settings) { _, own in own },
                standing: try model.standingParameters(of: arm.regimens, family: family),
                times: study.times(ofArm: arm.name))
        }
    }

    /// One arm with some parameters; those the arm's model lacks fall away.
    ///
    /// - Parameter nuisance: values of the study's own unknowns, by identifier.
    func subject(
        armIndex: Int, drawn: [String: Double], nuisance: [String: Double], seed: UInt64, drawIndex: Int
    ) -> Subject {
        let arm = arms[armIndex]
        let known = drawn.filter { arm.model.kernel.layout.parameterIndex($0.key) != nil }
        var subject = Subject(
            parameters: known.merging(arm.parameters) { _, given in given }, balanceParameters: arm.standing,
            regimens: arm.regimens, times: arm.times, seed: seed, drawIndex: drawIndex)
        for unknown in study.nuisance {
            guard let value = nuisance[unknown.identifier] else { continue }
            switch unknown.target {
            case .parameter(let name):
                if arm.model.kernel.layout.parameterIndex(name) != nil { subject.parameters[name] = value }
            case .input(let input, let only):
                guard only == nil || only == arm.name else { continue }
                subject.parameters.merge(arm.model.parameters(from: [input: value])) { _, fitted in fitted }
            case .attribute(let name, let doseInput):
                for index in subject.regimens.indices where subject.regimens[index].doseInput == doseInput {
                    subject.regimens[index].attributes[name] = value
                }
            }
        }
        return subject
    }

    /// What the study would have reported, in the observation's unit; `nil` where an arm has no outcome.
    ///
    /// - Parameter outputs: for each arm `[outputIndex][timeIndex]`, `nil` where it could not be simulated.
    func prediction(of observation: ObservedStudy.Observation, from outputs: [[[Double]]?]) -> Double? {
        let statistic = observation.statistic
        func course(_ name: String, _ output: String) -> (times: [Double], values: [Double], unit: Unit)? {
            guard let index = arms.firstIndex(where: { $0.name == name }), let values = outputs[index],
                let outputIndex = arms[index].model.kernel.layout.outputIndex(output)
            else { return nil }
            return (arms[index].times, values[outputIndex], arms[index].model.kernel.layout.outputs[outputIndex].unit)
        }
        guard let own = course(observation.arm, observation.output) else { return nil }
        var value = statistic.evaluate(times: own.times, values: own.values)
        if let against = observation.against {
            guard let other = course(against, observation.output) else { return nil }
            if statistic.isOfDifferenceCourse {
                let elsewhere = Dictionary(zip(other.times, other.values), uniquingKeysWith: { first, _ in first })
                let shared = zip(own.times, own.values).compactMap { time, value in
                    elsewhere[time].map { (time, value - $0) }
                }
                value = statistic.evaluate(times: shared.map(\.0), values: shared.map(\.1))
            } else {
                value -= statistic.evaluate(times: other.times, values: other.values)
            }
        }
        if let base = observation.relativeTo {
            guard let other = course(base.arm, base.output) else { return nil }
            let denominator = statistic.evaluate(times: other.times, values: other.values)
            return value * own.unit.scale / (denominator * other.unit.scale) / observation.unit.scale
        }
        let unit = statistic.unit(ofOutput: own.unit)
        return unit == observation.unit ? value : value * (unit.scale / observation.unit.scale)
    }
}
