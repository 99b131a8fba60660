import Modeling

/// What one simulation is asked: who, from what start, with which doses, over which span.
public struct SubjectInput: Sendable {
    /// [parameterCount]; `nil` for the model's defaults.
    public var parameters: [Double]?
    /// Free parameters replaced before the start, and states replaced after it.
    public var overrides: [Slot: Double]
    /// Stored states to start from [stateCount], as from `balance`; `nil` for the model's own.
    public var initialState: [Double]?
    /// Their derivatives by the parameters asked for [stateCount × parameterCount], as from `balanceSensitivities`; `nil` for
    /// those of initial formulas, or 0 where states are given.
    public var initialSensitivities: [Double]?
    /// What is given and when; doses before `start` are not given.
    public var doses: DoseSchedule
    /// [model time].
    public var start: Double
    /// Not before `start` [model time].
    public var end: Double
    /// Ascending, within `start…end` [model time].
    public var reportTimes: [Double]
    /// Index of the person, part of the key of random ties.
    public var subject: UInt64
    /// Seed of random ties.
    public var seed: UInt64
    /// First step to try [model time]; `nil` to have it estimated.
    var firstStep: Double?
    /// An error in a step counts this many times; heeded by Rosenbrock methods only.
    var errorWeight = 1.0
    /// Whether the derivative of the final state by the first one is wanted.
    var followsTangent = false
    /// Whether reports are stored states in place of outputs.
    var reportsStates = false

    public init(
        parameters: [Double]? = nil, overrides: [Slot: Double] = [:], initialState: [Double]? = nil,
        doses: DoseSchedule = .none, from start: Double = 0, to end: Double, reportTimes: [Double], subject: UInt64 = 0,
        seed: UInt64 = 0
    ) {
        self.parameters = parameters
        self.overrides = overrides
        self.initialState = initialState
        self.doses = doses
        self.start = start
        self.end = end
        self.reportTimes = reportTimes
        self.subject = subject
        self.seed = seed
    }

    /// States that start from numbers, whatever the parameters.
    var replacedStates: [Int] {
        if let initialState, initialSensitivities == nil { return Array(initialState.indices) }
        return overrides.keys.compactMap { if case .state(let index) = $0 { index } else { nil } }
    }

    /// - Throws: `SolverError.invalidArgument` where span, report times or doses do not fit a kernel of this layout.
    public func validated(for layout: KernelLayout) throws(SolverError) -> SubjectInput {
        guard start.isFinite, end.isFinite, end >= start else {
            throw .invalidArgument("a run from \(start) to \(end) has no span")
        }
        var last = start
        for time in reportTimes {
            guard time >= last, time <= end else {
                throw .invalidArgument("report time \(time) is out of order or outside \(start)…\(end)")
            }
            last = time
        }
        for regimen in doses.regimens { try check(regimen, layout) }
        let count = layout.states.count * (layout.sensitivity?.parameterCount ?? 0)
        if let given = initialSensitivities?.count, given != count {
            throw .invalidArgument("\(given) initial sensitivities given, the kernel has \(count)")
        }
        return self
    }

    private func check(_ regimen: Regimen, _ layout: KernelLayout) throws(SolverError) {
        let doses = layout.doses
        guard doses.indices.contains(regimen.doseIndex) else {
            throw .invalidArgument("there is no dose input \(regimen.doseIndex), the kernel has \(doses.count)")
        }
        let name = doses[regimen.doseIndex].identifier
        guard regimen.amount.isFinite, regimen.start.isFinite, regimen.duration >= 0, regimen.duration.isFinite,
            regimen.interval ?? 1 > 0
        else { throw .invalidArgument("regimen into \(name) has an amount, time or interval that makes no sense") }
        guard regimen.duration == 0 || doses[regimen.doseIndex].infusionParameter != nil else {
            throw .invalidArgument("\(name) takes no infusions: it has no infusion rate")
        }
        for index in regimen.attributes.keys where !layout.parameters.indices.contains(index) {
            throw .invalidArgument("regimen into \(name) sets parameter \(index), which does not exist")
        }
    }
}
