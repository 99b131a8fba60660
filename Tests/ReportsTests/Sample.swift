import Foundation
import Modeling

@testable import Reports
@testable import Studies

/// A made-up study: the numbers mean nothing, their shapes are those of real ones.
enum Sample {
    static let horizon = 10 * 8766.0

    static let safety = [
        "On warfarin or a similar drug: do not start, stop or change vitamin K, on the skin included, without the prescriber.",
        "Chest or leg pain on effort, erectile trouble or sudden weakness or numbness need a doctor.",
        "Nothing here replaces treatment; this is not medical advice.",
    ]

    static var report: Report {
        Report(result, guide: guide, models: [model], bibliography: bibliography)
    }

    static let guide = ReportGuide(
        topics: [
            ReportTopic(
                "Vitamin K in the blood", outputs: ["plasma.mk4"], meaning: "How much circulates between doses"),
            ReportTopic(
                "Vitamin K status", outputs: ["dpucMGP"],
                meaning: "A blood marker that is high where vitamin K is short",
                telling: .change, columnTitle: "dp-ucMGP"),
            ReportTopic(
                "Calcium in arteries", outputs: ["cac"], meaning: "The calcium score of the heart's arteries",
                telling: .course, columnTitle: "CAC"),
            ReportTopic(
                "Stiffness", outputs: ["cfPWV"], meaning: "How fast the pulse runs; fast is stiff", telling: .together,
                columnTitle: "cfPWV"),
            ReportTopic("Pressure", outputs: ["sbp"], telling: .together),
            ReportTopic("Flow", outputs: ["flow.limb"], meaning: "Blood through a leg at rest", telling: .together),
            ReportTopic(
                "Risk at the start", outputs: ["risk"], meaning: "By the score at the start", isOfTheStart: true),
        ],
        courseGroups: [
            CourseGroup("By mouth", doseInputs: ["oral"], output: "dpucMGP"),
            CourseGroup("On the skin", doseInputs: ["skin"], output: "dpucMGP", caution: "never measured in people"),
            CourseGroup(
                "On warfarin", doseInputs: ["warfarin"], output: "inr", meaningOfFall: "a fall means less protection"),
        ],
        limits: ["Whether <hair> is lost because of calcium."])

    static let bibliography = [
        "Shea2009": Citation(
            "Shea and others (2009), Vitamin K supplementation & <calcium>.", doi: "10.3945/ajcn.2008.27338"),
        "Mattace2010": Citation("Reference values for arterial stiffness (2010).", doi: "10.1093/eurheartj/ehq165"),
    ]

    static var times: [Double] { (0...120).map { Double($0) * horizon / 120 } }

    static var result: StudyResult {
        let reference = arm("No supplement", [], effect: 0)
        let arms = [
            reference, arm("MK-4 1 mg a day", ["1 mg MK-4 oral daily with 15 g fat"], effect: 0.15),
            arm("MK-4 45 mg a day", ["45 mg MK-4 oral in three doses daily with 30 g fat"], effect: 1),
            arm("K1 <0.5 mg> & \"diet\"", ["500 ug K1 oral daily"], effect: 0.4),
        ]
        return StudyResult(
            title: "Vitamin K and a man of 62 with some coronary calcium", safety: safety,
            person: [
                .init(key: "age", text: "62 years", isDefault: false),
                .init(key: "sex", text: "male", isDefault: false),
                .init(key: "weight", text: "84 kg", isDefault: false),
                .init(key: "calcium score", text: "120 AU", isDefault: false),
                .init(key: "K1 in the diet", text: "95 µg a day", isDefault: true),
            ],
            times: times, referenceArm: "No supplement", arms: arms, manifest: manifest)
    }

    static let manifest = StudyResult.Manifest(
        patencyVersion: "0.1.0", modelName: "vitamin K, calcium and the artery",
        modelHash: String(repeating: "ab12", count: 16), scenarioHash: String(repeating: "cd34", count: 16),
        seed: 20_260_101,
        drawCount: 400, kernel: "bytecode", laneCount: 8, solver: "Rodas5P", relativeTolerance: 1e-6,
        sundials: "6.4.1 (-O3)", swiftVersion: "6.3.1", cpuFeatures: "AVX2")

    /// Nine courses, two on the skin and two with warfarin, of which one adds to the other.
    static var large: Report {
        var report = Self.report
        let more = [
            arm("MK-4 10 mg by mouth", [], effect: 0.6),
            arm("MK-4 10 mg on the skin, daily", [], effect: 0.02, doseInputs: ["skin"]),
            arm("MK-4 10 mg on the skin, weekly", [], effect: 0.01, doseInputs: ["skin"]),
            arm("warfarin", [], effect: 0.2, doseInputs: ["warfarin"]),
            arm(
                "MK-4 10 mg by mouth, on warfarin", [], effect: 0.7, against: "warfarin",
                doseInputs: ["warfarin", "oral"]),
        ]
        report.result.arms += more
        return report
    }

    static func arm(
        _ name: String, _ regimens: [String], effect: Double, against: String = "No supplement",
        doseInputs: [String] = ["oral"]
    ) -> StudyResult.Arm {
        let all = outputs.map { $0.series(effect: effect, isReference: effect == 0) }
        return .init(
            name: name, reference: effect == 0 ? nil : against, regimens: regimens, doseInputs: doseInputs, series: all,
            failures: [], stepCount: 120_000, rightHandSideCount: 410_000)
    }

    struct Shape {
        var output: String
        var label: String
        var unit: String
        var grade: String
        var reason: String
        var start: Double
        var slope: Double
        var shift: Double
        var spread: Double
        var shiftSpread: Double

        func series(effect: Double, isReference: Bool) -> StudyResult.Series {
            func band(_ center: (Double) -> Double, _ half: (Double) -> Double) -> StudyResult.Band {
                let years = Sample.times.map { $0 / 8766 }
                return .init(
                    lower: years.map { center($0) - half($0) }, median: years.map(center),
                    upper: years.map { center($0) + 1.3 * half($0) })
            }
            func change(_ year: Double) -> Double { shift * effect * (1 - exp(-year)) }
            let values = band(
                { start + slope * $0 + change($0) },
                { spread * (0.4 + $0 / 10) + shiftSpread * effect * (1 - exp(-$0)) })
            let difference = band(change, { shiftSpread * effect * (1 - exp(-$0)) })
            return .init(
                output: output, label: label, unit: unit, grade: grade, gradeReason: reason, values: values,
                difference: isReference || output == "risk" ? nil : difference)
        }
    }

    static let outputs = [
        Shape(
            output: "plasma.mk4", label: "MK-4 in plasma", unit: "ng/mL", grade: "supported",
            reason: "absorption measured at three fat contents", start: 0.3, slope: 0, shift: 9, spread: 0.1,
            shiftSpread: 3),
        Shape(
            output: "dpucMGP", label: "dp-ucMGP", unit: "pmol/L", grade: "speculative",
            reason: "MK-4 to dp-ucMGP is extrapolated from K1 and MK-7", start: 520, slope: 6, shift: -180, spread: 90,
            shiftSpread: 70),
        Shape(
            output: "cac", label: "Coronary artery calcium", unit: "AU", grade: "contested",
            reason: "effect of vitamin K on human calcification", start: 120, slope: 24, shift: -14, spread: 80,
            shiftSpread: 38),
        Shape(
            output: "cfPWV", label: "Pulse wave velocity", unit: "m/s", grade: "contested",
            reason: "calcium to stiffness", start: 9.4, slope: 0.11, shift: -0.05, spread: 0.8, shiftSpread: 0.2),
        Shape(
            output: "sbp", label: "Systolic pressure", unit: "mmHg", grade: "contested",
            reason: "calcium to stiffness to pressure", start: 134, slope: 0.6, shift: -0.3, spread: 6, shiftSpread: 1.4
        ),
        Shape(
            output: "flow.limb", label: "Flow through a leg", unit: "mL/min", grade: "speculative",
            reason: "effect of vitamin K on flow", start: 310, slope: -1, shift: 0, spread: 40, shiftSpread: 0),
        Shape(
            output: "inr", label: "INR", unit: "1", grade: "established", reason: "clotting", start: 1, slope: 0,
            shift: -0.01,
            spread: 0.03, shiftSpread: 0.004),
        Shape(
            output: "risk", label: "Ten-year risk, at the start", unit: "%", grade: "supported", reason: "risk.class",
            start: 12, slope: 0, shift: 0, spread: 0, shiftSpread: 0),
    ]

    static var model: Model {
        let builder = ModelBuilder(name: "sample", timeUnit: .hour)
        let gut = builder.scope("gut", grade: .supported, "Intake")
        _ = gut.parameter(
            "lag", 0.5, .hour, .assumed(because: "no study with early samples"), spread: .uniform(0.2, 1),
            "Time to the lymph")
        _ = gut.parameter(
            "halfLife", 2.7, .hour, .published(Reference("Shea2009"), at: "table 2"),
            spread: .logNormal(coefficientOfVariation: 0.25), "Half-life in plasma")
        _ = gut.parameter(
            "stiffness", 0.11, .metrePerSecond, .published(Reference("Mattace2010"), at: "figure 3"),
            grade: .established,
            "Rise a year")
        let amount = gut.state("amount", .nanomole, typical: 1, "Vitamin in the gut")
        gut.flow("loss", from: amount, to: nil, rate: amount)
        return builder.model
    }
}
