import Modeling

// Goals, in order: the gradient of what is fitted, without the noise and the bias of differences; one run a study arm for
// all unknowns together; nothing that depends on which statistic a study reports.

extension Fit {
    /// Courses of one arm with their derivatives by each unknown's coordinate.
    private struct ArmDerivatives: Sendable {
        /// [outputIndex][timeIndex].
        let values: [[Double]]
        /// By unknown: the same shape; what is missing is zero.
        let derivatives: [Int: [[Double]]]

        /// Values a distance along one unknown, on the tangent.
        func moved(along unknown: Int, by distance: Double) -> [[Double]] {
            guard let slopes = derivatives[unknown] else { return values }
            return zip(values, slopes).map { zip($0, $1).map { $0 + distance * $1 } }
        }
    }

    /// How far along a tangent statistics are compared [coordinate]: straight within rounding, and well above it.
    private static let tangentLength = 1e-4

    /// Derivatives of the residuals by each unknown's coordinate; `nil` for an unknown that sensitivities do not reach, such as
    /// an attribute of a dose, and for all of them where an arm cannot be simulated or the solver follows none.
    func sensitivities(
        _ plans: [StudyPlan], _ targets: [[ObservedStudy.Observation]], _ unknowns: [FitUnknown], at point: [Double],
        countsPriors: Bool, kernels: inout SensitivityKernels
    ) throws -> [[Double]?] {
        let none = [[Double]?](repeating: nil, count: unknowns.count)
        guard let makeSimulator = solver.makeSensitivitySimulator else { return none }
        let reached = unknowns.indices.filter { isReached(unknowns[$0], plans) }
        var jobs: [(plan: Int, arm: Int, kernel: any Kernel, slopes: [(unknown: Int, column: Int, factor: Double)])] =
            []
        for plan in plans.indices where !targets[plan].isEmpty {
            for arm in plans[plan].arms.indices {
                let slopes = reached.compactMap { index in
                    parameter(of: unknowns[index], in: plans[plan], arm: arm).map {
                        (index, $0.name, $0.factor * unknowns[index].slope(at: point[index]))
                    }
                }
                // Two unknowns may move one parameter: a study's own stands in place of the shared one.
                let names = Set(slopes.map(\.1)).sorted()
                let kernel = try kernels.kernel(plans[plan].arms[arm].model, names)
                jobs.append((plan, arm, kernel, slopes.map { ($0.0, names.firstIndex(of: $0.1)!, $0.2) }))
            }
        }
        let work = jobs
        let tasks = ParallelTasks(threadCount: threadCount, isCancelled: isCancelled)
        let found = try tasks.results(count: work.count, makeWorker: {}) { _, index in
            let job = work[index]
            let plan = plans[job.plan]
            let study = plan.study.id
            let values = zip(unknowns, point).map { ($0, $0.value(at: $1)) }
            let shared = values.filter { $0.0.study == nil }.map { ($0.0.identifier, $0.1) }
            let own = values.filter { $0.0.study == study }.map { ($0.0.identifier, $0.1) }
            let subject = plan.subject(
                armIndex: job.arm, drawn: fixed.merging(shared, uniquingKeysWith: { $1 }),
                nuisance: Dictionary(uniqueKeysWithValues: own), seed: 0, drawIndex: 0)
            guard let course = try? makeSimulator(job.kernel).course(of: subject) else { return ArmDerivatives?.none }
            var derivatives: [Int: [[Double]]] = [:]
            for (unknown, column, factor) in job.slopes {
                derivatives[unknown] = course.derivatives[column].map { $0.map { $0 * factor } }
            }
            return ArmDerivatives(values: course.values, derivatives: derivatives)
        }
        guard !found.contains(where: { $0 == nil }) else { return none }
        var courses = plans.map { [ArmDerivatives?](repeating: nil, count: $0.arms.count) }
        for (job, course) in zip(jobs, found) { courses[job.plan][job.arm] = course }
        return unknowns.indices.map { unknown in
            guard reached.contains(unknown) else { return nil }
            return column(unknown, plans, targets, countsPriors ? unknowns : [], courses)
        }
    }

    /// One column of the Jacobian; `nil` where a statistic does not exist next to the point.
    private func column(
        _ unknown: Int, _ plans: [StudyPlan], _ targets: [[ObservedStudy.Observation]], _ unknowns: [FitUnknown],
        _ courses: [[ArmDerivatives?]]
    ) -> [Double]? {
        let distance = Self.tangentLength
        var column: [Double] = []
        for plan in plans.indices {
            func outputs(_ distance: Double) -> [[[Double]]?] {
                courses[plan].map { $0?.moved(along: unknown, by: distance) }
            }
            let (ahead, behind) = (outputs(distance), outputs(-distance))
            for observation in targets[plan] {
                guard let above = plans[plan].prediction(of: observation, from: ahead),
                    let below = plans[plan].prediction(of: observation, from: behind),
                    let high = observation.residual(of: above),
                    let low = observation.residual(of: below), (high - low).isFinite
                else { return nil }
                column.append((high - low) / (2 * distance))
            }
        }
        for (index, other) in unknowns.enumerated() {
            guard let deviation = other.parameter.priorDeviation else { continue }
            column.append(index == unknown ? 1 / deviation : 0)
        }
        return column
    }

    /// Whether derivatives by an unknown are derivatives by parameters; a dose sets its attributes to numbers.
    private func isReached(_ unknown: FitUnknown, _ plans: [StudyPlan]) -> Bool {
        guard let study = unknown.study else { return true }
        return plans.allSatisfy { plan in
            plan.study.id != study
                || plan.study.nuisance.allSatisfy { nuisance in
                    guard nuisance.identifier == unknown.identifier, case .attribute = nuisance.target else {
                        return true
                    }
                    return false
                }
        }
    }

    /// The parameter of an arm's model that an unknown moves, and by how much; `nil` where it moves none.
    private func parameter(
        of unknown: FitUnknown, in plan: StudyPlan, arm: Int
    ) -> (name: String, factor: Double)? {
        let arm = plan.arms[arm]
        let layout = arm.model.kernel.layout
        guard let study = unknown.study else {
            let isGiven = arm.parameters[unknown.identifier] != nil
            let isOwn = plan.study.nuisance.contains { $0.target == .parameter(unknown.identifier) }
            return isGiven || isOwn || layout.parameterIndex(unknown.identifier) == nil ? nil : (unknown.identifier, 1)
        }
        guard study == plan.study.id,
            let nuisance = plan.study.nuisance.first(where: { $0.identifier == unknown.identifier })
        else { return nil }
        switch nuisance.target {
        case .parameter(let name): return layout.parameterIndex(name) == nil ? nil : (name, 1)
        case .input(let input, let only):
            guard only == nil || only == arm.name else { return nil }
            return arm.model.parameters(from: [input: 1]).first.map { ($0.key, $0.value) }
        case .attribute: return nil
        }
    }
}

/// Kernels of arm models with sensitivities, each made once.
struct SensitivityKernels {
    private let choice: KernelChoice
    private var known: [Set<String>: [[String]: any Kernel]] = [:]

    init(_ choice: KernelChoice) { self.choice = choice }

    /// - Throws: `ModelError` where a model's sensitivities cannot be followed.
    mutating func kernel(_ model: ArmModel, _ parameters: [String]) throws -> any Kernel {
        if let kernel = known[model.doseInputs]?[parameters] { return kernel }
        let kernel = try choice.makeKernel(EquationSystem(model.model, sensitivities: parameters))
        known[model.doseInputs, default: [:]][parameters] = kernel
        return kernel
    }
}
