import Modeling

/// Problems known by high-accuracy numbers or by their behaviour rather than in closed form.
public enum ReferenceProblems {
    private static let assumed = Evidence.assumed(because: "test problem")
    private static let perSecond = Modeling.Unit.dimensionless / .second

    /// Robertson's kinetics; with `conserving`, the third state follows from 0 = y₁ + y₂ + y₃ − 1.
    ///
    /// - Source: Hairer & Wanner, Solving ODEs II, section IV.10, doi:10.1007/978-3-642-05221-7.
    public static func robertson(conserving: Bool) -> Model {
        let builder = ModelBuilder(name: conserving ? "robertsonDAE" : "robertson", timeUnit: .second)
        let scope = builder.scope("r", grade: .established)
        let k1 = scope.parameter("k1", 0.04, perSecond, assumed, "first")
        let k2 = scope.parameter("k2", 3e7, perSecond, assumed, "second")
        let k3 = scope.parameter("k3", 1e4, perSecond, assumed, "third")
        let y1 = scope.state("y1", .dimensionless, initial: 1, typical: 1, "first")
        let y2 = scope.state("y2", .dimensionless, initial: 0, typical: 1e-5, "second")
        let y3: Expression
        if conserving {
            y3 = scope.unknown("y3", .dimensionless, guess: 0.3, typical: 1) { y3 in y1 + y2 + y3 - 1 }
        } else {
            y3 = scope.state("y3", .dimensionless, initial: 0, typical: 1, "third")
            scope.rate(of: y3, k2 * y2 * y2)
        }
        scope.rate(of: y1, k3 * y2 * y3 - k1 * y1)
        scope.rate(of: y2, k1 * y1 - k3 * y2 * y3 - k2 * y2 * y2)
        builder.output("y1", y1, .dimensionless, label: "y1")
        builder.output("y2", y2, .dimensionless, label: "y2")
        builder.output("y3", y3, .dimensionless, label: "y3")
        return builder.model
    }

    /// Robertson's states at 40 s.
    public static let robertsonAt40 = [0.7158270688, 9.185534765e-6, 0.2841637457]

    /// y′ = y² from 1: infinite at 1 h.
    public static var blowUp: Model {
        let builder = ModelBuilder(name: "blowUp", timeUnit: .hour)
        let scope = builder.scope("b", grade: .established)
        let k = scope.parameter("k", 1, .perHour, assumed, "rate")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, "growing")
        scope.rate(of: y, k * y * y)
        builder.output("y", y, .dimensionless, label: "y")
        return builder.model
    }

    /// A ball dropped from 10 m that keeps 0.8 of its speed at each bounce; g is 9.81 m/s².
    public static var bouncingBall: Model {
        let builder = ModelBuilder(name: "bouncingBall", timeUnit: .second)
        let scope = builder.scope("ball", grade: .established)
        let g = scope.parameter("g", 9.81, perSecond, assumed, "acceleration")
        let one = scope.parameter("one", 1, perSecond, assumed, "unit of rates")
        let kept = scope.parameter("kept", 0.8, .dimensionless, assumed, "speed kept")
        let height = scope.state("height", .dimensionless, initial: 10, typical: 1, nonNegative: false, "height")
        let speed = scope.state("speed", .dimensionless, initial: 0, typical: 1, nonNegative: false, "speed")
        let bounces = scope.state("bounces", .dimensionless, initial: 0, typical: 1, "bounces so far")
        let last = scope.state("last", .dimensionless, initial: 0, typical: 1, "time of the last bounce")
        scope.rate(of: height, one * speed)
        scope.rate(of: speed, -g)
        scope.event(
            "bounce", when: height <= 0, set: [(speed, -(kept * speed)), (bounces, bounces + 1), (last, one * .time)])
        builder.output("height", height, .dimensionless, label: "height")
        builder.output("bounces", bounces, .dimensionless, label: "bounces")
        builder.output("last", last, .dimensionless, label: "last bounce")
        return builder.model
    }

    /// A synthesis–binding–degradation chain of `count` states with feedback, one pinned total.
    public static func turnover(_ count: Int) -> Model {
        let builder = ModelBuilder(name: "turnover", timeUnit: .hour)
        let scope = builder.scope("t", grade: .established)
        let k = scope.parameter("k", 0.3, .perHour, assumed, "turnover")
        let synthesis = scope.parameter("synthesis", 2, .nanomole / .hour, assumed, "synthesis")
        let half = scope.parameter("half", 3, .nanomole, assumed, "half inhibition")
        let states = (0..<count).map {
            scope.state("x\($0)", .nanomole, initial: .number(1, .nanomole), typical: 1, "link \($0)")
        }
        let total = scope.state(
            "total", .nanomole, initial: .number(7, .nanomole), typical: 1, pinned: true, "left so far")
        scope.flow("made", from: nil, to: states[0], rate: synthesis * half / (half + states[count - 1]))
        for index in 0..<count {
            let speed = Expression.number(1 + 100 / Double(index + 1))
            let next: Expression? = index + 1 < count ? states[index + 1] : total
            scope.flow("f\(index)", from: states[index], to: next, rate: speed * k * states[index])
        }
        builder.output("last", states[count - 1], .nanomole, label: "last")
        builder.output("total", total, .nanomole, label: "total")
        return builder.model
    }
}
