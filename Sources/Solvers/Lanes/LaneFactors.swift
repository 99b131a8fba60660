import CLanes
import Modeling

/// LU factors of I/(hγ) − ∂f/∂y for eight subjects at once, each with its own h.
///
/// Nothing is kept from one factorisation to the next but the plan.
final class LaneFactors {
    static let laneCount = 8

    let plan: EliminationPlan
    /// The kernel's own code for the plan, where it has some; else the plan is run as a program.
    private let generated: (any KernelElimination)?
    private let level: patency_level
    private let values: LaneMemory
    private let scales: LaneMemory
    /// 1 where a lane's pivot has lost its digits in the latest factorisation [8].
    let faults: LaneMemory

    init(_ plan: EliminationPlan, _ level: patency_level, generated: (any KernelElimination)? = nil) {
        self.plan = plan
        self.generated = generated
        self.level = level
        values = LaneMemory(plan.valueCount)
        scales = LaneMemory(plan.stateCount)
        faults = LaneMemory(1)
    }

    /// Assembles and factors from Jacobian values [nonZeroCount × 8] and steps [8].
    func factor(jacobian: UnsafePointer<Double>, step: UnsafePointer<Double>, gamma: Double) {
        if let generated {
            return generated.factor(
                jacobian: jacobian, step: step, gamma: gamma, into: values.start, faults: faults.start)
        }
        plan.places.withUnsafeBufferPointer { places in
            plan.diagonal.withUnsafeBufferPointer { diagonal in
                patency_lanes_assemble(
                    level, values.start, plan.valueCount, jacobian, places.baseAddress, places.count,
                    diagonal.baseAddress, scales.start, step, gamma, plan.stateCount)
            }
        }
        plan.factorProgram.withUnsafeBufferPointer { program in
            plan.order.withUnsafeBufferPointer { order in
                patency_lanes_factor(
                    level, values.start, program.baseAddress, order.baseAddress, scales.start, faults.start,
                    plan.stateCount)
            }
        }
    }

    /// Replaces right-hand sides [stateCount × 8] by solutions.
    func solve(_ vectors: UnsafeMutablePointer<Double>) {
        if let generated { return generated.solve(values.start, vectors) }
        plan.solveProgram.withUnsafeBufferPointer { program in
            patency_lanes_solve(
                level, values.start, program.baseAddress, plan.forwardCount, vectors, plan.stateCount)
        }
    }
}

/// Zeroed memory for some values in eight lanes, aligned to a vector.
final class LaneMemory {
    let start: UnsafeMutablePointer<Double>

    init(_ valueCount: Int) {
        let count = 8 * max(valueCount, 1)
        let raw = UnsafeMutableRawPointer.allocate(byteCount: 8 * count, alignment: 64)
        start = raw.initializeMemory(as: Double.self, repeating: 0, count: count)
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }

    subscript(lane: Int) -> Double {
        get { start[lane] }
        set { start[lane] = newValue }
    }

    /// Copies one lane's values from contiguous memory.
    func set(_ lane: Int, from source: UnsafePointer<Double>, count: Int) {
        for index in 0..<count { start[8 * index + lane] = source[index] }
    }

    /// Copies one lane's values to contiguous memory.
    func get(_ lane: Int, into target: UnsafeMutablePointer<Double>, count: Int) {
        for index in 0..<count { target[index] = start[8 * index + lane] }
    }

    /// Copies one lane's values to another lane.
    func copy(_ source: Int, to target: Int, count: Int) {
        for index in 0..<count { start[8 * index + target] = start[8 * index + source] }
    }
}
