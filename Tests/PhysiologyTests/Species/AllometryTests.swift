import Foundation
import Modeling
import Testing

@testable import Physiology

/// Every number of the rat that is derived, again from the human one.
@Suite struct AllometryTests {
    private static let human = Flagship().model(using: [Flagship.warfarinOral, Flagship.topical])
    private static let entries = ParameterSet.rat(scaling: human).entries

    /// Powers of mass by the unit's name: amounts and volumes 1, times ¼, and what these make together.
    private static let powers = [
        "nmol": 1, "L": 1, "kg": 1, "g": 1, "1/h": -0.25, "L/h": 0.75, "nmol/h": 0.75,
        "L/h/kg": -0.25, "d": 0.25, "h": 0.25,
    ]

    private static func sources(_ entry: ParameterSet.Entry) -> [String]? {
        guard case .derived(let sources, _) = entry.evidence.origin else { return nil }
        return sources
    }

    @Test func everyDerivedNumberIsTheHumanOneScaled() throws {
        let derived = Self.entries.filter { Self.sources($0) != nil }
        #expect(derived.count > 60, "\(derived.count)")
        for entry in derived {
            #expect(Self.sources(entry) == [entry.identifier, "person.weight"])
            let quantity = try #require(Self.human.quantity(entry.identifier))
            guard case .number(let human, _)? = quantity.initial?.kind else {
                Issue.record("\(entry.identifier) is no number")
                continue
            }
            let unit = entry.unit.description
            guard let power = Self.powers[unit] else {
                Issue.record("\(entry.identifier) is in \(unit), which has no power here")
                continue
            }
            let expected = human * pow(0.3 / 70, power)
            #expect(entry.unit == quantity.unit && abs(entry.value / expected - 1) < 1e-12, "\(entry.identifier)")
        }
    }

    /// Ages and filtration stay those that the person's own are compared with.
    @Test func theHumanClockAndFiltrationStay() throws {
        let rat = RatFlagship().model(using: [Flagship.warfarinOral])
        for name in ["matrixGla.plasma.usualFiltration", "person.eGFR", "warfarin.byAge"] {
            #expect(rat.quantity(name)?.initial == Self.human.quantity(name)?.initial, "\(name)")
            #expect(!Self.entries.contains { $0.identifier == name }, "\(name)")
        }
        // Scaled beside an eGFR that is not, filtration would seem two hundred times the usual.
        #expect(Allometry(relativeMass: 0.3 / 70).power(Allometry.exponent(of: .millilitrePerMinute)) < 0.02)
    }

    /// None is left out: whatever kinetic number has one of those units is scaled or set by hand.
    @Test func noNumberThatScalesIsForgotten() {
        let known = Set(Self.entries.map(\.identifier))
        let scopes = ["vitaminK.", "cycle.", "clotting.", "matrixGla.", "osteocalcin.", "warfarin."]
        for quantity in Self.human.quantities where quantity.kind == .parameter && quantity.evidence != nil {
            guard scopes.contains(where: quantity.identifier.hasPrefix), Self.powers[quantity.unit.description] != nil,
                case .number? = quantity.initial?.kind
            else { continue }
            if case .given? = quantity.evidence?.origin { continue }
            #expect(known.contains(quantity.identifier), "\(quantity.identifier)")
        }
    }
}
