import Modeling

/// One thread's register file and the programs that run on it.
final class BytecodeWorkspace<Value: LaneValue>: KernelWorkspace {
    private let code: RegisterCode
    private let layout: KernelLayout
    private let machine: BytecodeMachine<Value>
    /// The programs without an index, then those of events and dose inputs, for look-up without hashing.
    private let programs: [RegisterProgram]
    private let eventStart: Int
    private let doseStart: Int

    init(_ code: RegisterCode, _ layout: KernelLayout) {
        self.code = code
        self.layout = layout
        machine = BytecodeMachine(registers: .allocate(capacity: code.layout.count))
        machine.registers.initialize(repeating: Value(broadcasting: 0), count: code.layout.count)
        for (index, value) in code.layout.constants.enumerated() { machine.registers[index] = Value(broadcasting: value) }
        let plain: [KernelProgram] = [
            .rightHandSide, .jacobian, .timeDerivative, .parameterDirection, .roots, .outputs, .initialValues, .triggers,
            .priorities, .delays,
        ]
        let ofEvents = layout.events.indices.flatMap { [KernelProgram.eventAssignments($0), .eventScales($0)] }
        let ofDoses = layout.doses.indices.map { KernelProgram.doseAssignments($0) }
        programs = (plain + ofEvents + ofDoses).map { code.programs[$0] ?? RegisterProgram() }
        eventStart = plain.count
        doseStart = plain.count + ofEvents.count
    }

    deinit {
        machine.registers.deinitialize(count: code.layout.count)
        machine.registers.deallocate()
    }

    private func position(of program: KernelProgram) -> Int {
        switch program {
        case .rightHandSide: 0
        case .jacobian: 1
        case .timeDerivative: 2
        case .parameterDirection: 3
        case .roots: 4
        case .outputs: 5
        case .initialValues: 6
        case .triggers: 7
        case .priorities: 8
        case .delays: 9
        case .eventAssignments(let event): eventStart + 2 * event
        case .eventScales(let event): eventStart + 2 * event + 1
        case .doseAssignments(let dose): doseStart + dose
        }
    }

    /// Copies `count` values for all lanes into the register file.
    @inline(__always)
    private func load(_ source: UnsafePointer<Double>, _ count: Int, at register: Int) {
        let target = UnsafeMutableRawPointer(machine.registers + register).assumingMemoryBound(to: Double.self)
        target.update(from: source, count: count * Value.laneCount)
    }

    func setParameters(_ parameters: UnsafePointer<Double>) {
        load(parameters, layout.parameters.count, at: code.layout.parameterStart)
        code.prologue.withUnsafeBufferPointer { machine.run($0) }
    }

    func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        direction: UnsafePointer<Double>?, history: (any History)?, into result: UnsafeMutablePointer<Double>
    ) {
        load(time, 1, at: code.layout.time)
        load(state, layout.states.count, at: code.layout.stateStart)
        if let direction { load(direction, layout.parameters.count, at: code.layout.directionStart) }
        programs.withUnsafeBufferPointer { programs in
            let program = programs.baseAddress! + position(of: program)
            program.pointee.instructions.withUnsafeBufferPointer { machine.run($0) }
            program.pointee.results.withUnsafeBufferPointer { results in
                let lanes = UnsafeMutableRawPointer(machine.registers).assumingMemoryBound(to: Double.self)
                for (index, register) in results.enumerated() {
                    (result + index * Value.laneCount).update(
                        from: lanes + Int(register) * Value.laneCount, count: Value.laneCount)
                }
            }
        }
    }
}
