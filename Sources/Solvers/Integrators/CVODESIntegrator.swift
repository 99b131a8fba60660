// Goals, in order: the same bytes for the same subject; exact stops; low cost per step and per restart.
// CV_NORMAL mode lost: it hides the steps in which events must be looked for. SUNDIALS' root finder lost: it sees sign
// changes only, and fails on functions that stay zero. Constraints on the sign of states lost: they cost steps.

import CSundials

/// BDF or Adams with Newton iteration (CVODES).
final class CVODESIntegrator: Integrator {
    let name: String
    @exclusivity(unchecked) private(set) var stepStart = 0.0
    @exclusivity(unchecked) private(set) var stepEnd = 0.0
    var state: UnsafeMutablePointer<Double> { patency_vector_values(vector)! }

    var stateCount: Int { system.stateCount }

    /// Newton's iteration goes on to this share of the local error allowed.
    ///
    /// What it leaves disturbs the error estimate: at CVODES' own 0.1 relaxation oscillators took 1.4 times the steps.
    private static let newtonShare = 0.01

    private let system: SubjectSystem
    private let factors: ScaledStepFactors
    private let objects: SundialsObjects
    private let memory: UnsafeMutableRawPointer
    private let vector: N_Vector
    private let scratch: N_Vector
    private let weights: N_Vector

    /// - Throws: `SolverError.unavailable` where SUNDIALS cannot be set up.
    init(
        system: SubjectSystem, factors: SparseFactors, usesAdams: Bool, relativeTolerance: Double,
        absoluteTolerances: [Double], maximumStep: Double?
    ) throws(SolverError) {
        name = usesAdams ? "CVODES Adams" : "CVODES BDF"
        self.system = system
        self.factors = ScaledStepFactors(
            StepFactors(system: system, sparse: factors, plansProgram: false), stateCount: system.stateCount)
        objects = try SundialsObjects(solver: self.factors, stateCount: system.stateCount)
        vector = objects.makeVector()
        scratch = objects.makeVector()
        weights = objects.makeVector()
        guard let memory = CVodeCreate(usesAdams ? CV_ADAMS : CV_BDF, objects.context) else {
            throw .unavailable("CVodeCreate")
        }
        self.memory = memory
        patency_cvode_silence(memory)
        let tolerances = patency_vector_values(weights)!
        for index in absoluteTolerances.indices { tolerances[index] = absoluteTolerances[index] }
        var flags = [
            CVodeInit(memory, rightHandSideCallback, 0, vector),
            CVodeSVtolerances(memory, relativeTolerance, weights),
            CVodeSetLinearSolver(memory, objects.linearSolver, objects.matrix),
            CVodeSetLinSysFn(memory, newtonMatrixCallback),
            CVodeSetMaxHnilWarns(memory, -1),
            CVodeSetNonlinConvCoef(memory, Self.newtonShare),
        ]
        if let maximumStep { flags.append(CVodeSetMaxStep(memory, maximumStep)) }
        flags.append(CVodeSetUserData(memory, Unmanaged.passUnretained(self).toOpaque()))
        guard flags.allSatisfy({ $0 == 0 }) else { throw .unavailable("CVODES refused its settings: \(flags)") }
    }

    deinit {
        var memory: UnsafeMutableRawPointer? = memory
        CVodeFree(&memory)
    }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        self.state.update(from: state, count: system.stateCount)
        factors.forget()
        stepStart = time
        stepEnd = time
        let flag = CVodeReInit(memory, time, vector)
        CVodeSetInitStep(memory, firstStep ?? 0)
        return flag == 0 ? nil : .other(Int(flag))
    }

    func limitStep(to length: Double) { CVodeSetMaxStep(memory, length.isFinite ? length : 0) }

    func advance(to stop: Double) -> StepOutcome {
        stepStart = stepEnd
        CVodeSetStopTime(memory, stop)
        let flag = CVode(memory, stop, vector, &stepEnd, CV_ONE_STEP)
        switch flag {
        case CV_TSTOP_RETURN: return .reached
        case CV_SUCCESS: return stepEnd > stepStart ? .stepped : .failed(.stepTooSmall)
        case CV_ERR_FAILURE: return .failed(.errorTestFailed)
        case CV_CONV_FAILURE, CV_LSETUP_FAIL, CV_LSOLVE_FAIL, CV_NLS_FAIL: return .failed(.notConverged)
        case CV_RHSFUNC_FAIL, CV_FIRST_RHSFUNC_ERR, CV_REPTD_RHSFUNC_ERR, CV_UNREC_RHSFUNC_ERR:
            return .failed(.notFinite)
        case CV_TOO_MUCH_ACC, CV_TOO_CLOSE: return .failed(.stepTooSmall)
        default: return .failed(.other(Int(flag)))
        }
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        let source = time < stepEnd && CVodeGetDky(memory, time, 0, scratch) == CV_SUCCESS ? scratch : vector
        result.update(from: patency_vector_values(source)!, count: system.stateCount)
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) {
        let areKnown = CVodeGetEstLocalErrors(memory, scratch) == 0 && CVodeGetErrWeights(memory, weights) == 0
        objects.weightedErrors(scratch, weights, areKnown: areKnown, into: result)
    }

    var firstStep: Double {
        var step = 0.0
        CVodeGetActualInitStep(memory, &step)
        return step
    }

    var errorTestFailures: Int {
        var count = 0
        CVodeGetNumErrTestFails(memory, &count)
        return count
    }

    fileprivate func evaluate(_ time: Double, _ y: N_Vector?, _ derivative: N_Vector?) -> Int32 {
        let isFinite = system.rightHandSide(time, patency_vector_values(y)!, into: patency_vector_values(derivative)!)
        return isFinite ? 0 : 1
    }

    /// Prepares I − γ·∂f/∂y, with the Jacobian already there where `isCurrent`.
    fileprivate func assemble(_ time: Double, _ y: N_Vector?, gamma: Double, isCurrent: Bool) -> Int32 {
        if !isCurrent, !system.updateJacobian(time, patency_vector_values(y)!) { return 1 }
        factors.gamma = gamma
        return 0
    }
}

private func integrator(_ data: UnsafeMutableRawPointer?) -> CVODESIntegrator {
    Unmanaged<CVODESIntegrator>.fromOpaque(data!).takeUnretainedValue()
}

private let rightHandSideCallback: CVRhsFn = { time, y, derivative, data in
    integrator(data).evaluate(time, y, derivative)
}

private let newtonMatrixCallback: CVLsLinSysFn = { time, y, _, _, isCurrent, isFresh, gamma, data, _, _, _ in
    isFresh?.pointee = isCurrent == 0 ? 1 : 0
    return integrator(data).assemble(time, y, gamma: gamma, isCurrent: isCurrent != 0)
}
