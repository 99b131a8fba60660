// Goals, in order: no pivot or factor survives from one subject to the next; a restart costs one numeric factorisation,
// not an ordering; speed per refactorisation. SUNDIALS' own KLU wrapper lost: it orders again after each restart.

import CSundials

/// LU factors of one sparse matrix pattern by KLU.
///
/// The ordering depends on the pattern alone and is found once; pivots are chosen anew after `forget()`.
final class SparseFactors {
    let pattern: NewtonPattern
    /// The matrix's values [nonZeroCount], in the order of the pattern.
    let values: UnsafeMutablePointer<Double>
    private let columnStarts: UnsafeMutablePointer<Int>
    private let rows: UnsafeMutablePointer<Int>
    private let common: UnsafeMutablePointer<klu_l_common>
    @exclusivity(unchecked) private var symbolic: UnsafeMutablePointer<klu_l_symbolic>?
    @exclusivity(unchecked) private var numeric: UnsafeMutablePointer<klu_l_numeric>?
    @exclusivity(unchecked) var factorisationCount = 0

    init(pattern: NewtonPattern) {
        self.pattern = pattern
        values = .allocate(capacity: max(pattern.nonZeroCount, 1))
        values.initialize(repeating: 0, count: max(pattern.nonZeroCount, 1))
        columnStarts = .allocate(capacity: pattern.columnStarts.count)
        columnStarts.initialize(from: pattern.columnStarts, count: pattern.columnStarts.count)
        rows = .allocate(capacity: max(pattern.nonZeroCount, 1))
        rows.initialize(from: pattern.rows, count: pattern.nonZeroCount)
        common = .allocate(capacity: 1)
        common.initialize(to: klu_l_common())
        klu_l_defaults(common)
        if pattern.stateCount > 0 { symbolic = klu_l_analyze(pattern.stateCount, columnStarts, rows, common) }
    }

    deinit {
        forget()
        klu_l_free_symbolic(&symbolic, common)
        values.deallocate()
        columnStarts.deallocate()
        rows.deallocate()
        common.deallocate()
    }

    /// Drops the factors, so that the next factorisation chooses its pivots from its own values.
    func forget() {
        if numeric != nil { klu_l_free_numeric(&numeric, common) }
        numeric = nil
    }

    /// Factors the matrix in `values`; `false` where it is singular or not finite.
    func factor() -> Bool {
        guard let symbolic else { return false }
        factorisationCount += 1
        if let numeric, klu_l_refactor(columnStarts, rows, values, symbolic, numeric, common) == 1,
            klu_l_rcond(symbolic, numeric, common) == 1, common.pointee.rcond > 1e-14
        {
            return true
        }
        forget()
        numeric = klu_l_factor(columnStarts, rows, values, symbolic, common)
        guard let numeric, common.pointee.status == 0 else { return false }
        return klu_l_rcond(symbolic, numeric, common) == 1 && common.pointee.rcond > 0
    }

    /// Replaces the right-hand side by the solution [stateCount].
    func solve(_ vector: UnsafeMutablePointer<Double>) -> Bool {
        guard let symbolic, let numeric else { return false }
        return klu_l_solve(symbolic, numeric, pattern.stateCount, 1, vector, common) == 1
    }
}
