import Modeling

/// A valid model drawn from a seed, with what is known of it without solving it.
public struct RandomModel: Sendable, CustomStringConvertible {
    public let seed: UInt64
    public let model: Model
    /// Sums of amounts that nothing changes: outputs of these names stay at their start.
    public let constantOutputs: [String]

    public var description: String { "seed \(seed)\n\(model)" }

    /// Draws species in compartments that may grow, reactions of every usual law, rules and events.
    ///
    /// Solutions stay finite: what a reaction consumes vanishes with its source, what it makes from nothing is bounded.
    /// - Parameters:
    ///   - seed: the same seed gives the same model.
    ///   - isAlgebraic: whether one quantity follows from an algebraic rule.
    public init(seed: UInt64, isAlgebraic: Bool = false) {
        var drawing = Drawing(seed: seed)
        drawing.addCompartments()
        drawing.addSpecies()
        drawing.addControls()
        drawing.addReactions()
        if isAlgebraic { drawing.addAlgebraicRule() }
        drawing.addEvents()
        drawing.addOutputs()
        self.seed = seed
        model = drawing.model
        constantOutputs = drawing.model.outputs.map(\.identifier).filter { $0.hasPrefix("total") }
    }
}

/// The model so far, and the dice.
private struct Drawing {
    var model: Model
    private var random: RepeatableRandom
    private var compartments: [String] = []
    private var species: [String] = []
    /// Symbols that formulas may use beside time.
    private var values: [Expression] = []
    /// Species whose sum no reaction changes.
    private var closed: [String] = []

    init(seed: UInt64) {
        random = RepeatableRandom(seed: seed)
        model = Model(name: "random\(seed)", timeUnit: .second)
    }

    private mutating func chance(_ probability: Double) -> Bool { random.uniform() < probability }
    private mutating func number(_ low: Double, _ high: Double) -> Double {
        ((low + (high - low) * random.uniform()) * 1000).rounded() / 1000
    }
    private mutating func pick<Element>(_ all: [Element]) -> Element { all[random.integer(below: all.count)] }

    private mutating func add(
        _ name: String, _ initial: Expression?, isConstant: Bool = true, kind: Quantity.Kind = .parameter
    ) -> Expression {
        var quantity = Quantity(name, kind, unit: .dimensionless, initial: initial)
        quantity.isConstant = isConstant
        model.quantities.append(quantity)
        return .symbol(name)
    }

    private mutating func constant(_ low: Double, _ high: Double) -> Expression {
        add("k\(model.quantities.count)", .number(number(low, high)))
    }

    mutating func addCompartments() {
        for index in 0...random.integer(below: 3) {
            let name = "c\(index)"
            let start = number(0.5, 3)
            switch random.integer(below: 4) {
            case 0:
                _ = add(name, .number(start), isConstant: false, kind: .compartment)
                model.rules.append(.rate(name, .number(number(-0.04, 0.08)) * .symbol(name)))
            case 1:
                _ = add(name, nil, isConstant: false, kind: .compartment)
                let wave = .number(0.3) * sin(.number(number(0.2, 2)) * .time)
                model.rules.append(.assignment(name, .number(start) * (1 + wave)))
            default: _ = add(name, .number(start), kind: .compartment)
            }
            compartments.append(name)
        }
    }

    mutating func addSpecies() {
        for index in 0...(2 + random.integer(below: 5)) {
            let name = "S\(index)"
            let compartment = pick(compartments)
            let isAmount = chance(0.4)
            let amount = Expression.number(number(0, 5))
            let start = isAmount ? amount : amount / .symbol(compartment)
            let kind = Quantity.Kind.species(compartment: compartment, isAmountInMath: isAmount, isBoundary: false)
            values.append(add(name, start, isConstant: false, kind: kind))
            species.append(name)
        }
        // The first two or more exchange among themselves only.
        closed = Array(species.prefix(2 + random.integer(below: species.count - 1)))
    }

    /// A formula with values from 0 to about 1, whatever its arguments are.
    private mutating func fraction(_ depth: Int = 2) -> Expression {
        let value = pick(values)
        switch random.integer(below: depth > 0 ? 9 : 4) {
        case 0: return value * value / (1 + value * value)
        case 1: return exp(-abs(value))
        case 2: return 0.5 + .number(0.5) * sin(.number(number(0.1, 3)) * .time + value)
        case 3: return 1 / (1 + exp(-(value - constant(0.5, 2))))
        case 4: return fraction(depth - 1) * fraction(depth - 1)
        case 5:
            // A kink of the state: a jump that the state itself undoes would have no solution in the usual sense.
            let threshold = constant(0.5, 3)
            let excess = (value - threshold) / (1 + abs(value - threshold))
            return .apply(.select, [value > threshold, excess, 0])
        case 6: return .apply(.min, [fraction(depth - 1), fraction(depth - 1)])
        case 7: return .apply(.max, [fraction(depth - 1), .number(number(0, 0.6))])
        default: return tanh(abs(value)).power(constant(1, 3))
        }
    }

    mutating func addControls() {
        for index in 0..<random.integer(below: 4) {
            let name = "h\(index)"
            if chance(0.6) {
                let formula = fraction()
                values.append(add(name, nil, isConstant: false))
                model.rules.append(.assignment(name, formula))
            } else {
                let target = fraction()
                values.append(add(name, .number(number(0, 1)), isConstant: false))
                model.rules.append(.rate(name, .number(number(0.2, 2)) * (target - .symbol(name))))
            }
        }
    }

    /// A rate that vanishes with its source.
    private mutating func consumption(of name: String) -> Expression {
        let source = Expression.symbol(name)
        let speed = constant(0.05, 1.5)
        switch random.integer(below: 6) {
        case 0: return speed * source
        case 1: return speed * source / (constant(0.2, 2) + abs(source))
        case 2: return speed * source * fraction()
        case 3:
            // A jump, and two ways to write when.
            let early = chance(0.5) ? .time < constant(1, 8) : sin(.time) <= 0.3
            return speed * source * .apply(.select, [early, 1, .number(number(0, 0.5))])
        case 4:
            let square = source * source
            return speed * square / (constant(0.2, 2) + square)
        default:
            // Both partners vanish at zero, and their product is bounded where both are large.
            let partner = pick(species)
            return speed * source * abs(.symbol(partner)) / (1 + abs(source) + abs(.symbol(partner)))
        }
    }

    mutating func addReactions() {
        func react(_ from: [String], _ to: [String], _ rate: Expression, _ count: Expression = 1) {
            model.reactions.append(
                Reaction(
                    "J\(model.reactions.count)", from: from.map { .init($0) },
                    to: to.map { .init($0, stoichiometry: count) }, rate: rate))
        }
        for _ in 0...(closed.count + random.integer(below: 3)) {
            let source = pick(closed)
            let others = closed.filter { $0 != source }
            react([source], [pick(others)], consumption(of: source))
        }
        let open = species.filter { !closed.contains($0) }
        for name in open {
            react([], [name], constant(0.1, 1) * fraction())
            // A stoichiometry may be any formula.
            let product = chance(0.5) ? [pick(open)] : []
            react([name], product.filter { $0 != name }, consumption(of: name), chance(0.3) ? fraction() : 1)
        }
        if chance(0.3) {
            let last = Expression.symbol("J\(model.reactions.count - 1)")
            values.append(add("ratio", nil, isConstant: false))
            model.rules.append(.assignment("ratio", last / (1 + abs(last))))
        }
    }

    /// y + y³ = a fraction has one solution for y.
    mutating func addAlgebraicRule() {
        let target = fraction()
        let unknown = add("y", .number(0.5), isConstant: false)
        model.rules.append(.algebraic(unknown + unknown.power(3) - target))
    }

    mutating func addEvents() {
        let dial = add("dial", 1, isConstant: false)
        model.reactions.append(
            Reaction(
                "Jdial", from: [.init(closed[0])], to: [.init(closed[1])],
                rate: .number(0.2) * dial * .symbol(closed[0])))
        let free = species.filter { !closed.contains($0) }
        for index in 0..<random.integer(below: 4) {
            // Thresholds are crossed at an angle, so that solvers agree on when.
            let trigger: Expression =
                chance(0.7) ? .time >= .number(number(0.5, 9)) : sin(.number(number(0.5, 2)) * .time) >= 0.4
            var assignments = [Event.Assignment("dial", .number(number(0.2, 2)) + fraction())]
            if chance(0.5), let name = free.first {
                assignments.append(.init(name, .number(number(0.5, 1.5)) * .symbol(name) + .number(number(0, 1))))
            }
            var event = Event("e\(index)", when: trigger, assignments: assignments)
            if chance(0.4) { event.delay = .number(number(0.1, 2)) * (1 + fraction()) }
            if chance(0.4) { event.priority = .number(Double(index)) + fraction() }
            event.usesValuesFromTriggerTime = chance(0.5)
            event.isPersistent = chance(0.7)
            model.events.append(event)
        }
    }

    mutating func addOutputs() {
        let amounts = Dictionary(
            uniqueKeysWithValues: model.quantities.compactMap { quantity -> (String, Expression)? in
                guard case .species(let compartment?, let isAmount, _) = quantity.kind else { return nil }
                let symbol = Expression.symbol(quantity.identifier)
                return (quantity.identifier, isAmount ? symbol : symbol * .symbol(compartment))
            })
        for name in species { output(name, amounts[name]!) }
        for quantity in model.quantities where !quantity.isConstant && amounts[quantity.identifier] == nil {
            output(quantity.identifier, .symbol(quantity.identifier))
        }
        output("total", .sum(closed.map { amounts[$0]! }))
        output("fraction", fraction())
    }

    private mutating func output(_ name: String, _ formula: Expression) {
        model.outputs.append(Output(name, formula, unit: .dimensionless, label: name))
    }
}
