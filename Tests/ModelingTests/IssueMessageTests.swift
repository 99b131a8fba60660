import Modeling
import Testing

/// Every message of `check()`, word for word.
@Suite struct IssueMessageTests {
    func parameter(_ identifier: String, _ value: Double = 1, constant: Bool = true) -> Quantity {
        var quantity = Quantity(identifier, .parameter, unit: .dimensionless, initial: .number(value))
        quantity.evidence = .assumed(because: "test")
        quantity.isConstant = constant
        return quantity
    }

    func messages(_ change: (inout Model) -> Void) -> [String] {
        var model = Model(name: "m", timeUnit: .hour)
        change(&model)
        return model.check().map(\.description)
    }

    @Test func undefined() {
        let found = messages { $0.outputs = [Output("o", .symbol("ghost"), unit: .dimensionless, label: "o")] }
        #expect(found == ["o: uses 'ghost', which is not declared in ghost (declare it or correct the name)"])
    }

    @Test func duplicate() {
        let found = messages { $0.quantities = [parameter("k"), parameter("k")] }
        #expect(found == ["k: is declared twice (rename one of them)"])
    }

    @Test func overdetermined() {
        let found = messages {
            $0.quantities = [parameter("k", constant: false)]
            $0.rules = [.assignment("k", 1), .assignment("k", 2)]
        }
        #expect(found == ["k: has more than one rule (keep one of them)"])
    }

    @Test func underdetermined() {
        let found = messages {
            $0.quantities = [parameter("k")]
            $0.rules = [.algebraic(.symbol("k") - 1)]
        }
        #expect(
            found == [
                "0 = k - 1: determines no quantity that is still free (let one of its quantities vary, or drop the rule)"
            ])
    }

    @Test func flowThroughAParameter() {
        let found = messages {
            $0.quantities = [parameter("k")]
            $0.reactions = [Reaction("r", from: [.init("k")], to: [], rate: 1)]
        }
        #expect(found.first == "r: flows through 'k', which is no state (declare it as a state or species)")
    }

    @Test func eventOnADeterminedQuantity() {
        let found = messages {
            $0.quantities = [parameter("k", constant: false)]
            $0.rules = [.assignment("k", .time / .number(1, .hour))]
            $0.events = [Event("e", when: .time > .number(1, .hour), assignments: [.init("k", 1)])]
        }
        #expect(found == ["e: assigns 'k', which a rule determines (assign a state or parameter instead)"])
    }

    @Test func spreadThatCannotBeDrawn() {
        let found = messages {
            var quantity = parameter("k", 0)
            quantity.spread = .logNormal(coefficientOfVariation: 0.3)
            $0.quantities = [quantity]
        }
        #expect(found == ["k: has a log-normal spread of 0.3 around 0.0; both must be positive (correct the spread)"])
    }

    @Test func shareThatCannotBeDrawn() {
        let found = messages {
            var quantity = parameter("k", 1)
            quantity.spread = .logitNormal(standardDeviation: 0.3)
            $0.quantities = [quantity]
        }
        #expect(
            found == [
                "k: has a logit-normal spread of 0.3 around 1.0; it must be positive and the value between 0 and 1"
                    + " (correct the spread)"
            ])
    }

    @Test func lineNumbersComeFirst() {
        let found = messages {
            var quantity = Quantity("v", .compartment, unit: .litre, initial: .number(-2, .litre))
            quantity.line = 17
            $0.quantities = [quantity]
        }
        #expect(found == ["line 17, v: has the size -2.0 (give it a positive size)"])
    }
}
