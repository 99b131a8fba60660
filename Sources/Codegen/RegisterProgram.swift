import Modeling

/// Where each kind of value lives in the register file, in this order.
struct RegisterLayout: Sendable {
    /// Literal numbers, written once.
    var constants: [Double] = []
    let parameterCount: Int
    /// What depends on parameters alone, computed when they are set.
    var hoistedCount = 0
    let stateCount: Int
    let directionCount: Int
    /// Past values, computed before a program that reads them.
    let lagCount: Int
    /// Registers of the widest program.
    var temporaryCount = 0

    var parameterStart: Int { constants.count }
    var hoistedStart: Int { parameterStart + parameterCount }
    var time: Int { hoistedStart + hoistedCount }
    var stateStart: Int { time + 1 }
    var directionStart: Int { stateStart + stateCount }
    var lagStart: Int { directionStart + directionCount }
    var temporaryStart: Int { lagStart + lagCount }
    var count: Int { temporaryStart + temporaryCount }
}

/// A straight-line program over registers.
struct RegisterProgram: Sendable {
    var instructions: [Instruction] = []
    /// Register of each result, in order.
    var results: [Int32] = []
    /// Past values it reads, by their place among the lags.
    var lags: [Int] = []
}

/// How a past value is found: the interval at the present, then the value at the earlier time.
struct LagProgram: Sendable {
    var interval: RegisterProgram
    var value: RegisterProgram
    var valueBeforeStart: RegisterProgram
}

/// The programs of a system in one register file: constants first, then a prologue for what only parameters decide.
struct RegisterCode: Sendable {
    var layout: RegisterLayout
    /// Run once per parameter set.
    var prologue: [Instruction] = []
    var programs: [KernelProgram: RegisterProgram] = [:]
    var lags: [LagProgram] = []
}
