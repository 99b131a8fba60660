import Modeling

/// Small models that exercise every part of the model form, for tests that compare kernels and solvers.
public enum SampleModels {
    /// All of them, by name.
    public static let all: [(name: String, model: Model)] = [
        ("pharmacokinetics", pharmacokinetics), ("tiny DAE", tinyDAE), ("variable volume", variableVolume),
        ("non-autonomous", nonAutonomous), ("operations", operations), ("events", events),
    ]

    /// Gut, plasma and tissue with saturable elimination and a dose input.
    public static var pharmacokinetics: Model {
        let builder = ModelBuilder(name: "pharmacokinetics", timeUnit: .hour)
        let scope = builder.scope("drug", grade: .established, "absorption and two compartments")
        let assumed = Evidence.assumed(because: "test model")
        let absorption = scope.parameter(
            "ka", 1.2, .perHour, assumed, spread: .logNormal(coefficientOfVariation: 0.3), "absorption")
        let exchange = scope.parameter("kpt", 0.4, .perHour, assumed, "plasma to tissue")
        let back = scope.parameter("ktp", 0.1, .perHour, assumed, "tissue to plasma")
        let fastest = scope.parameter("vmax", 30, .nanomole / .hour, assumed, "largest elimination")
        let half = scope.parameter("km", 4, .nanomolePerLitre, assumed, "half saturation")
        let size = scope.parameter("v", 3, .litre, assumed, "plasma volume")
        let volume = scope.compartment("plasmaVolume", size: size, .litre, "plasma")
        let rate = scope.input("infusion", 0, .nanomole / .hour, "infusion rate")
        let gut = scope.state("gut", .nanomole, typical: 100, "in the gut")
        let plasma = scope.state(
            "plasma", .nanomole, initial: .number(2, .nanomole), typical: 10, in: volume, "in plasma")
        let tissue = scope.state("tissue", .nanomole, typical: 10, "in tissue")
        let eliminated = scope.state("eliminated", .nanomole, typical: 100, pinned: true, "eliminated so far")
        let concentration = scope.define("concentration", .nanomolePerLitre, plasma / volume)
        scope.flow("absorption", from: gut, to: plasma, rate: absorption * gut)
        scope.flow("toTissue", from: plasma, to: tissue, rate: exchange * plasma)
        scope.flow("toPlasma", from: tissue, to: plasma, rate: back * tissue)
        scope.flow("infused", from: nil, to: plasma, rate: rate)
        scope.flow("elimination", from: plasma, to: eliminated, rate: fastest * concentration / (half + concentration))
        scope.doseInput(
            "oral", .nanomole, attributes: [("fraction", .dimensionless, 0.8)], infusionRate: rate, "by mouth"
        ) {
            amount, attributes in
            [(gut, gut + amount * attributes[0])]
        }
        builder.output("concentration", concentration, .nanomolePerLitre, label: "Plasma concentration")
        builder.output("total", gut + plasma + tissue + eliminated, .nanomole, label: "Total amount")
        return builder.model
    }

    /// x′ = −k x, with z determined by 0 = z + z³ − x.
    public static var tinyDAE: Model {
        let builder = ModelBuilder(name: "tinyDAE", timeUnit: .hour)
        let scope = builder.scope("dae", grade: .established)
        let k = scope.parameter("k", 0.7, .perHour, .assumed(because: "test model"), "decay")
        let x = scope.state("x", .dimensionless, initial: 2, typical: 1, "decaying")
        let z = scope.unknown("z", .dimensionless, guess: 1, typical: 1) { z in z + z.power(3) - x }
        scope.rate(of: x, -(k * x))
        builder.output("z", z, .dimensionless, label: "z")
        builder.output("residual", z + z.power(3) - x, .dimensionless, label: "residual")
        return builder.model
    }

    /// A species under a rate rule and one under a reaction, as concentrations in a growing compartment.
    public static var variableVolume: Model {
        var model = Model(name: "variableVolume", timeUnit: .second)
        func add(
            _ identifier: String, _ kind: Quantity.Kind, _ unit: Unit, _ initial: Expression, constant: Bool = false
        ) {
            var quantity = Quantity(identifier, kind, unit: unit, initial: initial)
            quantity.isConstant = constant
            quantity.evidence = constant ? .assumed(because: "test model") : nil
            model.quantities.append(quantity)
        }
        add("V", .compartment, .litre, .number(2, .litre))
        add(
            "S", .species(compartment: "V", isAmountInMath: false, isBoundary: false), .nanomolePerLitre,
            .number(3, .nanomolePerLitre))
        add(
            "R", .species(compartment: "V", isAmountInMath: false, isBoundary: true), .nanomolePerLitre,
            .number(1, .nanomolePerLitre))
        add("k", .parameter, .dimensionless / .second, .number(0.3, .dimensionless / .second), constant: true)
        add("g", .parameter, .dimensionless / .second, .number(0.1, .dimensionless / .second), constant: true)
        model.rules = [.rate("V", .symbol("g") * .symbol("V")), .rate("R", -(.symbol("k") * .symbol("R")))]
        model.reactions = [
            Reaction(
                "decay", from: [.init("S", stoichiometry: 2)], to: [], rate: .symbol("k") * .symbol("S") * .symbol("V"))
        ]
        model.outputs = [
            Output("S", .symbol("S"), unit: .nanomolePerLitre, label: "S"),
            Output("R", .symbol("R"), unit: .nanomolePerLitre, label: "R"),
            Output("rateOfR", .rate(of: .symbol("R")), unit: .nanomolePerLitre / .second, label: "R′"),
        ]
        return model
    }

    /// y′ = −y + sin(ω t), with ω a parameter.
    public static var nonAutonomous: Model {
        let builder = ModelBuilder(name: "nonAutonomous", timeUnit: .hour)
        let scope = builder.scope("forced", grade: .established)
        let assumed = Evidence.assumed(because: "test model")
        let frequency = scope.parameter("frequency", 2.5, .perHour, assumed, "angular frequency")
        let decay = scope.parameter("decay", 1, .perHour, assumed, "decay")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, nonNegative: false, "forced")
        scope.rate(of: y, decay * (sin(frequency * .time) - y))
        builder.output("y", y, .dimensionless, label: "y")
        return builder.model
    }

    /// Every elementary operation, in the right-hand sides of two states that stay near 0.3 and 1.7.
    public static var operations: Model {
        let builder = ModelBuilder(name: "operations", timeUnit: .second)
        let scope = builder.scope("all", grade: .established)
        let a = scope.parameter("a", 0.4, .dimensionless, .assumed(because: "test model"), "a number")
        let x = scope.state("x", .dimensionless, initial: 0.3, typical: 1, nonNegative: false, "small")
        let y = scope.state("y", .dimensionless, initial: 1.7, typical: 1, nonNegative: false, "larger")
        let unary = Operation.allCases.filter { $0.arity == 1 && $0 != .factorial }
        let terms = unary.map { operation in Expression.apply(operation, [operation == .acosh ? y : x * a]) }
        let binary = Operation.allCases.filter { $0.arity == 2 }.map { Expression.apply($0, [x, y]) }
        let choice = piecewise([(x * y, when: x > a), (y.power(a), when: y < a)], otherwise: x.power(y))
        let perSecond = Expression.number(1, .dimensionless / .second)
        scope.rate(of: x, perSecond * (.sum(terms) + x.power(-3) + y.power(0.5)))
        scope.rate(of: y, perSecond * (.sum(binary) + choice))
        builder.output("x", x, .dimensionless, label: "x")
        return builder.model
    }

    /// A state that is reset whenever it passes a threshold, with delay and priority.
    public static var events: Model {
        let builder = ModelBuilder(name: "events", timeUnit: .hour)
        let scope = builder.scope("saw", grade: .established)
        let assumed = Evidence.assumed(because: "test model")
        let slope = scope.parameter("slope", 1, .perHour, assumed, "growth")
        let limit = scope.parameter("limit", 3, .dimensionless, assumed, "threshold")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, "growing")
        let count = scope.state("count", .dimensionless, initial: 0, typical: 1, "resets so far")
        scope.rate(of: y, slope)
        scope.event("reset", when: y >= limit, set: [(y, y - limit / 2), (count, count + 1)])
        builder.output("y", y, .dimensionless, label: "y")
        builder.output("count", count, .dimensionless, label: "resets")
        return builder.model
    }
}
