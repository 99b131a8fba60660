import Foundation
import Modeling

/// A model with a solution known in closed form.
public struct ExactProblem: Sendable {
    public let name: String
    public let model: Model
    /// End of the span [model time].
    public let end: Double
    /// Outputs at a time [outputCount].
    public let solution: @Sendable (Double) -> [Double]

    public init(name: String, model: Model, end: Double, solution: @escaping @Sendable (Double) -> [Double]) {
        self.name = name
        self.model = model
        self.end = end
        self.solution = solution
    }
}

/// Problems with exact solutions.
public enum ExactProblems {
    static let assumed = Evidence.assumed(because: "test problem")

    /// Those without doses and events.
    public static var smooth: [ExactProblem] { [decay, oscillator, forced, growingVolume, stiffPair] }

    /// y′ = −k y.
    public static var decay: ExactProblem {
        let builder = ModelBuilder(name: "decay", timeUnit: .hour)
        let scope = builder.scope("d", grade: .established)
        let k = scope.parameter("k", 0.5, .perHour, assumed, "rate")
        let y = scope.state("y", .milligram, initial: .number(10, .milligram), typical: 1, "amount")
        scope.flow("loss", from: y, to: nil, rate: k * y)
        builder.output("y", y, .milligram, label: "y")
        return ExactProblem(name: "decay", model: builder.model, end: 10) { [10 * exp(-0.5 * $0)] }
    }

    /// x″ = −x over four turns.
    public static var oscillator: ExactProblem {
        let builder = ModelBuilder(name: "oscillator", timeUnit: .second)
        let scope = builder.scope("o", grade: .established)
        let w = scope.parameter("w", 1, .dimensionless / .second, assumed, "angular frequency")
        let x = scope.state("x", .dimensionless, initial: 1, typical: 1, nonNegative: false, "position")
        let v = scope.state("v", .dimensionless, initial: 0, typical: 1, nonNegative: false, "velocity")
        scope.rate(of: x, w * v)
        scope.rate(of: v, -(w * x))
        builder.output("x", x, .dimensionless, label: "x")
        builder.output("v", v, .dimensionless, label: "v")
        return ExactProblem(name: "oscillator", model: builder.model, end: 25) { [cos($0), -sin($0)] }
    }

    /// y′ = sin(t) − y.
    public static var forced: ExactProblem {
        let builder = ModelBuilder(name: "forced", timeUnit: .second)
        let scope = builder.scope("f", grade: .established)
        let k = scope.parameter("k", 1, .dimensionless / .second, assumed, "rate")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, nonNegative: false, "forced")
        scope.rate(of: y, k * (sin(k * .time) - y))
        builder.output("y", y, .dimensionless, label: "y")
        return ExactProblem(name: "forced", model: builder.model, end: 10) {
            [0.5 * (sin($0) - cos($0)) + 1.5 * exp(-$0)]
        }
    }

    /// A constant amount in a volume that doubles each 10 s.
    public static var growingVolume: ExactProblem {
        let builder = ModelBuilder(name: "growingVolume", timeUnit: .second)
        let scope = builder.scope("g", grade: .established)
        let rate = scope.parameter("g", 0.1, .dimensionless / .second, assumed, "growth")
        let k = scope.parameter("k", 0.2, .dimensionless / .second, assumed, "loss")
        let volume = scope.state("V", .litre, initial: .number(1, .litre), typical: 1, "volume")
        let amount = scope.state("A", .nanomole, initial: .number(5, .nanomole), typical: 1, "amount")
        scope.rate(of: volume, rate * volume)
        scope.flow("loss", from: amount, to: nil, rate: k * amount)
        builder.output("c", amount / volume, .nanomolePerLitre, label: "c")
        return ExactProblem(name: "growingVolume", model: builder.model, end: 10) { [5 * exp(-0.3 * $0)] }
    }

    /// Two processes 10⁵ apart: y₁ goes to y₂ fast, y₂ leaves slowly.
    public static var stiffPair: ExactProblem {
        let fast = 1e5
        let builder = ModelBuilder(name: "stiffPair", timeUnit: .second)
        let scope = builder.scope("s", grade: .established)
        let quick = scope.parameter("quick", fast, .dimensionless / .second, assumed, "fast")
        let slow = scope.parameter("slow", 1, .dimensionless / .second, assumed, "slow")
        let a = scope.state("a", .nanomole, initial: .number(1, .nanomole), typical: 1, "first")
        let b = scope.state("b", .nanomole, initial: .number(0, .nanomole), typical: 1, "second")
        scope.flow("quickly", from: a, to: b, rate: quick * a)
        scope.flow("slowly", from: b, to: nil, rate: slow * b)
        builder.output("b", b, .nanomole, label: "b")
        return ExactProblem(name: "stiffPair", model: builder.model, end: 5) {
            [fast / (fast - 1) * (exp(-$0) - exp(-fast * $0))]
        }
    }
}

/// Two compartments with first-order exchange and elimination, dosed into the first.
public struct TwoCompartments: Sendable {
    public let elimination = 0.3
    public let forward = 0.8
    public let back = 0.4

    public init() {}

    /// Dose input 0 is `central`; outputs are the two amounts [mg] over hours.
    public var model: Model {
        let builder = ModelBuilder(name: "twoCompartments", timeUnit: .hour)
        let scope = builder.scope("pk", grade: .established)
        let assumed = ExactProblems.assumed
        let k10 = scope.parameter("k10", elimination, .perHour, assumed, "elimination")
        let k12 = scope.parameter("k12", forward, .perHour, assumed, "to the second")
        let k21 = scope.parameter("k21", back, .perHour, assumed, "to the first")
        let rate = scope.input("rate", 0, .milligram / .hour, "infusion")
        let central = scope.state("central", .milligram, typical: 1, "first")
        let second = scope.state("second", .milligram, typical: 1, "second")
        scope.flow("eliminated", from: central, to: nil, rate: k10 * central)
        scope.flow("out", from: central, to: second, rate: k12 * central)
        scope.flow("in", from: second, to: central, rate: k21 * second)
        scope.flow("infused", from: nil, to: central, rate: rate)
        scope.doseInput("central", .milligram, infusionRate: rate, "into the first") { amount, _ in
            [(central, central + amount)]
        }
        builder.output("central", central, .milligram, label: "first")
        builder.output("second", second, .milligram, label: "second")
        return builder.model
    }

    private var rates: (fast: Double, slow: Double) {
        let sum = elimination + forward + back
        let root = (sum * sum - 4 * elimination * back).squareRoot()
        return ((sum + root) / 2, (sum - root) / 2)
    }

    /// Amounts a time after one dose of 1 mg; 0 before it.
    public func afterBolus(_ time: Double) -> [Double] {
        guard time >= 0 else { return [0, 0] }
        let (a, b) = rates
        return [
            ((a - back) * exp(-a * time) - (b - back) * exp(-b * time)) / (a - b),
            forward * (exp(-b * time) - exp(-a * time)) / (a - b),
        ]
    }

    /// Amounts a time after the start of an infusion of 1 mg over `duration`.
    public func afterInfusion(_ time: Double, over duration: Double) -> [Double] {
        func accumulated(_ time: Double) -> [Double] {
            guard time > 0 else { return [0, 0] }
            let (a, b) = rates
            let ea = (1 - exp(-a * time)) / a
            let eb = (1 - exp(-b * time)) / b
            return [((a - back) * ea - (b - back) * eb) / (a - b), forward * (eb - ea) / (a - b)]
        }
        return zip(accumulated(time), accumulated(time - duration)).map { ($0 - $1) / duration }
    }
}
