import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Laws of the deposits, over drawn people.
@Suite struct DepositLawTests {
    /// What a bed holds is what it held, plus what formed, less what was cleared and removed.
    @Test(arguments: 0..<6) func calciumIsAccountedFor(draw: Int) throws {
        let drawn = ParameterDraws(seed: 11).values(for: Flagship().model(using: []), drawIndex: draw)
        let calcification = drawn.filter { $0.key.hasPrefix("calcification.") }
        let course = try Course(
            person: "{CAC: 100 AU, eGFR: 50 mL/min}", hours: [0, 8766, 5 * 8766], parameters: calcification,
            relativeTolerance: 1e-7
        ) { model in
            for bed in calcificationBeds {
                let name = "calcification.\(bed)"
                var tally = Quantity(
                    "\(name).tally", .species(compartment: nil, isAmountInMath: true, isBoundary: false),
                    unit: .agatston, initial: .number(0, .agatston))
                tally.isConstant = false
                tally.isPinned = true
                tally.typicalMagnitude = 1
                model.quantities.append(tally)
                model.outputs.append(
                    Output("state.\(name).tally", .symbol("\(name).tally"), unit: .agatston, label: "tally"))
                let formed = Modeling.Expression.symbol("\(name).onset_") + .symbol("\(name).growth_")
                let lost = Modeling.Expression.symbol("\(name).clearing_") + .symbol("\(name).removal_")
                model.rules.append(.rate("\(name).tally", formed - lost))
            }
        }
        for bed in calcificationBeds {
            let name = "calcification.\(bed)"
            let held = zip(course.state("\(name).calcium"), course.state("\(name).micro")).map { $0 + $1 }
            let tally = course.state("\(name).tally")
            for (now, counted) in zip(held, tally) {
                #expect(abs(now - held[0] - counted) < 1e-4 * (held[0] + now), "\(bed)")
            }
        }
    }

    /// Maturing moves calcium from one store to the other and makes none.
    @Test func maturingMovesCalcium() throws {
        let model = Flagship().model(using: [])
        for bed in calcificationBeds {
            let name = "calcification.\(bed)"
            let reaction = try #require(model.reactions.first { $0.identifier == "\(name).maturing_" })
            #expect(reaction.reactants.map(\.species) == ["\(name).micro"])
            #expect(reaction.products.map(\.species) == ["\(name).calcium"])
        }
    }

    @Test(arguments: 0..<8) func nothingIsNegative(draw: Int) throws {
        let drawn = ParameterDraws(seed: 5).values(for: Flagship().model(using: []), drawIndex: draw)
        let calcification = drawn.filter { $0.key.hasPrefix("calcification.") }
        let course = try Course(
            person: "{CAC: 0 AU, valve calcium: 0 AU}", hours: [0, 730, 8766, 10 * 8766], parameters: calcification)
        for bed in calcificationBeds {
            for state in ["calcium", "micro", "osteogenic"] {
                let least = course.state("calcification.\(bed).\(state)").min() ?? -1
                #expect(least >= 0, "\(bed) \(state)")
            }
            #expect(course.state("calcification.\(bed).osteogenic").allSatisfy { $0 < 1 })
        }
    }
}
