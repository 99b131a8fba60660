/// Compressed-column pattern of a sparse matrix.
public struct SparsityPattern: Hashable, Sendable {
    public let rowCount: Int
    /// Start of each column in `rows`; one longer than the number of columns.
    public let columnStarts: [Int]
    /// Row of each non-zero, ascending within a column.
    public let rows: [Int]

    public init(rowCount: Int, columnStarts: [Int], rows: [Int]) {
        self.rowCount = rowCount
        self.columnStarts = columnStarts
        self.rows = rows
    }

    public var columnCount: Int { columnStarts.count - 1 }
    public var nonZeroCount: Int { rows.count }

    /// Column of each non-zero.
    public var columns: [Int] {
        (0..<columnCount).flatMap { Array(repeating: $0, count: columnStarts[$0 + 1] - columnStarts[$0]) }
    }
}

/// Where a value is stored: among the states or among the parameters.
public enum Slot: Hashable, Sendable {
    case state(Int)
    case parameter(Int)
}

/// A state of the system as stored: amounts for species, values for everything else.
public struct StateVariable: Sendable {
    public let identifier: String
    /// Unit of the stored value.
    public let unit: Unit
    /// 1 for a differential equation, 0 for an algebraic one: the diagonal of M.
    public let mass: Double
    public let isNonNegative: Bool
    public let isPinned: Bool
    /// Whether fast reactions change it, which come to rest at once after the start and after every sudden change.
    public let isFast: Bool
    /// Magnitude below which differences do not matter [unit], where known.
    public let typicalMagnitude: Double?
}

/// A parameter as stored: constants, and whatever only events and doses change.
public struct ParameterVariable: Sendable {
    public let identifier: String
    public let unit: Unit
    /// The value is a number of the model, so a caller may replace it before the start.
    public let isFree: Bool
    public let defaultValue: Double
}

/// An event's fixed attributes beside its programs.
public struct EventTraits: Sendable {
    public let identifier: String
    public let targets: [Slot]
    public let initialTriggerValue: Bool
    public let isPersistent: Bool
    public let hasDelay: Bool
    public let usesValuesFromTriggerTime: Bool
}

/// A dose input's fixed attributes beside its program.
public struct DoseTraits: Sendable {
    public let identifier: String
    public let unit: Unit
    /// Index of the parameter holding the amount.
    public let amountParameter: Int
    /// Indices of the parameters holding attributes, by scenario name.
    public let attributeParameters: [String: Int]
    public let infusionParameter: Int?
    public let targets: [Slot]
}

/// A result's name and unit.
public struct OutputTraits: Sendable {
    public let identifier: String
    public let unit: Unit
    public let label: String
}

/// Names, counts and order of everything a kernel reads and writes.
public struct KernelLayout: Sendable {
    public let modelName: String
    public let timeUnit: Unit
    public let states: [StateVariable]
    public let parameters: [ParameterVariable]
    public let outputs: [OutputTraits]
    public let events: [EventTraits]
    public let doses: [DoseTraits]
    /// Course of each function whose sign changes are sudden changes, in the order of `.roots`.
    public let roots: [RootCourse]
    /// Whether a trigger changes its truth only where a root changes its sign, or parameters suddenly change.
    public let triggersFollowRoots: Bool
    /// Quotients of f that may become infinite on the way; solvers must not step over that.
    public let poleCount: Int
    public let jacobianPattern: SparsityPattern
    /// Whether some formula contains `delay`, so that evaluation needs the past.
    public let usesHistory: Bool
    /// Indices of the states that `delay` reads, ascending.
    public let laggedStates: [Int]
    /// Whether f depends on time itself.
    public let isAutonomous: Bool
    /// Indices of the parameters that f and its derivatives read, ascending; others act through doses, events, outputs.
    public let continuousParameters: [Int]
    /// Index of the parameter that multiplies the rates of fast reactions; `nil` where there are none.
    public let fastSpeedParameter: Int?
    /// What sensitivities were asked for and how their derivatives are laid out; `nil` where none were.
    public let sensitivity: SensitivityLayout?

    public var rootCount: Int { roots.count }
    public var isDifferentialAlgebraic: Bool { states.contains { $0.mass == 0 } }
    public func stateIndex(_ identifier: String) -> Int? { states.firstIndex { $0.identifier == identifier } }
    public func parameterIndex(_ identifier: String) -> Int? { parameters.firstIndex { $0.identifier == identifier } }
    public func outputIndex(_ identifier: String) -> Int? { outputs.firstIndex { $0.identifier == identifier } }

    /// Length of the direction that programs read.
    public var directionCount: Int { max(parameters.count, sensitivity == nil ? 0 : states.count + 1) }

    /// Length of a program's result.
    public func resultCount(of program: KernelProgram) -> Int {
        switch program {
        case .rightHandSide, .timeDerivative, .parameterDirection: states.count
        case .jacobian: jacobianPattern.nonZeroCount
        case .rightHandSideAndJacobian: states.count + jacobianPattern.nonZeroCount
        case .roots: rootCount + 2 * poleCount
        case .outputs: outputs.count
        case .initialValues: states.count + parameters.count
        case .triggers, .priorities, .delays: events.count
        case .eventAssignments(let event), .eventScales(let event): events[event].targets.count
        case .doseAssignments(let dose): doses[dose].targets.count
        case .linearisation: sensitivity.map { states.count + $0.linearisation.nonZeroCount } ?? 0
        case .curvature: sensitivity?.curvedPlaces.count ?? 0
        case .derivatives(let program): sensitivity?.patterns[program]?.nonZeroCount ?? 0
        }
    }
}
