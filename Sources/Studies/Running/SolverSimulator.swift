import Modeling
import Solvers

/// Simulates subjects with the solvers of this package: balance before day 0, then the study.
final class SolverSimulator: SubjectSimulator {
    private let simulation: Simulation
    private let layout: KernelLayout
    /// Hours in the model's time unit.
    private let hoursPerTime: Double

    /// - Throws: ``Solvers/SolverError`` where the kernel cannot do what the solver needs.
    init(_ kernel: any Kernel, settings: SolverSettings) throws {
        simulation = try Simulation(kernel: kernel, settings: settings)
        layout = kernel.layout
        hoursPerTime = layout.timeUnit.scale / Unit.hour.scale
    }

    func outcome(of subject: Subject) -> SubjectOutcome {
        do {
            let overrides = try slots(subject.parameters)
            let before = try overrides.merging(slots(subject.balanceParameters)) { _, standing in standing }
            let number = UInt64(subject.drawIndex)
            let start: [Double]
            switch try simulation.balance(overrides: before, subject: number) {
            case .atRest(let state): start = state
            case .failed(let failure): return .failed("no balanced start: \(failure)")
            }
            let times = subject.times.map { $0 / hoursPerTime }
            let trajectory = try simulation.run(
                overrides: overrides, initialState: start, doses: try schedule(subject.regimens), to: times.last ?? 0,
                reportTimes: times, subject: number, seed: subject.seed)
            if let failure = trajectory.failure { return .failed("\(failure)") }
            let values = (0..<trajectory.outputCount).map { output in times.indices.map { trajectory[$0, output] } }
            let statistics = trajectory.statistics
            return .solved(
                values: values,
                work: SolverWork(stepCount: statistics.steps, rightHandSideCount: statistics.rightHandSideCalls))
        } catch {
            return .failed("\(error)")
        }
    }

    private func slots(_ values: [String: Double]) throws(StudyError) -> [Slot: Double] {
        var result: [Slot: Double] = [:]
        for (identifier, value) in values {
            guard let index = layout.parameterIndex(identifier) else {
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

extension SolverChoice {
    /// SUNDIALS, with the method by stiffness: what studies run on.
    public static let standard = sundials(SolverSettings())

    /// SUNDIALS with other settings.
    public static func sundials(_ settings: SolverSettings) -> SolverChoice {
        SolverChoice(
            name: "SUNDIALS, \(settings.method.rawValue) method", relativeTolerance: settings.relativeTolerance,
            library: BuildFacts.sundials
        ) { try SolverSimulator($0, settings: settings) }
    }
}
