import CLanes
import Modeling

/// LU factors of I/(hγ) − ∂f/∂y for one subject, which solve for one vector or for eight columns at once.
final class ColumnFactors {
    private let plan: EliminationPlan
    private let level: patency_level
    private let values: UnsafeMutablePointer<Double>
    private let scales: UnsafeMutablePointer<Double>

    init(_ plan: EliminationPlan, _ level: patency_level) {
        self.plan = plan
        self.level = level
        values = .zeroed(plan.valueCount)
        scales = .zeroed(plan.stateCount)
    }

    deinit { for memory in [values, scales] { memory.deallocate() } }

    /// Assembles and factors from Jacobian values [nonZeroCount]; `false` where a pivot has lost its digits.
    func factor(jacobian: UnsafePointer<Double>, step: Double, gamma: Double) -> Bool {
        plan.places.withUnsafeBufferPointer { places in
            plan.diagonal.withUnsafeBufferPointer { diagonal in
                plan.factorProgram.withUnsafeBufferPointer { program in
                    plan.order.withUnsafeBufferPointer { order in
                        patency_single_factor(
                            values, plan.valueCount, jacobian, places.baseAddress, places.count,
                            diagonal.baseAddress, program.baseAddress, order.baseAddress, scales, step, gamma,
                            plan.stateCount) != 0
                    }
                }
            }
        }
    }

    /// Replaces a right-hand side [stateCount] by the solution.
    func solve(vector: UnsafeMutablePointer<Double>) {
        plan.solveProgram.withUnsafeBufferPointer {
            patency_single_solve(values, $0.baseAddress, plan.forwardCount, vector, plan.stateCount)
        }
    }

    /// Replaces right-hand sides [stateCount × 8] by solutions.
    func solve(columns: UnsafeMutablePointer<Double>) {
        plan.solveProgram.withUnsafeBufferPointer {
            patency_columns_solve(level, values, $0.baseAddress, plan.forwardCount, columns, plan.stateCount)
        }
    }
}
