import Testing

@testable import Physiology

/// What goes in is in the body, broken down, in the stool or another form; intake is reckoned from doses and diet, not from flows.
@Suite struct MassBalanceTests {
    /// [nmol] of a mass [mg].
    static func nanomoles(_ milligrams: Double, molarMass: Double) -> Double { milligrams * 1e6 / molarMass }


    @Test func everyVitamerCloses() throws {
        let end = 30.0
        let diet = "{K1: 120 ug/d, MK-4: 15 ug/d, MK-7: 25 ug/d}"
        let rest = try Course(diet: diet, hours: [0])
        let course = try Course(
            diet: diet,
            doses: [
                "MK-4 15 mg oral with 12 g fat every 12 h for 10 days", "MK-4 10 mg topical on 50 cm2 every 3 days",
                "K1 500 ug oral with 30 g fat daily", "K1 1 mg intravenous once", "MK-7 360 ug oral daily",
            ], hours: [0, end * 24 - 1])
        let elapsedDays = end - 1.0 / 24
        let converted = course.end("converted")
        #expect(converted > 0)
        func check(_ name: String, intake: Double, converted: Double, skin: Double = 0) {
            let before = rest.start("body.\(name)")
            let after = course.end("body.\(name)") + course.end("eliminated.\(name)") + course.end("faeces.\(name)") + skin
            let expected = before + intake + converted
            #expect(abs(after - expected) < 1e-5 * expected, "\(name): \(after) of \(expected) nmol")
        }
        let skin = course.end("skin.held") + course.end("skin.lost")
        check("k1", intake: Self.nanomoles(0.12 * elapsedDays + 0.5 * 30 + 1, molarMass: 450.70), converted: -converted)
        check("mk4", intake: Self.nanomoles(0.015 * elapsedDays + 15 * 20 + 10 * 10, molarMass: 444.65), converted: converted, skin: skin)
        check("mk7", intake: Self.nanomoles(0.025 * elapsedDays + 0.36 * 30, molarMass: 649.0), converted: 0)
    }
}
