import Modeling
import Testing

@testable import Physiology

@Suite struct SkinTests {
    /// Loading of horny layer and living skin together and of living skin alone, porcine, on 50 cm² [nmol].
    private let whole = (9.5 + 4.9) * 50 * 1000 / 444.65
    private let living = 4.9 * 50 * 1000 / 444.65

    private func course(_ dose: String, hours: [Double] = every(1, to: 240), parameters: [String: Double] = [:]) throws
        -> Course
    {
        try Course(doses: [dose], hours: hours, parameters: parameters)
    }

    @Test(arguments: [1.0, 10, 100]) func oneApplicationIsCapped(dose: Double) throws {
        let course = try course("MK-4 \(dose) mg topical on 50 cm2 once")
        #expect(course.maximum("skin.mk4") <= living)
        #expect(course.maximum("skin.held") <= whole * (1 + 1e-6))
        #expect(course.maximum("plasma.mk4") < 1)
    }

    /// Below the ceiling twice the dose brings twice as much, above it no more.
    @Test func linearBelowTheCeilingSaturatedAbove() throws {
        func most(_ dose: Double) throws -> Double {
            try course("MK-4 \(dose) mg topical on 50 cm2 once").maximum("skin.mk4")
        }
        #expect(abs(try most(0.4) / most(0.2) - 2) < 1e-3)
        #expect(abs(try most(20) / most(2) - 1) < 1e-3)
        #expect(try most(2) > most(0.4))
    }

    @Test(arguments: [25.0, 100]) func theCeilingFollowsTheArea(area: Double) throws {
        let course = try course("MK-4 100 mg topical on \(area) cm2 once")
        let usual = try self.course("MK-4 100 mg topical on 50 cm2 once")
        #expect(abs(course.maximum("skin.mk4") / usual.maximum("skin.mk4") - area / 50) < 1e-3)
    }

    /// Skin that is full takes no more, however often it is rubbed in.
    @Test func repeatedDosesFillTheSkinOnce() throws {
        let course = try course("MK-4 10 mg topical on 50 cm2 every 6 h", hours: every(3, to: 720))
        let skin = zip(course["skin.held"], course["subcutaneous.mk4"]).map { $0 - $1 }
        #expect(skin.max()! <= whole * (1 + 1e-6))
    }

    @Test func vehiclesChangeTheCeiling() throws {
        func most(_ vehicle: String) throws -> Double {
            try course("MK-4 100 mg topical on 50 cm2 in \(vehicle) once").maximum("skin.mk4")
        }
        let petrolatum = try most("petrolatum")
        #expect((1.99...3.71).contains(try most("gel") / petrolatum))
        #expect(abs(try most("emulsion") / petrolatum - 1) < 1e-6)
    }

    /// What is washed off sooner brings less; what is left of the film is gone at once, and nothing is lost count of.
    @Test func washingTakesTheFilm() throws {
        let dose = "MK-4 10 mg topical on 50 cm2 once"
        let hours = every(0.5, to: 96)
        let left = try course(dose, hours: hours).maximum("skin.mk4")
        let late = try course("\(dose), washed off after 8 h", hours: hours)
        let soon = try course("\(dose), washed off after 1 h", hours: hours)
        #expect(soon.maximum("skin.mk4") < late.maximum("skin.mk4") && late.maximum("skin.mk4") < left)
        let film = late.state("skin.vehicle")
        let washing = try #require(late.times.firstIndex(of: 8))
        #expect(film[washing - 1] > 1 && film[washing + 1] < 1e-6)
    }

    @Test func aDailyWashIsRepeated() throws {
        let course = try course(
            "MK-4 10 mg topical on 100 cm2 daily, washed off after 8 h", hours: every(1, to: 96))
        for day in 0..<4 {
            #expect(course.state("skin.vehicle")[day * 24 + 9] < 1e-6)
            #expect(course.state("skin.vehicle")[day * 24 + 1] > 1)
        }
    }

    @Test func atMostAQuarterMilligramPassesThroughLivingSkin() throws {
        let course = try course(
            "MK-4 100 mg topical on 50 cm2 once", hours: [0, 8766],
            parameters: ["skin.systemicShare": 1, "skin.fatShare": 0])
        let rest = try Course(hours: [0, 8766])
        let gained = course.end("eliminated.mk4") - rest.end("eliminated.mk4")
        #expect(gained * 444.65e-6 < 0.25)
        #expect(gained > 0.9 * living * 0.99, "with every share systemic nearly all of it does")
    }

    @Test func withoutAShareNothingReachesBlood() throws {
        let course = try course(
            "MK-4 10 mg topical on 50 cm2 every 3 days", hours: [0, 720],
            parameters: ["skin.systemicShare": 0, "skin.fatShare": 0])
        #expect(abs(course.end("plasma.mk4") / course.start("plasma.mk4") - 1) < 1e-3)
    }

    /// Everything downstream of a dose on the skin is speculative.
    @Test(arguments: ["plasma.mk4", "dpucMGP", "ucOC", "skin.mk4", "tissue.mk4"])
    func allDownstreamIsSpeculative(output: String) throws {
        let model = Flagship().model(using: [Flagship.topical, Flagship.skinWash])
        let grades = model.outputGrades(usingDoses: [Flagship.topical, Flagship.skinWash], zeros: [])
        #expect(try #require(grades[output]).grade == .speculative)
    }
}
