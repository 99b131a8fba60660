import Foundation
import Modeling
import Testing

@testable import ModelFormats

@Suite struct UnitWritingTests {
    static let texts = [
        "nmol/L", "mg/d", "1/h", "µg/cm2", "mmHg", "%", "mL/min/kg", "m/s/y2", "pmol/L/h", "L/h", "kg", "g/mol",
        "month",
        "N·s/m2", "V", "K", "cd",
    ]

    @Test(arguments: texts) func factorsMakeTheUnit(text: String) throws {
        let unit = try Modeling.Unit(parsing: text)
        var product = Modeling.Unit.dimensionless
        for factor in UnitWriting.factors(of: unit) {
            let kind = try #require(Self.kinds[factor.kind])
            let scale = factor.multiplier * pow(10, Double(factor.scale))
            product = product * kind.scaled(by: scale, named: factor.kind).power(factor.exponent)
        }
        #expect(product == unit)
    }

    static let kinds: [String: Modeling.Unit] = [
        "gram": .gram, "litre": .litre, "metre": .metre, "second": .second, "mole": .mole, "kelvin": .kelvin,
        "candela": .candela, "ampere": .ampere, "dimensionless": .dimensionless,
    ]

    @Test func roundNumbersAreFound() throws {
        #expect(
            UnitWriting.factors(of: try Modeling.Unit(parsing: "nmol/L/h")) == [
                .init(kind: "litre", exponent: -1), .init(kind: "second", exponent: -1, multiplier: 3600),
                .init(kind: "mole", exponent: 1, scale: -9),
            ])
        #expect(UnitWriting.factors(of: .percent) == [.init(kind: "dimensionless", exponent: 1, scale: -2)])
    }

    @Test func identifiersSayTheUnit() throws {
        var units = UnitWriting()
        #expect(units.identifier(of: .second) == "second")
        #expect(units.identifier(of: try Modeling.Unit(parsing: "nmol/L")) == "nmol_per_L")
        #expect(units.identifier(of: .perHour) == "per_h")
        #expect(units.identifier(of: .percent) == "percent")
        #expect(units.identifier(of: .agatston) == "AU")
        #expect(units.identifier(of: try Modeling.Unit(parsing: "nmol/L")) == "nmol_per_L")
        #expect(units.identifier(of: Modeling.Unit.hour.named("nmol/L")) == "nmol_per_L_2")
        #expect(units.definitions.count == 5)
    }
}
