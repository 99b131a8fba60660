import Foundation
import Testing

@testable import Physiology

/// How far a slow control of pressure would lag behind the set point that the model takes at once (decision 24).
@Suite struct PressureLagTests {
    private static let month = 730.5
    /// Two standard deviations of the contested rise of mean pressure with stiffness, and calcium that stiffens four times as much as it does.
    private static let extreme = ["circulation.pressure.adaptation": 0.2, "circulation.stiffness.byCalcium": 0.12]
    /// Upper end of the kidney's control of pressure, four weeks [h].
    private static let renal = 28 * 24.0

    static let people: [(person: String, dose: [String], more: [String: Double])] = [
        ("{age: 60 y}", [], [:]), ("{age: 80 y, systolic pressure: 160 mmHg, diastolic pressure: 90 mmHg}", [], [:]),
        ("{age: 70 y, diabetes: yes, eGFR: 8 mL/min, aortic calcium: 3}", [], [:]),
        ("{age: 60 y}", ["MK-7 720 ug oral daily"], ["calcification.vitaminK.effect": 2]),
    ]

    private static func course(_ index: Int) throws -> Course {
        let (person, dose, more) = people[index]
        return try Course(
            person: person, doses: dose, hours: every(month, to: 120 * month),
            parameters: extreme.merging(more) { $1 })
    }

    /// τ · a · P · |d ln C / dt| at its largest [mmHg].
    private static func bound(_ course: Course, lag: Double) -> Double {
        let compliance = course["compliance"]
        let fastest = zip(compliance, compliance.dropFirst()).map { abs(log($1 / $0)) / month }.max()!
        return lag * extreme["circulation.pressure.adaptation"]! * course.maximum("MAP") * fastest
    }

    @Test(arguments: people.indices) func theLagIsBelowWhatACuffReads(index: Int) throws {
        let course = try Self.course(index)
        let bound = Self.bound(course, lag: Self.renal)
        #expect(bound > 0 && bound < 0.1, "\(bound)")
        // The state that is left out, followed exactly over months along which the set point is a line.
        let target = course["MAP"]
        var (pressure, largest) = (target[0], 0.0)
        for (before, after) in zip(target, target.dropFirst()) {
            let slope = (after - before) / Self.month
            let steady = slope * Self.renal
            pressure = after - steady + (pressure - before + steady) * exp(-Self.month / Self.renal)
            largest = max(largest, abs(pressure - after))
        }
        #expect(largest > 0 && largest <= bound * 1.0001, "\(largest) \(bound)")
    }

    /// The check can fail: a control that took ten years would lag visibly.
    @Test func aControlOfYearsWouldBeSeen() throws {
        #expect(Self.bound(try Self.course(0), lag: 87_660) > 0.1)
    }
}
