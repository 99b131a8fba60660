import CSundials

/// SUNDIALS' context, vectors and Newton matrix solver for one integrator.
final class SundialsObjects {
    let context: SUNContext
    let factors: SparseFactors
    private(set) var vectors: [N_Vector] = []
    let matrix: SUNMatrix
    let linearSolver: SUNLinearSolver

    /// - Throws: `SolverError.unavailable` where SUNDIALS hands out no memory.
    init(factors: SparseFactors) throws(SolverError) {
        var created: SUNContext?
        guard SUNContext_Create(nil, &created) == 0, let context = created else {
            throw .unavailable("no context")
        }
        self.context = context
        self.factors = factors
        // SUNDIALS wants a matrix to hand around; the values are kept in `factors`, so the smallest will do.
        guard let matrix = SUNDenseMatrix(1, 1, context), let solver = SUNLinSolNewEmpty(context) else {
            throw .unavailable("no linear solver")
        }
        self.matrix = matrix
        linearSolver = solver
        solver.pointee.content = Unmanaged.passUnretained(factors).toOpaque()
        let operations = solver.pointee.ops!
        operations.pointee.gettype = { _ in SUNLINEARSOLVER_DIRECT }
        operations.pointee.getid = { _ in SUNLINEARSOLVER_CUSTOM }
        operations.pointee.initialize = { _ in 0 }
        operations.pointee.setup = { solver, _ in
            // A singular matrix is a reason for a smaller step, hence recoverable.
            SundialsObjects.factors(of: solver).factor() ? 0 : 1
        }
        operations.pointee.solve = { solver, _, x, b, _ in
            let factors = SundialsObjects.factors(of: solver)
            let solution = patency_vector_values(x)!
            solution.update(from: patency_vector_values(b)!, count: factors.pattern.stateCount)
            return factors.solve(solution) ? 0 : 1
        }
    }

    private static func factors(of solver: SUNLinearSolver?) -> SparseFactors {
        Unmanaged<SparseFactors>.fromOpaque(solver!.pointee.content).takeUnretainedValue()
    }

    /// A vector of zeros, freed with this object.
    func makeVector() -> N_Vector {
        let vector = N_VNew_Serial(sunindextype(factors.pattern.stateCount), context)!
        N_VConst(0, vector)
        vectors.append(vector)
        return vector
    }

    /// Writes |error × weight| of each state, zeros where `areKnown` is false [stateCount].
    func weightedErrors(
        _ errors: N_Vector, _ weights: N_Vector, areKnown: Bool, into result: UnsafeMutablePointer<Double>
    ) {
        let sizes = patency_vector_values(errors)!
        let scales = patency_vector_values(weights)!
        for index in 0..<factors.pattern.stateCount { result[index] = areKnown ? abs(sizes[index] * scales[index]) : 0 }
    }

    deinit {
        linearSolver.pointee.content = nil
        SUNLinSolFreeEmpty(linearSolver)
        SUNMatDestroy(matrix)
        for vector in vectors { N_VDestroy(vector) }
        var context: SUNContext? = context
        SUNContext_Free(&context)
    }
}
