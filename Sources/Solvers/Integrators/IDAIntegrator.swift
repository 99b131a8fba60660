// Goals, in order: algebraic equations hold at every reported time; exact stops; the same bytes for the same subject.
// Mass-matrix Rosenbrock methods may join later; removing algebraic states by hand lost: models need not allow it.

import CSundials

/// Backward differentiation of 0 = M·y′ − f(t, y) with Newton iteration on KLU factors (IDAS).
final class IDAIntegrator: Integrator {
    let name = "IDA"
    @exclusivity(unchecked) private(set) var stepStart = 0.0
    @exclusivity(unchecked) private(set) var stepEnd = 0.0
    var state: UnsafeMutablePointer<Double> { patency_vector_values(vector)! }

    var stateCount: Int { system.stateCount }

    private let system: SubjectSystem
    private let factors: SparseFactors
    private let objects: SundialsObjects
    private let algebraicStates: AlgebraicStates
    private let memory: UnsafeMutableRawPointer
    private let vector: N_Vector
    private let derivative: N_Vector
    private let scratch: N_Vector
    private let weights: N_Vector

    /// - Throws: `SolverError.unavailable` where SUNDIALS cannot be set up.
    init(
        system: SubjectSystem, factors: SparseFactors, algebraicStates: AlgebraicStates, relativeTolerance: Double,
        absoluteTolerances: [Double], maximumStep: Double?
    ) throws(SolverError) {
        self.system = system
        self.algebraicStates = algebraicStates
        objects = try SundialsObjects(solver: factors, stateCount: system.stateCount)
        self.factors = factors
        vector = objects.makeVector()
        derivative = objects.makeVector()
        scratch = objects.makeVector()
        weights = objects.makeVector()
        guard let memory = IDACreate(objects.context) else { throw .unavailable("IDACreate") }
        self.memory = memory
        patency_ida_silence(memory)
        let tolerances = patency_vector_values(weights)!
        for index in absoluteTolerances.indices { tolerances[index] = absoluteTolerances[index] }
        var flags = [
            IDAInit(memory, residualCallback, 0, vector, derivative),
            IDASVtolerances(memory, relativeTolerance, weights),
            IDASetLinearSolver(memory, objects.linearSolver, objects.matrix),
            IDASetJacFn(memory, jacobianCallback),
        ]
        if let maximumStep { flags.append(IDASetMaxStep(memory, maximumStep)) }
        flags.append(IDASetUserData(memory, Unmanaged.passUnretained(self).toOpaque()))
        guard flags.allSatisfy({ $0 == 0 }) else { throw .unavailable("IDA refused its settings: \(flags)") }
    }

    deinit {
        var memory: UnsafeMutableRawPointer? = memory
        IDAFree(&memory)
    }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        self.state.update(from: state, count: system.stateCount)
        guard algebraicStates.solve(at: time, self.state),
            algebraicStates.derivatives(at: time, self.state, into: patency_vector_values(derivative)!)
        else { return .inconsistentStart }
        factors.forget()
        stepStart = time
        stepEnd = time
        let flag = IDAReInit(memory, time, vector, derivative)
        IDASetInitStep(memory, firstStep ?? 0)
        return flag == 0 ? nil : .other(Int(flag))
    }

    func limitStep(to length: Double) { IDASetMaxStep(memory, length.isFinite ? length : 0) }

    func advance(to stop: Double) -> StepOutcome {
        stepStart = stepEnd
        IDASetStopTime(memory, stop)
        let flag = IDASolve(memory, stop, &stepEnd, vector, derivative, IDA_ONE_STEP)
        switch flag {
        case IDA_TSTOP_RETURN: return .reached
        case IDA_SUCCESS: return stepEnd > stepStart ? .stepped : .failed(.stepTooSmall)
        case IDA_ERR_FAIL: return .failed(.errorTestFailed)
        case IDA_CONV_FAIL, IDA_LSETUP_FAIL, IDA_LSOLVE_FAIL, IDA_NLS_FAIL: return .failed(.notConverged)
        case IDA_RES_FAIL, IDA_REP_RES_ERR, IDA_FIRST_RES_FAIL: return .failed(.notFinite)
        case IDA_TOO_MUCH_ACC: return .failed(.stepTooSmall)
        default: return .failed(.other(Int(flag)))
        }
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        let source = time < stepEnd && IDAGetDky(memory, time, 0, scratch) == IDA_SUCCESS ? scratch : vector
        result.update(from: patency_vector_values(source)!, count: system.stateCount)
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) {
        let areKnown = IDAGetEstLocalErrors(memory, scratch) == 0 && IDAGetErrWeights(memory, weights) == 0
        objects.weightedErrors(scratch, weights, areKnown: areKnown, into: result)
    }

    var firstStep: Double {
        var step = 0.0
        IDAGetActualInitStep(memory, &step)
        return step
    }

    var errorTestFailures: Int {
        var count = 0
        IDAGetNumErrTestFails(memory, &count)
        return count
    }

    fileprivate func residual(_ time: Double, _ y: N_Vector?, _ derivative: N_Vector?, _ result: N_Vector?) -> Int32 {
        let values = patency_vector_values(result)!
        let rates = patency_vector_values(derivative)!
        guard system.rightHandSide(time, patency_vector_values(y)!, into: values) else { return 1 }
        for index in 0..<system.stateCount { values[index] = system.mass[index] * rates[index] - values[index] }
        return 0
    }

    fileprivate func assemble(_ time: Double, _ y: N_Vector?, massFactor: Double) -> Int32 {
        guard system.updateJacobian(time, patency_vector_values(y)!) else { return 1 }
        system.assemble(massFactor: massFactor, jacobianFactor: 1, into: factors.values)
        return 0
    }
}

private func integrator(_ data: UnsafeMutableRawPointer?) -> IDAIntegrator {
    Unmanaged<IDAIntegrator>.fromOpaque(data!).takeUnretainedValue()
}

private let residualCallback: IDAResFn = { time, y, derivative, result, data in
    integrator(data).residual(time, y, derivative, result)
}

private let jacobianCallback: IDALsJacFn = { time, massFactor, y, _, _, _, data, _, _, _ in
    integrator(data).assemble(time, y, massFactor: massFactor)
}
