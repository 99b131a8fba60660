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
        arms = try study.arms.map { arm in
            let model = try library.model(for: arm.regimens)
            let inputs = study.inputs.merging(arm.inputs) { _, own in own }
            for identifier in study.settings.keys.sorted() { try model.checkSettable(identifier) }
            return Arm(
                name: arm.name, model: model, regimens: arm.regimens,
                parameters: model.parameters(from: inputs).merging(study.settings) { _, own in own },
                standing: try model.standingParameters(of: arm.regimens, family: library.family),
                times: study.times(ofArm: arm.name))
        }
    }

    /// One arm with some parameters; those the arm's model lacks fall away.
    func subject(armIndex: Int, drawn: [String: Double], seed: UInt64, drawIndex: Int) -> Subject {
        let arm = arms[armIndex]
        let known = drawn.filter { arm.model.kernel.layout.parameterIndex($0.key) != nil }
        return Subject(
            parameters: known.merging(arm.parameters) { _, given in given }, balanceParameters: arm.standing,
            regimens: arm.regimens, times: arm.times, seed: seed, drawIndex: drawIndex)
    }

    /// What the study would have reported, in the observation's unit; `nil` where an arm has no outcome.
    ///
    /// - Parameter outputs: for each arm `[outputIndex][timeIndex]`, `nil` where it could not be simulated.
    func prediction(of observation: ObservedStudy.Observation, from outputs: [[[Double]]?]) -> Double? {
        func statistic(_ name: String) -> Double? {
            guard let index = arms.firstIndex(where: { $0.name == name }), let values = outputs[index],
                let outputIndex = arms[index].model.kernel.layout.outputIndex(observation.output)
            else { return nil }
            let raw = observation.statistic.evaluate(times: arms[index].times, values: values[outputIndex])
            let unit = observation.statistic.unit(ofOutput: arms[index].model.kernel.layout.outputs[outputIndex].unit)
            return unit == observation.unit ? raw : raw * (unit.scale / observation.unit.scale)
        }
        guard let own = statistic(observation.arm) else { return nil }
        guard let against = observation.against else { return own }
        return statistic(against).map { own - $0 }
    }
}
