import Modeling
import Testing

@testable import Studies

@Suite struct UncertaintyRankingTests {
    /// Outputs whose variance by each parameter is known.
    struct KnownFamily: ModelFamily {
        let vocabulary = ScenarioVocabulary(
            fields: [
                .init(
                    .person, "age", .quantity(unit: .year, range: 18...110), input: "person.age", defaultValue: 60,
                    "Age.")
            ],
            substances: [], defaultOutputs: ["linear", "even", "reached", "none"])
        let standingIntake: [String: String] = [:]

        func safetyStatements(for scenario: Scenario) -> [String] { [] }

        func model(using doseInputs: Set<String>) -> Model {
            let builder = ModelBuilder(name: "known", timeUnit: .hour)
            let person = builder.scope("person", grade: .established, "The person.")
            let age = person.input("age", 60, .year, "Age.")
            let scope = builder.scope("part", grade: .supported, "The part.")
            func number(_ name: String, _ value: Double, _ spread: Spread, nonNegative: Bool = false) -> Expression {
                scope.parameter(
                    name, value, .dimensionless, .assumed(because: "test"), spread: spread, nonNegative: nonNegative,
                    name)
            }
            let a = number("a", 5, .normal(standardDeviation: 3))
            // A uniform distribution of width 12 has variance 12.
            let b = number("b", 1, .uniform(-6, 6))
            let c = number("c", 0, .normal(standardDeviation: 0.5))
            let d = number("d", 2, .logNormal(coefficientOfVariation: 0.4))
            let fixed = number("fixed", 7, .none)
            let state = scope.state("state", .dimensionless, initial: 1, typical: 1, pinned: true, "decays")
            scope.flow("decay", from: state, to: nil, rate: Expression.number(0.1, .perHour) * state)
            builder.output("linear", a + 2 * b + fixed, .dimensionless, label: "Linear")
            builder.output("even", a + c * c, .dimensionless, label: "Even")
            builder.output("reached", ln(d) * state, .dimensionless, label: "Reached")
            builder.output("none", age, .year, label: "Age")
            return builder.model
        }
    }

    private func shares(threads: Int = 2) throws -> UncertaintyShares {
        let scenario = try Scenario(
            parsing: "arms: [{name: only}]\nhorizon: 10 h\nreport: every 1 h\n", file: "known.yaml", for: KnownFamily())
        return try UncertaintyRanking(family: KnownFamily(), threadCount: threads).shares(of: scenario, armIndex: 0)
    }

    private func output(_ name: String) throws -> UncertaintyShares.OutputShares {
        try #require(shares().outputs.first { $0.output == name })
    }

    @Test func sharesOfALinearOutputAreExact() throws {
        let linear = try output("linear")
        // 3² by a and 2²·12 by b; b is centred on 0 although its value is 1.
        #expect(abs(linear.standardDeviation - (9.0 + 48).squareRoot()) < 1e-9)
        #expect(linear.shares.map(\.parameter) == ["part.b", "part.a"])
        #expect(abs(linear.share(of: "part.a") - 9.0 / 57) < 1e-9)
        #expect(abs(linear.share(of: "part.b") - 48.0 / 57) < 1e-9)
        #expect(linear.value == 5 + 2 + 7)
    }

    @Test func anEffectThatIsTheSameBothWaysIsSeen() throws {
        let even = try output("even")
        // Var(c²) = 2 · 0.5⁴ beside 3² by a.
        #expect(abs(even.share(of: "part.c") - 0.125 / 9.125) < 1e-9)
    }

    @Test func theLogarithmOfALogNormalIsLinear() throws {
        let reached = try output("reached")
        #expect(reached.shares.count == 1)
        let sigma = 0.3852532  // √ln(1 + 0.4²)
        #expect(abs(reached.standardDeviation / (sigma * 0.36788) - 1) < 1e-3)
    }

    @Test func whatNothingUncertainReachesHasNoShares() throws {
        let none = try output("none")
        #expect(none.shares.isEmpty && none.standardDeviation == 0)
    }

    @Test func threadsChangeNothing() throws {
        let one = try shares(threads: 1)
        let two = try shares(threads: 2)
        #expect(one.outputs.map { $0.shares.map(\.share) } == two.outputs.map { $0.shares.map(\.share) })
    }

    @Test func theWorstComesFirst() throws {
        let all = try shares()
        #expect(all.parametersByLargestShare.first?.parameter == "part.d")
        #expect(all.parametersByLargestShare.map(\.share) == all.parametersByLargestShare.map(\.share).sorted(by: >))
    }
}
