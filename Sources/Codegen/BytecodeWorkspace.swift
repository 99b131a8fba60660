import CLanes
import Modeling

/// One thread's register file and the programs that run on it.
final class BytecodeWorkspace: KernelWorkspace {
    private let code: RegisterCode
    private let layout: KernelLayout
    private let laneCount: Int
    private let level: patency_level
    /// The register file, lane-fastest, aligned for the widest vector.
    private let registers: UnsafeMutablePointer<Double>
    private let table: ProgramTable
    /// By the table.
    private let programs: [RegisterProgram]

    init(_ code: RegisterCode, _ layout: KernelLayout, laneCount: Int, level: LaneLevel) {
        self.code = code
        self.layout = layout
        self.laneCount = laneCount
        self.level = level.forC
        let count = code.layout.count * laneCount
        registers = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
            .initializeMemory(as: Double.self, repeating: 0, count: count)
        for (index, value) in code.layout.constants.enumerated() {
            (registers + index * laneCount).update(repeating: value, count: laneCount)
        }
        table = ProgramTable(layout)
        programs = table.programs.map { code.programs[$0] ?? RegisterProgram() }
    }

    deinit { UnsafeMutableRawPointer(registers).deallocate() }

    /// Copies `count` values for all lanes into the register file.
    @inline(__always)
    private func load(_ source: UnsafePointer<Double>, _ count: Int, at register: Int) {
        (registers + register * laneCount).update(from: source, count: count * laneCount)
    }

    private func run(_ instructions: [Instruction]) {
        instructions.withUnsafeBufferPointer { instructions in
            let count = Int64(instructions.count)
            if laneCount == 1 {
                patency_single_run(registers, instructions.baseAddress, count)
            } else {
                patency_lanes_run(level, registers, instructions.baseAddress, count)
            }
        }
    }

    /// Copies registers of eight lanes, each as one value: a call to copy memory costs more than the copy.
    private func gather(_ results: UnsafeBufferPointer<Int32>, into result: UnsafeMutablePointer<Double>) {
        let source = UnsafeRawPointer(registers)
        let target = UnsafeMutableRawPointer(result)
        for (index, register) in results.enumerated() {
            let value = source.loadUnaligned(fromByteOffset: 64 * Int(register), as: SIMD8<Double>.self)
            target.storeBytes(of: value, toByteOffset: 64 * index, as: SIMD8<Double>.self)
        }
    }

    func setParameters(_ parameters: UnsafePointer<Double>) {
        load(parameters, layout.parameters.count, at: code.layout.parameterStart)
        run(code.prologue)
    }

    /// What follows from the parameters alone [hoistedCount × laneCount].
    func copyHoisted(into result: UnsafeMutablePointer<Double>) {
        let first = code.layout.hoistedStart
        result.update(from: registers + first * laneCount, count: code.layout.hoistedCount * laneCount)
    }

    func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        direction: UnsafePointer<Double>?, history: (any History)?, into result: UnsafeMutablePointer<Double>
    ) {
        programs.withUnsafeBufferPointer { programs in
            let program = programs.baseAddress! + table.position(of: program)
            if program.pointee.lags.isEmpty {
                load(time, 1, at: code.layout.time)
                load(state, layout.states.count, at: code.layout.stateStart)
            } else {
                loadMoment(program.pointee.lags, time[0], state, history)
            }
            if let direction { load(direction, layout.directionCount, at: code.layout.directionStart) }
            run(program.pointee.instructions)
            program.pointee.results.withUnsafeBufferPointer { results in
                if laneCount == 1 {
                    for (index, register) in results.enumerated() { result[index] = registers[Int(register)] }
                } else {
                    gather(results, into: result)
                }
            }
        }
    }

    /// Puts time, states and the past values that a program reads into the register file of one lane.
    private func loadMoment(
        _ lags: [Int], _ time: Double, _ state: UnsafePointer<Double>, _ history: (any History)?
    ) {
        // All are found before any is written: finding one uses the same registers.
        let past = lags.map { pastValue(code.lags[$0], time, state, history) }
        for (lag, value) in zip(lags, past) { registers[code.layout.lagStart + lag] = value }
        registers[code.layout.time] = time
        load(state, layout.states.count, at: code.layout.stateStart)
    }

    private func value(
        of program: RegisterProgram, _ time: Double, _ state: UnsafePointer<Double>, _ history: (any History)?
    ) -> Double {
        loadMoment(program.lags, time, state, history)
        run(program.instructions)
        return registers[Int(program.results[0])]
    }

    private func pastValue(
        _ lag: LagProgram, _ time: Double, _ state: UnsafePointer<Double>, _ history: (any History)?
    ) -> Double {
        let interval = value(of: lag.interval, time, state, history)
        guard interval >= 0 else { return .nan }
        guard interval > 0, let history else { return value(of: lag.value, time - interval, state, history) }
        let present = registers + code.layout.parameterStart
        let kept = Array(UnsafeBufferPointer(start: present, count: layout.parameters.count))
        var parameters = kept
        var past = [Double](repeating: 0, count: layout.states.count)
        let isBeforeStart = history.recall(interval, before: time, state, state: &past, parameters: &parameters)
        let isDifferent = parameters != kept
        if isDifferent { setParameters(parameters) }
        defer { if isDifferent { setParameters(kept) } }
        return value(of: isBeforeStart ? lag.valueBeforeStart : lag.value, time - interval, past, history)
    }
}
