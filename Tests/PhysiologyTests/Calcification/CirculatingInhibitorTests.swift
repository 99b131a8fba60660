import Foundation
import Testing

@testable import Physiology

@Suite struct CirculatingInhibitorTests {
    /// The algebra against the kinetics it stands for, integrated until nothing moves [mmol/L, min].
    @Test(arguments: [(1.175, 1.2), (1.0, 2.5), (1.4, 0.8)])
    func complexesAreThoseOfTheKinetics(calcium: Double, phosphate: Double) throws {
        let dibasic = 1 / (1 + pow(10, 6.8 - 7.4))
        let (f1, f2) = (0.76, 0.33)
        var (first, second, particles) = (0.0, 0.0, 0.0)
        let step = 1e-4
        for _ in 0..<200_000 {
            let free = phosphate - first - second
            let taken = 0.3 * first
            let takenSecond = 0.3 * second * f1
            let made = 1137.3 * calcium * dibasic * free * f2 * f2 - 1666.7 * first
            let madeSecond = 52.94 * calcium * (1 - dibasic) * free * f2 * f1 - 1666.7 * second * f1
            first += step * (made - taken)
            second += step * (madeSecond - takenSecond)
            particles += step * (taken + takenSecond - 3 * particles)
        }
        let course = try Course(hours: [0]) { model in
            model.assign("mineral.ionisedCalcium", .number(calcium, .millimolePerLitre))
            model.outputs.append(
                .init(
                    "complexes", .symbol("calcification.inhibitors.particles.complexes"), unit: .millimolePerLitre,
                    label: ""))
            for index in model.rules.indices {
                guard model.rules[index].variable == "calcification.inhibitors.particles.freePhosphate",
                    case .assignment(let name, let formula) = model.rules[index]
                else { continue }
                let given = formula.substituting { symbol in
                    symbol == "mineral.phosphateConcentration" ? .number(phosphate, .millimolePerLitre) : nil
                }
                model.rules[index] = .assignment(name, given)
            }
        }
        #expect(abs(course.start("complexes") / (first + second) - 1) < 2e-3)
        #expect(abs(course.start("calciprotein") / (1000 * particles) - 1) < 2e-3)
    }

    @Test func particlesRiseAsTheKidneyFails() throws {
        let healthy = try Course(hours: [0])
        let failing = try Course(person: "{eGFR: 8 mL/min}", hours: [0])
        #expect(failing.start("calciprotein") > 1.1 * healthy.start("calciprotein"))
    }

    /// 3.26 µM in health and 2.26 µM on haemodialysis (Lomashvili 2005); bone turnover adds a little.
    @Test func pyrophosphateIsThatMeasured() throws {
        #expect(abs(try Course(hours: [0]).start("pyrophosphate") - 3.26) < 0.1)
        #expect(abs(try Course(person: "{eGFR: 6 mL/min}", hours: [0]).start("pyrophosphate") - 2.26) < 0.3)
    }

    /// Less of the inhibitor, more calcium; with its exponent at 0, none.
    @Test func pyrophosphateHoldsBack() throws {
        func rise(_ parameters: [String: Double]) throws -> Double {
            let course = try Course(hours: [0, 8766], parameters: parameters)
            return course.end("CAC") - course.start("CAC")
        }
        let usual = try rise([:])
        let lack = "calcification.inhibitors.pyrophosphate.enpp1"
        #expect(try rise([lack: 0.5]) > 1.3 * usual)
        let without = try rise([lack: 0.5, "calcification.inhibitors.byPyrophosphate": 0])
        #expect(abs(without / usual - 1) < 1e-2)
    }

    /// Fetuin-A and particles do nothing to growth until an effect is assumed.
    @Test func whatIsOpenIsNone() throws {
        func rise(_ parameters: [String: Double]) throws -> Double {
            let course = try Course(hours: [0, 8766], parameters: parameters)
            return course.end("CAC") - course.start("CAC")
        }
        let usual = try rise([:])
        let low = ["calcification.inhibitors.fetuin": 0.28]
        #expect(abs(try rise(low) / usual - 1) < 1e-4)
        let assumed = try rise(low.merging(["calcification.inhibitors.byFetuin": 0.1]) { first, _ in first })
        #expect(abs(assumed / usual - exp(0.2)) < 0.02)
    }
}
