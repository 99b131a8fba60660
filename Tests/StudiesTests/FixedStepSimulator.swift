import Modeling
import Studies

/// Classical Runge–Kutta at a fixed step on any kernel of one lane: slow and obvious, an oracle for studies.
///
/// Balance is 100 h with the standing intake; pinned states keep their start. Doses act on multiples of the step.
final class FixedStepSimulator: SubjectSimulator {
    let layout: KernelLayout
    let workspace: any KernelWorkspace
    let step = 0.5
    /// Draws whose simulation fails on purpose.
    let failing: Set<Int>

    init(_ kernel: any Kernel, failing: Set<Int> = []) {
        layout = kernel.layout
        workspace = kernel.makeWorkspace()
        self.failing = failing
    }

    static func choice(failing: Set<Int> = []) -> SolverChoice {
        SolverChoice(name: "fixed step", relativeTolerance: 0, library: "none") {
            FixedStepSimulator($0, failing: failing)
        }
    }

    func outcome(of subject: Subject) -> SubjectOutcome {
        if failing.contains(subject.drawIndex) { return .failed("fails on purpose") }
        var parameters = layout.parameters.map { subject.parameters[$0.identifier] ?? $0.defaultValue }
        workspace.setParameters(parameters)
        var initial = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        var time = 0.0
        var state = [Double](repeating: 0, count: layout.states.count)
        workspace.evaluate(.initialValues, time: &time, state: state, into: &initial)
        state = Array(initial[..<layout.states.count])
        parameters = Array(initial[layout.states.count...])
        let start = state

        var balancing = parameters
        for (identifier, value) in subject.balanceParameters { balancing[layout.parameterIndex(identifier)!] = value }
        workspace.setParameters(balancing)
        for _ in 0..<Int(100 / step) { advance(&state) }
        for (index, variable) in layout.states.enumerated() where variable.isPinned { state[index] = start[index] }

        var outputs = layout.outputs.map { _ in [Double]() }
        var stepIndex = 0
        for wanted in subject.times {
            while Double(stepIndex + 1) * step <= wanted {
                give(subject.regimens, at: Double(stepIndex) * step, &state, &parameters)
                workspace.setParameters(parameters)
                advance(&state)
                stepIndex += 1
            }
            var here = state
            var parametersHere = parameters
            if wanted > Double(stepIndex) * step {
                give(subject.regimens, at: Double(stepIndex) * step, &here, &parametersHere)
                workspace.setParameters(parametersHere)
                advance(&here, by: wanted - Double(stepIndex) * step)
            }
            var values = [Double](repeating: 0, count: layout.outputs.count)
            workspace.evaluate(.outputs, time: &time, state: here, into: &values)
            for index in values.indices { outputs[index].append(values[index]) }
        }
        return .solved(values: outputs, work: SolverWork(stepCount: stepIndex, rightHandSideCount: 4 * stepIndex))
    }

    private func give(
        _ regimens: [Scenario.Regimen], at time: Double, _ state: inout [Double], _ parameters: inout [Double]
    ) {
        for regimen in regimens {
            let dose = layout.doses.firstIndex { $0.identifier == regimen.doseInput }!
            func isDose(at time: Double) -> Bool {
                let elapsed = time - regimen.start
                guard elapsed >= 0, time < regimen.end || regimen.interval == nil else { return false }
                guard let interval = regimen.interval else { return elapsed == 0 }
                return elapsed.truncatingRemainder(dividingBy: interval) == 0
            }
            if regimen.infusionDuration > 0 {
                let rate = regimen.amount / regimen.infusionDuration
                let index = layout.doses[dose].infusionParameter!
                if isDose(at: time) { parameters[index] += rate }
                if isDose(at: time - regimen.infusionDuration) { parameters[index] -= rate }
            } else if isDose(at: time) {
                parameters[layout.doses[dose].amountParameter] = regimen.amount
                workspace.setParameters(parameters)
                var now = time
                var values = [Double](repeating: 0, count: layout.doses[dose].targets.count)
                workspace.evaluate(.doseAssignments(dose), time: &now, state: state, into: &values)
                for (target, value) in zip(layout.doses[dose].targets, values) {
                    if case .state(let index) = target { state[index] = value }
                }
            }
        }
    }

    private func advance(_ state: inout [Double], by step: Double = 0.5) {
        func slope(_ state: [Double]) -> [Double] {
            var time = 0.0
            var result = [Double](repeating: 0, count: state.count)
            workspace.evaluate(.rightHandSide, time: &time, state: state, into: &result)
            return result
        }
        func moved(_ by: [Double], _ factor: Double) -> [Double] { zip(state, by).map { $0 + factor * $1 } }
        let k1 = slope(state)
        let k2 = slope(moved(k1, step / 2))
        let k3 = slope(moved(k2, step / 2))
        let k4 = slope(moved(k3, step))
        for i in state.indices { state[i] += step / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) }
    }
}
