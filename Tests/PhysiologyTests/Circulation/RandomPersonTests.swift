import Modeling
import TestSupport
import Testing

@testable import Physiology

/// What must hold for anyone.
@Suite struct RandomPersonTests {
    /// Somebody within the model's range, as scenario fields with their units.
    struct Somebody {
        var fields: [String: (value: Double, unit: String)]

        init(seed: UInt64) {
            var random = RepeatableRandom(seed: seed)
            func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.uniform() }
            let diastolic = between(60, 100)
            fields = [
                "age": (between(40, 70), "y"), "weight": (between(50, 110), "kg"), "height": (between(150, 195), "cm"),
                "eGFR": (between(15, 110), "mL/min"), "diastolic pressure": (diastolic, "mmHg"),
                "systolic pressure": (diastolic + between(30, 70), "mmHg"), "heart rate": (between(50, 90), "1/min"),
                "haemoglobin": (between(9, 17), "g/dL"), "oxygen saturation": (between(88, 99), "%"),
                "CAC": (between(0, 800), "AU"), "aortic calcium": (between(0.3, 3), "1"),
            ]
        }

        var text: String {
            let entries = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.value) \($0.value.unit)" }
            return "{\(entries.joined(separator: ", "))}"
        }
    }

    @Test(arguments: 1...8) func lawsHold(seed: Int) throws {
        let somebody = Somebody(seed: UInt64(seed))
        let course = try Course(person: somebody.text, hours: [0, 87_660])
        // The person's own pressures come out exactly.
        #expect(abs(course.start("SBP") - somebody.fields["systolic pressure"]!.value) < 1e-9)
        #expect(abs(course.start("DBP") - somebody.fields["diastolic pressure"]!.value) < 1e-9)
        #expect(abs(course.start("compliance") - 100) < 1e-6 && abs(course.start("erectileFlow") - 100) < 1e-6)
        for index in 0...1 {
            let flows = RegionalFlowTests.regions.map { course["flow.\($0)"][index] }
            let output = course["cardiacOutput"][index] * 1000
            #expect(flows.allSatisfy { $0 > 0 })
            // The regions get no more than the heart puts out, and all of it goes somewhere.
            #expect(flows.reduce(0, +) < output, "\(flows), \(output)")
            #expect(abs(flows.reduce(0, +) + course["flow.other"][index] - output) < 1e-6)
            for region in RegionalFlowTests.regions {
                let flow = course["flow.\(region)"][index]
                let resistance = course["resistance.\(region)"][index]
                #expect(abs(flow * resistance / 1000 - course["MAP"][index]) < 1e-6)
                #expect((0.1...100).contains(course["oxygenExtraction.\(region)"][index]))
                let content = course["oxygenContent"][index] / 100
                #expect(abs(flow * content - course["oxygenDelivery.\(region)"][index]) < 1e-6)
            }
        }
    }

    /// More of the field, and what rises or falls with it, for three people.
    @Test(arguments: [
        ("age", 8.0, ["cfPWV"], ["cerebralFlow", "cardiacOutput", "distensibility"]),
        ("weight", 15, ["cardiacOutput", "strokeVolume", "flow.heart", "arterialCompliance"], ["SVR"]),
        ("eGFR", 20, ["flow.kidneys"], ["flow.other"]),
        ("heart rate", 15, ["flow.heart"], ["strokeVolume", "coronaryReserve"]),
        (
            "systolic pressure", 15, ["flow.heart", "pulsePressure", "MAP", "SVR"],
            ["coronaryReserve", "arterialCompliance"]
        ),
        ("diastolic pressure", 8, ["coronaryReserve", "MAP"], ["pulsePressure"]),
        (
            "haemoglobin", 1.5, ["oxygenContent", "oxygenDelivery"],
            ["oxygenExtraction", "oxygenExtraction.limb", "flow.brain"]
        ),
        ("aortic calcium", 2, ["cfPWV"], ["distensibility"]),
    ])
    func goesOneWay(field: String, more: Double, rising: [String], falling: [String]) throws {
        for seed in UInt64(11)...13 {
            var somebody = Somebody(seed: seed)
            let before = try Course(person: somebody.text, hours: [0])
            somebody.fields[field]!.value += more
            let after = try Course(person: somebody.text, hours: [0])
            for output in rising { #expect(after.start(output) > before.start(output), "\(output)") }
            for output in falling { #expect(after.start(output) < before.start(output), "\(output)") }
        }
    }
}
