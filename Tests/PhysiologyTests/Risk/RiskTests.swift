import Modeling
import Testing

@testable import Physiology

@Suite struct RiskTests {
    private func risk(age: Double, score: Double) throws -> Double {
        try Course(person: "{age: \(age) y, CAC: \(score) AU}", hours: [0]).start("risk10y")
    }

    /// The published ranges of the outer classes, and above 7.5 % for anyone above 100 (Budoff 2018).
    @Test(arguments: [(0.0, 1.3, 5.6), (400, 13.1, 25.6), (200, 7.5, 25.6)])
    func liesInThePublishedRange(score: Double, low: Double, high: Double) throws {
        for age in [45.0, 60, 80] {
            let risk = try risk(age: age, score: score)
            #expect((low - 1e-9...high + 1e-9).contains(risk), "\(age): \(risk)")
        }
    }

    @Test func risesWithClassAndAge() throws {
        var ofYounger: [Double]?
        for age in [50.0, 62, 80] {
            let risks = try [0.0, 50, 200, 500].map { try risk(age: age, score: $0) }
            #expect(zip(risks, risks.dropFirst()).allSatisfy { $0 < $1 }, "\(risks)")
            if let ofYounger { #expect(zip(ofYounger, risks).allSatisfy { $0 < $1 }) }
            ofYounger = risks
        }
    }

    /// It belongs to the start: no state, no time and no dose can reach it.
    @Test func restsOnTheStartAlone() throws {
        let model = Flagship().model(using: [Flagship.warfarinOral, Flagship.topical])
        var pending: Set<String> = ["risk.tenYears"]
        var seen: Set<String> = []
        while let symbol = pending.popFirst() {
            seen.insert(symbol)
            let quantity = try #require(model.quantity(symbol), "\(symbol)")
            #expect(quantity.kind == .parameter, "\(symbol)")
            for rule in model.rules where rule.variable == symbol { pending.formUnion(rule.formula.symbols) }
            pending.subtract(seen)
        }
        #expect(seen.isSuperset(of: ["person.coronaryCalcium", "person.age"]))
        #expect(seen.allSatisfy { $0.hasPrefix("risk.") || $0.hasPrefix("person.") })
    }

    @Test(arguments: [[], ["MK-7 360 ug oral daily"], ["warfarin 5 mg oral daily, standing"]])
    func doesNotMove(doses: [String]) throws {
        let course = try Course(doses: doses, hours: [0, 8766, 26_298])
        #expect(course["risk10y"].allSatisfy { $0 == course.start("risk10y") })
    }
}
