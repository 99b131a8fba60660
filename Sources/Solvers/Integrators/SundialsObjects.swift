import CSundials

/// SUNDIALS' context, vectors and Newton matrix solver for one integrator.
final class SundialsObjects {
    let context: SUNContext
    private let solver: any LinearSolver
    private let stateCount: Int
    private(set) var vectors: [N_Vector] = []
    let matrix: SUNMatrix
    let linearSolver: SUNLinearSolver

    /// - Throws: `SolverError.unavailable` where SUNDIALS hands out no memory.
    init(solver: any LinearSolver, stateCount: Int) throws(SolverError) {
        var created: SUNContext?
        guard SUNContext_Create(nil, &created) == 0, let context = created else {
            throw .unavailable("no context")
        }
        self.context = context
        self.solver = solver
        self.stateCount = stateCount
        // SUNDIALS wants a matrix to hand around; the values are kept by the solver, so the smallest will do.
        guard let matrix = SUNDenseMatrix(1, 1, context), let shell = SUNLinSolNewEmpty(context) else {
            throw .unavailable("no linear solver")
        }
        self.matrix = matrix
        linearSolver = shell
        shell.pointee.content = Unmanaged.passUnretained(self).toOpaque()
        let operations = shell.pointee.ops!
        operations.pointee.gettype = { _ in SUNLINEARSOLVER_DIRECT }
        operations.pointee.getid = { _ in SUNLINEARSOLVER_CUSTOM }
        operations.pointee.initialize = { _ in 0 }
        operations.pointee.setup = { solver, _ in
            // A singular matrix is a reason for a smaller step, hence recoverable.
            SundialsObjects.solver(of: solver).factor() ? 0 : 1
        }
        operations.pointee.solve = { solver, _, x, b, _ in
            let solver = SundialsObjects.solver(of: solver)
            return solver.solve(patency_vector_values(b)!, into: patency_vector_values(x)!) ? 0 : 1
        }
    }

    private static func solver(of shell: SUNLinearSolver?) -> any LinearSolver {
        Unmanaged<SundialsObjects>.fromOpaque(shell!.pointee.content).takeUnretainedValue().solver
    }

    /// A vector of zeros, freed with this object.
    func makeVector() -> N_Vector {
        let vector = N_VNew_Serial(sunindextype(stateCount), context)!
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
        for index in 0..<stateCount { result[index] = areKnown ? abs(sizes[index] * scales[index]) : 0 }
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
