import Modeling
import Solvers

/// Turns subjects of a study into inputs of a solver: balance before day 0, doses, times.
struct SubjectPreparation {
    let simulation: Simulation
    private let layout: KernelLayout
    /// By identifier: a subject sets some two hundred parameters.
    private let parameterIndices: [String: Int]
    /// Hours in the model's time unit.
    private let hoursPerTime: Double

    /// - Parameter simulation: balances subjects on a kernel of one lane.
    init(_ simulation: Simulation) {
        self.simulation = simulation
        layout = simulation.kernel.layout
        parameterIndices = Dictionary(
            layout.parameters.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        hoursPerTime = layout.timeUnit.scale / Unit.hour.scale
    }

    /// - Throws: ``StudyError`` where a subject does not fit the model; ``Solvers/SolverError``;
    ///   ``NoBalancedStart`` where fast states do not come to rest.
    func input(for subject: Subject) throws -> SubjectInput {
        let overrides = try slots(subject.parameters)
        let before = try overrides.merging(slots(subject.balanceParameters)) { _, standing in standing }
        let number = UInt64(subject.drawIndex)
        let start: [Double]
        switch try simulation.balance(overrides: before, subject: number) {
        case .atRest(let state): start = state
        case .failed(let failure): throw NoBalancedStart(failure: failure)
        }
        let times = subject.times.map { $0 / hoursPerTime }
        var input = SubjectInput(
            overrides: overrides, initialState: start, doses: try schedule(subject.regimens), to: times.last ?? 0,
            reportTimes: times, subject: number, seed: subject.seed)
        input.initialSensitivities = try sensitivities(of: start, before, subject)
        return input
    }

    /// Derivatives of the balanced start, where they are followed; by a parameter that had another value then, zero.
    private func sensitivities(
        of start: [Double], _ before: [Slot: Double], _ subject: Subject
    ) throws(SolverError) -> [Double]? {
        guard let sensitivity = layout.sensitivity else { return nil }
        var result = try simulation.balanceSensitivities(at: start, overrides: before)
        for (column, parameter) in sensitivity.parameters.enumerated()
        where subject.balanceParameters[layout.parameters[parameter].identifier] != nil {
            for row in layout.states.indices { result[row * sensitivity.parameterCount + column] = 0 }
        }
        return result
    }

    /// - Parameter passedOver: how periods of repeated doses were passed over, where the solver does and there are any.
    func outcome(_ trajectory: Trajectory, passedOver: MultirevolutionWork? = nil) -> SubjectOutcome {
        if let failure = trajectory.failure { return .failed("\(failure)") }
        let values = (0..<trajectory.outputCount).map { output in
            trajectory.times.indices.map { trajectory[$0, output] }
        }
        let statistics = trajectory.statistics
        var work = SolverWork(stepCount: statistics.steps, rightHandSideCount: statistics.rightHandSideCalls)
        if let passedOver, let start = trajectory.times.first, let end = trajectory.times.last {
            work.repeatedTime = .seconds((end - start) * hoursPerTime * 3600)
            work.doseByDoseTime = .seconds(passedOver.timeSimulatedDirectly * hoursPerTime * 3600)
        }
        return .solved(values: values, work: work)
    }

    private func slots(_ values: [String: Double]) throws(StudyError) -> [Slot: Double] {
        var result: [Slot: Double] = [:]
        for (identifier, value) in values {
            guard let index = parameterIndices[identifier] else {
                throw .notSettable(identifier: identifier, model: layout.modelName)
            }
            result[.parameter(index)] = value
        }
        return result
    }

    private func schedule(_ regimens: [Scenario.Regimen]) throws(StudyError) -> DoseSchedule {
        var result: [Solvers.Regimen] = []
        for regimen in regimens {
            guard let doseIndex = layout.doses.firstIndex(where: { $0.identifier == regimen.doseInput }) else {
                throw .missingDoseInput(identifier: regimen.doseInput, model: layout.modelName)
            }
            let parameters = layout.doses[doseIndex].attributeParameters
            let attributes = regimen.attributes.compactMap { name, value in parameters[name].map { ($0, value) } }
            result.append(
                Solvers.Regimen(
                    doseIndex: doseIndex, amount: regimen.amount, start: regimen.start / hoursPerTime,
                    interval: regimen.interval.map { $0 / hoursPerTime }, end: regimen.end / hoursPerTime,
                    duration: regimen.infusionDuration / hoursPerTime,
                    attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first })))
        }
        return DoseSchedule(result)
    }
}

/// A subject whose fast states do not come to rest before day 0.
struct NoBalancedStart: Error, CustomStringConvertible {
    let failure: Trajectory.Failure
    var description: String { "no balanced start: \(failure)" }
}
