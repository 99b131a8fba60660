import Modeling

/// One subject's outputs over time and how the run ended.
public struct Trajectory: Sendable {
    public enum Status: Sendable {
        case completed
        /// Values from the failure on are NaN.
        case failed(Failure)
    }

    public let subject: UInt64
    /// Identifiers of the outputs.
    public let names: [String]
    public let units: [Unit]
    public let timeUnit: Unit
    /// Report times [timeUnit].
    public let times: [Double]
    /// [timeCount × outputCount], row-major: one row per report time.
    public internal(set) var values: [Double]
    /// Parameters by which outputs were differentiated; empty where none were asked for.
    public internal(set) var derivativeParameters: [String] = []
    /// ∂output/∂parameter, times held [timeCount × outputCount × parameterCount], row-major [output's unit per parameter's].
    public internal(set) var derivatives: [Double] = []
    public internal(set) var status: Status
    public internal(set) var statistics: SolverStatistics
    /// Stored states at the end, or where the run failed [stateCount].
    public internal(set) var finalState: [Double]
    /// Parameters at the end, or where the run failed [parameterCount].
    public internal(set) var finalParameters: [Double]
    /// First step after the start that its error called for [timeUnit]; `nil` where none was taken.
    var firstStep: Double?
    /// ∂(final state)/∂(first state) [stateCount × stateCount, column-major], where that was followed.
    var tangent: [Double]?

    public var outputCount: Int { names.count }

    /// Whether every report time was reached.
    public var isCompleted: Bool { if case .completed = status { true } else { false } }
    public var failure: Failure? { if case .failed(let failure) = status { failure } else { nil } }

    /// Value of an output at a report time.
    public subscript(timeIndex: Int, outputIndex: Int) -> Double { values[timeIndex * outputCount + outputIndex] }

    /// ∂output/∂parameter at a report time [output's unit per parameter's].
    ///
    /// At the time of a dose or event, as for values, it is what holds after it.
    public func derivative(timeIndex: Int, outputIndex: Int, parameterIndex: Int) -> Double {
        derivatives[(timeIndex * outputCount + outputIndex) * derivativeParameters.count + parameterIndex]
    }

    /// Values of one output over the report times [timeCount]; `nil` for an unknown name.
    public func values(of name: String) -> [Double]? {
        guard let outputIndex = names.firstIndex(of: name) else { return nil }
        return times.indices.map { self[$0, outputIndex] }
    }
}

/// What a run cost.
public struct SolverStatistics: Hashable, Sendable {
    /// Names of the integrators, in the order they were used.
    public internal(set) var methods: [String] = []
    public internal(set) var steps = 0
    public internal(set) var errorTestFailures = 0
    public internal(set) var rightHandSideCalls = 0
    public internal(set) var jacobianCalls = 0
    public internal(set) var factorisations = 0
    /// Starts of the integrator, the first included.
    public internal(set) var restarts = 0
    /// Discontinuities located within steps.
    public internal(set) var rootsFound = 0
    public internal(set) var eventsExecuted = 0
    public internal(set) var dosesGiven = 0

    public init() {}

    /// Adds what another part of the same run cost.
    mutating func add(_ other: SolverStatistics) {
        for method in other.methods where !methods.contains(method) { methods.append(method) }
        steps += other.steps
        errorTestFailures += other.errorTestFailures
        rightHandSideCalls += other.rightHandSideCalls
        jacobianCalls += other.jacobianCalls
        factorisations += other.factorisations
        restarts += other.restarts
        rootsFound += other.rootsFound
        eventsExecuted += other.eventsExecuted
        dosesGiven += other.dosesGiven
    }
}
