// Goals, in order: no pivot or factor survives from one subject to the next; speed per solution, of which a step takes
// several; memory near-linear in the non-zeros of large models. Dense factors lost: even three states have zeros.

import CLanes
import Modeling

/// Factors of I/s − ∂f/∂y for one subject, whose states are all differential.
///
/// By the kernel's own code where it has some, else by a short program; by KLU where the factors are large or a pivot on
/// the diagonal has lost its digits.
final class StepFactors {
    /// Largest number of values in factors that a program eliminates; KLU's blocks and supernodes win above.
    static let largestProgram = 2000

    private let system: SubjectSystem
    private let sparse: SparseFactors
    private let generated: (any KernelElimination)?
    /// Of the kernel's own code.
    private let values: UnsafeMutablePointer<Double>
    private let program: ColumnFactors?
    @exclusivity(unchecked) private var isSparse: Bool

    /// - Parameters:
    ///   - sparse: what KLU factors with, its ordering kept from subject to subject.
    ///   - plansProgram: whether a plan is made where the kernel brings none: it takes as long as some hundred steps.
    init(system: SubjectSystem, sparse: SparseFactors, plansProgram: Bool) {
        self.system = system
        self.sparse = sparse
        generated = system.kernel.elimination
        let plan = generated == nil && plansProgram ? system.eliminationPlan : nil
        program = plan.map { ColumnFactors($0, patency_lanes_current_level()) }
        isSparse = generated == nil && program == nil
        values = .zeroed(generated?.plan.valueCount ?? 0)
    }

    deinit { values.deallocate() }

    func forget() { sparse.forget() }

    /// Assembles the matrix from the latest Jacobian and factors it; `false` where it is singular or not finite.
    func factor(step: Double) -> Bool {
        if let isEliminated = eliminate(step) {
            isSparse = !isEliminated
            guard isSparse else {
                sparse.factorisationCount += 1
                return true
            }
            // Pivots of an earlier matrix must not decide about this one.
            sparse.forget()
        }
        system.assemble(massFactor: 1 / step, jacobianFactor: 1, into: sparse.values)
        return sparse.factor()
    }

    /// Whether no pivot on the diagonal has lost its digits; `nil` without a plan.
    private func eliminate(_ step: Double) -> Bool? {
        let jacobian = system.jacobianValues
        guard let generated else { return program?.factor(jacobian: jacobian, step: step, gamma: 1) }
        var (step, fault) = (step, 0.0)
        generated.factor(jacobian: jacobian, step: &step, gamma: 1, into: values, faults: &fault)
        return fault == 0
    }

    /// Replaces the right-hand side by the solution [stateCount].
    func solve(_ vector: UnsafeMutablePointer<Double>) -> Bool {
        if isSparse { return sparse.solve(vector) }
        if let generated { generated.solve(values, vector) } else { program!.solve(vector: vector) }
        return true
    }
}
