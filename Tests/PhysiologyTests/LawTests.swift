import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// What must hold whatever the numbers are.
@Suite struct LawTests {
    private static let newsletter: Result<Scenario, any Error> = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Examples/newsletter.yaml")
        return try Scenario(
            parsing: String(contentsOf: file, encoding: .utf8), file: "newsletter.yaml", for: Flagship())
    }

    static let armNames = ((try? newsletter.get())?.arms ?? []).map(\.name)

    #if DEBUG
        static let hours = every(8, to: 240)
    #else
        static let hours = every(8, to: 240) + stride(from: 730.5, through: 87_660, by: 730.5)
    #endif

    @Test(arguments: armNames) func noStateIsNegative(arm: String) throws {
        let scenario = try Self.newsletter.get()
        let arm = try #require(scenario.arms.first { $0.name == arm })
        let course = try Course(arm: arm, inputs: scenario.inputs, hours: Self.hours)
        for (state, typical) in course.typicalMagnitudes {
            let least = course.state(state).min() ?? 0
            #expect(least >= -2e-5 * typical, "\(state) falls to \(least)")
        }
    }

    @Test func newsletterHasItsArms() { #expect(Self.armNames.count >= 8) }

    /// Without doses nothing moves but what ages: calcium, hair, running totals and what hangs on them.
    @Test func restStaysAtRest() throws {
        let course = try Course(hours: [0, 4383, 8766])
        let model = Flagship().model(using: [])
        // Micro-deposits stand at balance with calcium that grows.
        for quantity in model.quantities where !quantity.isPinned && !quantity.identifier.hasSuffix(".micro") {
            guard case .species = quantity.kind else { continue }
            let values = course.state(quantity.identifier)
            for value in values {
                #expect(
                    abs(value - values[0]) <= 1e-3 * abs(values[0]),
                    "\(quantity.identifier) drifts from \(values[0]) to \(value)")
            }
        }
    }

    /// The kinetics of every vitamer are linear in the dose at one meal: each further dose adds as much.
    @Test(arguments: [("MK-4", "mk4", 5.0), ("K1", "k1", 0.5), ("MK-7", "mk7", 0.2)])
    func theRiseIsLinearInTheDose(name: String, vitamer: String, dose: Double) throws {
        let hours = every(1, to: 48)
        func course(_ line: String) throws -> [Double] {
            try Course(doses: [line], hours: hours)["plasma.\(vitamer)"]
        }
        // Once, twice and three times the dose with the same meal: what the meal itself moves falls out.
        let courses = try [1.0, 2, 3].map { try course("\(name) \(dose * $0) mg oral with 25 g fat once") }
        let rises = zip(courses[1], courses[0]).map { $0 - $1 }
        let largest = rises.max()!
        for (rise, next) in zip(rises, zip(courses[2], courses[1]).map { $0 - $1 }) {
            #expect(abs(next - rise) < 2e-4 * largest)
        }
    }

    /// Each change, an output, and the way it must go along the list.
    struct Monotone: Sendable, CustomTestStringConvertible {
        let output: String
        let isRising: Bool
        var persons: [String] = []
        var diets: [String] = []
        var doses: [String] = []
        var testDescription: String {
            "\(output) \(isRising ? "rises" : "falls") along \((persons + diets + doses).joined(separator: " "))"
        }
    }

    static let monotone = [
        Monotone(output: "plasma.k1", isRising: true, diets: ["{K1: 50 ug/d}", "{K1: 100 ug/d}", "{K1: 300 ug/d}"]),
        Monotone(output: "dpucMGP", isRising: false, diets: ["{MK-7: 5 ug/d}", "{MK-7: 50 ug/d}", "{MK-7: 300 ug/d}"]),
        Monotone(output: "ucOC", isRising: false, diets: ["{K1: 30 ug/d}", "{K1: 100 ug/d}", "{K1: 1000 ug/d}"]),
        Monotone(
            output: "dpucMGP", isRising: false,
            persons: ["{eGFR: 15 mL/min}", "{eGFR: 50 mL/min}", "{eGFR: 100 mL/min}"]),
        Monotone(output: "cfPWV", isRising: true, persons: ["{age: 45 y}", "{age: 60 y}", "{age: 75 y}"]),
        Monotone(
            output: "cfPWV", isRising: true,
            persons: [
                "{systolic pressure: 115 mmHg}", "{systolic pressure: 135 mmHg}", "{systolic pressure: 160 mmHg}",
            ]),
        Monotone(
            output: "plasma.k1", isRising: false, persons: ["{body fat: 15 %}", "{body fat: 30 %}", "{body fat: 45 %}"]),
        Monotone(
            output: "INR", isRising: true,
            doses: [
                "warfarin 1 mg oral daily, standing", "warfarin 3 mg oral daily, standing",
                "warfarin 7 mg oral daily, standing",
            ]),
        Monotone(
            output: "PIVKA-II", isRising: true,
            doses: [
                "warfarin 1 mg oral daily, standing", "warfarin 3 mg oral daily, standing",
                "warfarin 7 mg oral daily, standing",
            ]),
        Monotone(
            output: "PTH", isRising: false,
            diets: ["{calcium: 400 mg/d}", "{calcium: 1000 mg/d}", "{calcium: 2000 mg/d}"]),
        Monotone(
            output: "calcitriol", isRising: true,
            persons: ["{25(OH)D: 20 nmol/L}", "{25(OH)D: 60 nmol/L}", "{25(OH)D: 120 nmol/L}"]),
        Monotone(
            output: "oxygenContent", isRising: true,
            persons: ["{haemoglobin: 9 g/dL}", "{haemoglobin: 13 g/dL}", "{haemoglobin: 16 g/dL}"]),
    ]

    @Test(arguments: monotone) func goesOneWay(change: Monotone) throws {
        let count = max(change.persons.count, change.diets.count, change.doses.count)
        let values = try (0..<count).map { index in
            try Course(
                person: change.persons.isEmpty ? "{}" : change.persons[index],
                diet: change.diets.isEmpty ? "{}" : change.diets[index],
                doses: change.doses.isEmpty ? [] : [change.doses[index]], hours: [0]
            ).start(change.output)
        }
        for (before, after) in zip(values, values.dropFirst()) {
            #expect(change.isRising ? after > before : after < before, "\(values)")
        }
    }
}
