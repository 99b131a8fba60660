import Modeling
import Studies
import Testing

@testable import Claims

@Suite struct FormulaTests {
    static let values: [String: Measured] = [
        "dose": Measured(1, .milligram / .day), "content": Measured(0.58, .microgram / .gram),
        "time": Measured(2, .day), "mass": Measured(3, .milligram), "big": Measured(1, .gram),
    ]

    static func evaluate(_ text: String, in unit: Unit = .dimensionless) throws -> (Double, Double, Bool) {
        let sides = try UnitFormulaParser.comparison(text).evaluate(values, in: unit)
        return (sides.left, sides.right, sides.holds)
    }

    @Test func unitsConvert() throws {
        let food = try Self.evaluate("dose / content < 2 * dose / content", in: .gram / .day)
        #expect(abs(food.0 - 1 / 0.58e-3) < 1e-9 && food.2)
        let sum = try Self.evaluate("mass + big > dose * time", in: .milligram)
        #expect(abs(sum.0 - 1003) < 1e-9 && abs(sum.1 - 2) < 1e-12 && sum.2)
        #expect(try Self.evaluate("big / mass > 300").0.rounded() == 333)
        #expect(try !Self.evaluate("big - 2 * mass < mass", in: .milligram).2)
    }

    @Test func productsBindMoreThanSums() throws {
        #expect(try Self.evaluate("1 + 2 * 3 ^ 2 - 4 / 2 > 0").0 == 17)
        #expect(try Self.evaluate("(1 + 2) * 3 > 0").0 == 9)
        #expect(try Self.evaluate("8 / 2 / 2 > 1").0 == 2)
    }

    @Test(arguments: [
        ("dose + mass > mass", 5), ("dose > mass", 5), ("dsoe > dose", 0), ("dose dose > 1", 5), ("(dose > dose", 6),
        ("dose", 4), ("dose > ", 7), ("dose > dose dose", 12), ("dose ^ dose > 1", 7),
    ])
    func faultsHaveAPlace(text: String, offset: Int) {
        do throws(TextProblem) {
            _ = try UnitFormulaParser.comparison(text).evaluate(Self.values, in: .milligram / .day)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.offset == offset, "\(text): \(error.message)")
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test func deepBracketsAreRefused() {
        let deep = String(repeating: "(", count: 100_000) + "1"
        #expect(throws: TextProblem.self) { try UnitFormulaParser.comparison(deep + " > 1") }
    }
}
