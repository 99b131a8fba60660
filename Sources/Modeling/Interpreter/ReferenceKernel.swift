/// The slow, obvious kernel: walks the model's own formulas and looks symbols up by name.
///
/// It uses neither the simplified graph nor the symbolic derivatives (derivatives are dual numbers), so that every
/// other kernel can be tested against it. About a thousand times slower than the bytecode.
public struct ReferenceKernel: Kernel {
    public let system: EquationSystem

    public init(_ system: EquationSystem) { self.system = system }

    public var name: String { "reference interpreter" }
    public var layout: KernelLayout { system.layout }
    public var capabilities: KernelCapabilities {
        system.derivativeObstacle == nil
            ? [.jacobian, .timeDerivative, .parameterDirection, .history] : [.history]
    }
    public var laneCount: Int { 1 }
    public func makeWorkspace() -> any KernelWorkspace { ReferenceWorkspace(system) }
}

/// One thread's evaluations by the reference interpreter.
final class ReferenceWorkspace: KernelWorkspace {
    private let layout: KernelLayout
    private let structure: SystemStructure
    private var parameters: [Double]

    init(_ system: EquationSystem) {
        layout = system.layout
        structure = system.structure
        parameters = layout.parameters.map(\.defaultValue)
    }

    func setParameters(_ parameters: UnsafePointer<Double>) {
        self.parameters = Array(UnsafeBufferPointer(start: parameters, count: layout.parameters.count))
    }

    func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        direction: UnsafePointer<Double>?, history: (any History)?, into result: UnsafeMutablePointer<Double>
    ) {
        let states = Array(UnsafeBufferPointer(start: state, count: layout.states.count))
        func environment(
            stateSeed: Int? = nil, parameterSeed: UnsafePointer<Double>? = nil, timeSeed: Double = 0,
            atStart: Bool = false
        ) -> ReferenceEnvironment {
            ReferenceEnvironment(
                structure: structure, time: Dual(time[0], timeSeed),
                states: states.enumerated().map { Dual($1, $0 == stateSeed ? 1 : 0) },
                parameters: parameters.enumerated().map { Dual($1, parameterSeed?[$0] ?? 0) }, history: history,
                moment: atStart ? .start : .running)
        }
        switch program {
        case .rightHandSide:
            let here = environment()
            for index in layout.states.indices { result[index] = here.derivative(ofState: index).value }
        case .jacobian:
            let pattern = layout.jacobianPattern
            for column in 0..<pattern.columnCount {
                let here = environment(stateSeed: column)
                for entry in pattern.columnStarts[column]..<pattern.columnStarts[column + 1] {
                    result[entry] = here.derivative(ofState: pattern.rows[entry]).tangent
                }
            }
        case .rightHandSideAndJacobian:
            evaluate(.rightHandSide, time: time, state: state, direction: nil, history: history, into: result)
            evaluate(
                .jacobian, time: time, state: state, direction: nil, history: history,
                into: result + layout.states.count)
        case .timeDerivative:
            let here = environment(timeSeed: 1)
            for index in layout.states.indices { result[index] = here.derivative(ofState: index).tangent }
        case .parameterDirection:
            guard let direction else { preconditionFailure("parameterDirection needs a direction") }
            let here = environment(parameterSeed: direction)
            for index in layout.states.indices { result[index] = here.derivative(ofState: index).tangent }
        case .initialValues:
            let here = environment(atStart: true)
            for (index, quantity) in (structure.stateQuantities + structure.parameterQuantities).enumerated() {
                result[index] = here.storedStart(of: quantity).value
            }
        case .linearisation, .curvature, .derivatives:
            // Empty where no sensitivities were asked for.
            precondition(
                layout.sensitivity == nil, "\(program) needs .sensitivities, which the interpreter does not offer")
        default:
            let here = environment()
            for (index, formula) in formulas(of: program).enumerated() { result[index] = here.value(of: formula).value }
            scaleDose(program, here, result)
        }
    }

    /// Formulas of a program without derivatives.
    private func formulas(of program: KernelProgram) -> [Expression] {
        let model = structure.model
        switch program {
        case .roots: return structure.roots + structure.poles
        case .outputs: return model.outputs.map(\.formula)
        case .triggers: return model.events.map(\.trigger)
        case .priorities: return model.events.map { $0.priority ?? .number(-.infinity) }
        case .delays: return model.events.map { $0.delay ?? 0 }
        case .eventAssignments(let index): return model.events[index].assignments.map(\.formula)
        case .eventScales(let index): return model.events[index].assignments.map { sizeFormula(of: $0.variable) }
        case .doseAssignments(let index): return model.doseInputs[index].assignments.map(\.formula)
        default: preconditionFailure("\(program) is handled by its own case")
        }
    }

    private func sizeFormula(of variable: String) -> Expression {
        let quantity = structure.model.quantities[structure.quantityIndices[variable]!]
        return structure.concentrationCompartment(quantity).map { .symbol($0) } ?? 1
    }

    /// Turns what a dose assigns from formula to stored values.
    private func scaleDose(
        _ program: KernelProgram, _ here: ReferenceEnvironment, _ result: UnsafeMutablePointer<Double>
    ) {
        guard case .doseAssignments(let index) = program else { return }
        for (position, assignment) in structure.model.doseInputs[index].assignments.enumerated() {
            result[position] *= here.value(of: sizeFormula(of: assignment.variable)).value
        }
    }
}
