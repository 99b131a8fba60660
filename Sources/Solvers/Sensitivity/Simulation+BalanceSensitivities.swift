// Goals, in order: the derivative of the rest that `balance` finds, conserved totals included; no search. Solving
// ∂f/∂y · S = −∂f/∂p as it stands lost: it has no answer where a total is conserved.

import Modeling

extension Simulation {
    /// Longest implicit step towards rest [model time]; what is slower than this is as good as conserved.
    private static let longStep = 1e9

    /// Derivatives of the states at rest by the parameters asked for [stateCount × parameterCount].
    ///
    /// Pinned states have the derivatives of their initial formulas; for the others ∂f/∂y · S + ∂f/∂p = 0, and totals that
    /// the equations conserve keep the derivative of their start: implicit Euler steps of S′ = ∂f/∂y · S + ∂f/∂p from there,
    /// so long that each leaves nothing but rounding of all that moves.
    /// - Parameters:
    ///   - state: as `balance` found it [stateCount].
    ///   - parameters: as in `balance`.
    ///   - overrides: as in `balance`.
    ///   - time: as in `balance`.
    /// - Throws: `SolverError.missingCapability` where the kernel was made without sensitivities.
    /// - Throws: `SolverError.invalidArgument` where an argument does not fit the kernel, or the state at rest has no
    ///   derivative because the matrix is singular or not finite there.
    public func balanceSensitivities(
        at state: [Double], parameters: [Double]? = nil, overrides: [Slot: Double] = [:], time: Double = 0
    ) throws(SolverError) -> [Double] {
        guard let sensitivity = system.layout.sensitivity else {
            throw .missingCapability(
                kernel: kernel.name, solver: "the balance", capability: "no sensitivities were asked for")
        }
        let rest = try system.begin(parameters: parameters, overrides: overrides, initialState: state, at: time)
        defer { rest.deallocate() }
        system.hold(system.layout.states.indices.filter { system.layout.states[$0].isPinned })
        system.frozenTime = time
        defer {
            system.hold([])
            system.frozenTime = nil
        }
        let columns = SensitivityColumns(system, sensitivity, at: time, states: nil, held: [])
        let values = UnsafeMutablePointer<Double>.zeroed(system.layout.resultCount(of: .linearisation))
        defer { values.deallocate() }
        guard system.linearise(time, rest, into: values), system.updateJacobian(time, rest) else {
            throw .invalidArgument("the derivatives of f at rest are not finite numbers")
        }
        system.assemble(massFactor: 1 / Self.longStep, jacobianFactor: 1, into: factors.values)
        factors.forget()
        guard factors.factor() else {
            throw .invalidArgument("rest has no derivative by the parameters: ∂f/∂y is singular there")
        }
        for _ in 0..<3 { try step(columns, SparseProduct(sensitivity.linearisation), values + system.stateCount) }
        factors.forget()
        return columns.states
    }

    /// One implicit step of the unpinned states' derivatives, as a correction: (I/Δτ − ∂f/∂y) δ = ∂f/∂y · S + ∂f/∂p.
    private func step(
        _ columns: SensitivityColumns, _ product: SparseProduct, _ values: UnsafePointer<Double>
    ) throws(SolverError) {
        let count = system.stateCount
        let slopes = LaneMemory(count)
        let column = UnsafeMutablePointer<Double>.zeroed(count)
        defer { column.deallocate() }
        for block in columns.blocks {
            product.multiply(values, block.start, level: columns.level, into: slopes.start)
            for lane in 0..<8 {
                for row in 0..<count { column[row] = slopes.start[8 * row + lane] }
                for row in system.heldStates { column[row] = 0 }
                guard factors.solve(column) else {
                    throw .invalidArgument("the derivatives of rest are not finite numbers")
                }
                for row in 0..<count { block.start[8 * row + lane] += column[row] }
            }
        }
    }
}
