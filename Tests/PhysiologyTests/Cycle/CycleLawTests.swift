import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Laws of the vitamin K cycle and of Gla proteins over random draws of every number with a spread.
@Suite struct CycleLawTests {
    private static let tissues = ["liver", "vessel", "bone"]
    /// Formulas of the cycle that are no outputs of the flagship.
    private static let inner = tissues.flatMap { tissue in
        ["cofactor", "hydroquinone", "quinone", "epoxide", "newlyCarboxylated"].map { "cycle.\(tissue).\($0)" }
    }

    /// Makes them outputs.
    private static func show(_ model: inout Model) {
        for name in inner {
            model.outputs.append(Output(name, .symbol(name), unit: model.quantity(name)!.unit, label: name))
        }
    }

    private static func draw(_ index: Int, for doses: [String]) -> [String: Double] {
        let hasWarfarin = doses.contains { $0.hasPrefix("warfarin") }
        return ParameterDraws(seed: 11).values(
            for: Flagship().model(using: hasWarfarin ? [Flagship.warfarinOral] : []), drawIndex: index)
    }

    /// - Parameter warfarin: taken evenly [mg/h].
    private func course(_ doses: [String], warfarin: Double? = nil, hours: [Double], drawIndex: Int) throws -> Course {
        var parameters = Self.draw(drawIndex, for: doses)
        if let warfarin { parameters["warfarin.standing"] = warfarin }
        return try Course(doses: doses, hours: hours, parameters: parameters) { Self.show(&$0) }
    }

    /// A course that shakes everything: warfarin, then much K1 into a vein, then MK-4 and MK-7.
    private static let shaking = [
        "warfarin 5 mg oral daily for 20 days", "K1 10 mg intravenous once from day 10",
        "MK-4 15 mg oral with 20 g fat every 8 h from day 15", "MK-7 1 mg oral with 20 g fat daily from day 20",
    ]

    @Test(arguments: 0..<6) func formsSumToThePoolAndProteinsToTheTotal(drawIndex: Int) throws {
        let hours = every(6, to: 720)
        let course = try course(Self.shaking, hours: hours, drawIndex: drawIndex)
        for index in hours.indices {
            for tissue in Self.tissues {
                let forms = ["hydroquinone", "quinone", "epoxide"].map { course["cycle.\(tissue).\($0)"][index] }
                let pool = course["cycle.\(tissue).cofactor"][index]
                #expect(abs(forms.reduce(0, +) - pool) < 1e-9 * pool, "\(tissue) at \(hours[index]) h")
                for form in forms { #expect(form >= -1e-6 * pool, "\(tissue) at \(hours[index]) h: \(forms)") }
                let share = course["cycle.\(tissue).newlyCarboxylated"][index]
                #expect((0...1).contains(share), "\(tissue) at \(hours[index]) h: \(share)")
            }
            let wall =
                course.state("matrixGla.vessel.carboxylated")[index]
                + course.state("matrixGla.vessel.uncarboxylated")[index]
            #expect(abs(wall - 1) < 1e-4, "MGP at \(hours[index]) h: \(wall)")
        }
        for (state, typical) in course.typicalMagnitudes
        where ["cycle.", "clotting.", "matrixGla.", "osteocalcin.", "warfarin."].contains(where: state.hasPrefix) {
            #expect((course.state(state).min() ?? 0) >= -2e-5 * typical, "\(state)")
        }
    }

    private static let vitamers = ["K1", "MK-4", "MK-7"]

    /// More of any vitamin K never lowers carboxylation, with or without warfarin.
    @Test(arguments: 0..<3, vitamers) func moreVitaminKNeverLowersCarboxylation(drawIndex: Int, vitamer: String) throws
    {
        for warfarin in [[], ["warfarin 4 mg oral daily, standing"]] {
            let shares = try ["1 ug", "100 ug", "1 mg", "10 mg"].map { dose in
                let doses = warfarin + ["\(vitamer) \(dose) oral with 20 g fat daily, standing"]
                let course = try course(doses, hours: [0], drawIndex: drawIndex)
                return Self.tissues.map { course.start("cycle.\($0).newlyCarboxylated") }
            }
            for (less, more) in zip(shares, shares.dropFirst()) {
                for (before, after) in zip(less, more) { #expect(after >= before - 1e-6, "\(vitamer): \(shares)") }
            }
        }
    }

    /// More warfarin never raises it.
    @Test(arguments: 0..<4) func moreWarfarinNeverRaisesCarboxylation(drawIndex: Int) throws {
        let shares = try [0.1, 1, 3, 10].map { dose in
            let course = try course(["warfarin \(dose) mg oral daily, standing"], hours: [0], drawIndex: drawIndex)
            return Self.tissues.map { course.start("cycle.\($0).newlyCarboxylated") }
        }
        for (less, more) in zip(shares, shares.dropFirst()) {
            for (before, after) in zip(less, more) { #expect(after < before, "\(shares)") }
        }
    }

    /// Much vitamin K carboxylates nearly all, and no more than all.
    @Test(arguments: 0..<4) func itSaturates(drawIndex: Int) throws {
        let course = try course(
            ["K1 10 mg oral with 20 g fat daily, standing"], hours: [0], drawIndex: drawIndex)
        for tissue in Self.tissues {
            #expect((0.9...1).contains(course.start("cycle.\(tissue).newlyCarboxylated")), "\(tissue)")
        }
        for factor in ["factorII", "factorVII", "factorIX", "factorX", "proteinC", "proteinS"] {
            #expect((99...100.0001).contains(course.start(factor)), "\(factor)")
        }
    }

    /// On a draw too, what is balanced stays, on 3 mg of warfarin a day as off it; a dose of a nanogram only calls for the model.
    @Test(arguments: 0..<3) func restStaysAtRest(drawIndex: Int) throws {
        let hours = [0.0, 200, 2000]
        let off = try course([], hours: hours, drawIndex: drawIndex)
        let on = try course(
            ["warfarin 0.000001 mg oral once"], warfarin: 3.0 / 24, hours: hours, drawIndex: drawIndex)
        for course in [off, on] {
            for name in Self.inner + ["INR", "PIVKA-II", "dpucMGP", "ucOC", "warfarin"] {
                for value in course[name] {
                    #expect(abs(value - course.start(name)) <= 2e-3 * course.start(name) + 1e-9, "\(name)")
                }
            }
        }
        #expect(on.start("INR") > off.start("INR") && on.start("warfarin") > 0)
        #expect(on.start("cycle.liver.newlyCarboxylated") < off.start("cycle.liver.newlyCarboxylated"))
    }

    /// Epoxide gathers when much K1 meets warfarin, over hours, and is washed out within days; without warfarin hardly any stands.
    @Test func epoxideGathersOnWarfarinAndIsWashedOut() throws {
        let hours = every(1, to: 48) + days(5, 10)
        let dose = "K1 10 mg intravenous once from day 0"
        let on = try Course(doses: ["warfarin 5 mg oral daily, standing", dose], hours: hours)
        let off = try Course(doses: [dose], hours: hours)
        let (rise, usual) = (on["epoxide.liver"], off["epoxide.liver"])
        let peak = rise.firstIndex(of: rise.max()!)!
        #expect((1...24).contains(hours[peak]), "peak at \(hours[peak]) h")
        #expect(rise.max()! > 20 * rise[0] && rise.max()! > 20 * usual.max()!, "\(rise.max()!) \(usual.max()!)")
        #expect(rise.last! < 1.5 * rise[0], "\(rise)")
        #expect(on.start("epoxideRatio.liver") > 1 && off.start("epoxideRatio.liver") < 0.3)
        #expect(on.start("epoxideRatio.vessel") > 3 * off.start("epoxideRatio.vessel"))
    }

    /// On warfarin much K1 brings carboxylation back by the bypass, the liver's by the liver's and the wall's by the wall's.
    @Test func eachTissueHasItsBypass() throws {
        let warfarin = ["warfarin 5 mg oral daily, standing"]
        let both = warfarin + ["K1 10 mg oral with 20 g fat daily"]
        func carboxylation(_ doses: [String], without tissue: String? = nil) throws -> (liver: Double, wall: Double) {
            let numbers = tissue.map { ["cycle.\($0).bypass": 0.0] } ?? [:]
            let course = try Course(doses: doses, hours: days(0, 10), parameters: numbers) { Self.show(&$0) }
            return (course.end("cycle.liver.newlyCarboxylated"), course.end("cycle.vessel.newlyCarboxylated"))
        }
        let (usual, much) = (try carboxylation(warfarin), try carboxylation(both))
        #expect(usual.liver < 0.6 && much.liver > usual.liver + 0.3, "\(usual) \(much)")
        let withoutLivers = try carboxylation(both, without: "liver")
        #expect(withoutLivers.liver < much.liver - 0.2 && abs(withoutLivers.wall - much.wall) < 0.02)
        let withoutWalls = try carboxylation(both, without: "vessel")
        #expect(withoutWalls.wall < much.wall - 0.05 && abs(withoutWalls.liver - much.liver) < 0.02)
    }
}
