import Testing

@testable import Modeling

@Suite struct UnitTests {
    static let scales: [(String, Double)] = [
        ("mg", 1e-6), ("µg/d", 1e-9 / 86_400), ("nmol/L", 1e-6), ("cm2", 1e-4), ("1/h", 1 / 3600.0), ("m/s^2", 1.0),
        ("mL/min", 1e-6 / 60), ("mmHg", 133.322387415), ("AU", 1.0), ("kg·m2", 1.0), ("ug", 1e-9), ("mmol", 1e-3),
    ]

    @Test(arguments: scales)
    func scaleOfParsedUnit(text: String, scale: Double) throws {
        let unit = try Unit(parsing: text)
        #expect(abs(unit.scale - scale) <= 1e-12 * scale)
    }

    @Test(arguments: ["mgg", "", "mg//L", "furlong"])
    func unknownUnitIsRefused(text: String) {
        #expect(throws: UnitError.self) { try Unit(parsing: text) }
    }

    @Test func productsAndPowers() {
        #expect(Unit.milligram / Unit.litre == (Unit.microgram / Unit.millilitre))
        #expect(Unit.metre.power(0.5).power(2) == Unit.metre)
        #expect(Unit.gram != Unit.milligram)
        #expect(Unit.gram.isSameDimension(as: .milligram))
        #expect(!(Unit.agatston).isDimensionless)
    }
}
