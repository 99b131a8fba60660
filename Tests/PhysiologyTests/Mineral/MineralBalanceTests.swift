import Modeling
import Testing

@testable import Physiology

/// What is taken up is in gut, fluid, cells and bone, or in urine: added up here from states and running totals.
@Suite struct MineralBalanceTests {
    private static let totals = [
        "mineral.gutCalcium.intake", "mineral.renalCalcium.excretion", "mineral.gutPhosphate.intake",
        "mineral.renalPhosphate.excretion",
    ]

    /// Largest gap in calcium and phosphate, over what was taken up.
    private func gaps(leak: Bool = false) throws -> (calcium: Double, phosphate: Double) {
        let course = try Course(
            person: "{eGFR: 40 mL/min}", diet: "{calcium: 300 mg/d, phosphorus: 2000 mg/d}",
            doses: ["PTH 40 ug subcutaneous daily", "PTH 20 ug intravenous over 6 h every 3 days"],
            hours: [0, 500, 1999]
        ) { model in
            for name in Self.totals { model.count([name], as: name, unit: .millimole) }
            if leak {
                for lost in ["mineral.calcium", "mineral.phosphate"] {
                    model.reactions.append(
                        Reaction(
                            "\(lost).leak", from: [.init(lost)], to: [],
                            rate: .number(0.0001, .perHour) * .symbol(lost)))
                }
            }
        }
        func series(_ states: [String]) -> [Double] {
            course.times.indices.map { time in states.reduce(0) { $0 + course.state($1)[time] } }
        }
        let bone = series(["mineral.bone.exchangeable", "mineral.bone.deep"])
        let calcium = series(["mineral.calcium", "mineral.gutCalcium.amount"])
        let phosphate = series(["mineral.phosphate", "mineral.gutPhosphate.amount", "mineral.cellPhosphate.amount"])
        func gap(_ held: [Double], _ perCalcium: Double, _ intake: String, _ urine: String) -> Double {
            (1...2).map { time in
                let taken = course.state("total.\(intake)")[time]
                let kept = held[time] - held[0] + perCalcium * (bone[time] - bone[0])
                return abs(taken - kept - course.state("total.\(urine)")[time]) / taken
            }.max() ?? .infinity
        }
        return (
            gap(calcium, 1, Self.totals[0], Self.totals[1]), gap(phosphate, 0.464, Self.totals[2], Self.totals[3])
        )
    }

    @Test func calciumAndPhosphateClose() throws {
        let gaps = try gaps()
        #expect(gaps.calcium < 1e-6 && gaps.phosphate < 1e-6, "\(gaps)")
    }

    @Test func aLeakIsFound() throws {
        let gaps = try gaps(leak: true)
        #expect(gaps.calcium > 1e-3 && gaps.phosphate > 1e-3, "\(gaps)")
    }

    /// At rest what is eaten is in urine and bone.
    @Test func restIsABalance() throws {
        let course = try Course(hours: [0, 2000, 4000])
        let bone = course["boneCalcium"]
        let first = bone[1] - bone[0]
        #expect(abs(bone[2] - bone[1] - first) < 0.02 * abs(first) + 1, "bone moves evenly: \(bone)")
    }
}
