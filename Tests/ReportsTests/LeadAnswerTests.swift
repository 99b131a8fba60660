import Modeling
import Testing

@testable import Reports
@testable import Studies

@Suite struct LeadAnswerTests {
    @Test func aSentenceForEachThingThatReadersAsk() {
        let expected = [
            "9 courses over 10 years for one person, each simulated 400 times, against “No supplement” unless said otherwise.",
            "By mouth, dp-ucMGP comes out 27 to 180\u{A0}pmol/L lower with all 4 courses (speculation).",
            "Coronary artery calcium goes from 120 to 360 (248 to 506)\u{A0}AU with “No supplement”; no course differs by"
                + " more than the model can tell (disputed).",
            "No course changes stiffness, pressure or flow by more than the model can tell (speculation).",
            "On the skin, dp-ucMGP comes out 1.80 to 3.60\u{A0}pmol/L lower with both courses (speculation); never"
                + " measured in people.",
            "On warfarin, INR is 0.00700 lower (−0.00980 to −0.00336) with “MK-4 10 mg by mouth, on warfarin”; a fall"
                + " means less protection.",
            "Ranges hold 90\u{A0}% of simulations, for people like this: not a forecast.",
        ]
        let lead = Sample.large.lead
        #expect(lead == expected)
    }

    /// Half a minute of reading.
    @Test func nineCoursesAreToldInHundredAndThirtyWords() {
        let words = Sample.large.lead.joined(separator: " ").split(whereSeparator: { $0.isWhitespace })
        #expect(words.count <= 130)
    }

    @Test func aChangeOfTheCourseIsToldWithIt() {
        var report = Sample.report
        for index in 1...3 {
            for time in report.result.times.indices {
                report.result.arms[index].series[2].difference?.upper[time] = -0.5
            }
        }
        #expect(
            report.lead[2]
                == "Coronary artery calcium goes from 120 to 360 (248 to 506)\u{A0}AU with “No supplement”; it comes out 2.1"
                + " to 14.0\u{A0}AU lower with “MK-4 1 mg a day”, “MK-4 45 mg a day” and “K1 <0.5 mg> & \"diet\"” (disputed)."
        )
    }

    @Test func fewDrawsAreRough() {
        var report = Sample.report
        report.result.manifest.drawCount = 20
        #expect(
            report.lead.last
                == "Ranges hold 90\u{A0}% of simulations (rough: 20 draws), for people like this: not a forecast.")
    }

    @Test func aStudyOfOneArmComparesNothing() {
        var report = Sample.report
        report.result.arms = [report.result.arms[0]]
        #expect(
            report.lead[0]
                == "This study has one course of action, “No supplement”, over 10 years; there is nothing to compare it with."
        )
    }

    @Test func oneDrawClaimsNothing() {
        var report = Sample.report
        report.result.manifest.drawCount = 1
        #expect(
            report.lead == [
                "4 courses over 10 years for one person, each simulated once, against “No supplement” unless said otherwise.",
                "Only one draw was simulated, so there is no range: nothing here says how sure it is.",
            ])
        #expect(report.words(for: report.result.arms[1].series[0])?.finding == .unranged)
    }

    @Test func withoutAGuideTheFirstOutputsAreTold() {
        let lead = Report(Sample.result).lead
        #expect(lead.count == 5)
        #expect(lead[1].hasPrefix("MK-4 in plasma is probably "))
    }

    @Test func riskIsNeverTold() {
        #expect(!Sample.large.lead.joined().lowercased().contains("risk"))
    }
}

@Suite struct ChangeWordsTests {
    private func words(_ grade: Grade, _ lower: Double, _ median: Double, _ upper: Double) -> DifferenceWords {
        DifferenceWords(
            label: "Pulse wave velocity", unit: "m/s", grade: grade,
            difference: Interval(lower: lower, median: median, upper: upper), resolution: 0.01)
    }

    static let alone: [(Grade, String)] = [
        (.established, "Pulse wave velocity is 2.00\u{A0}m/s lower (−3.00 to −1.00) with “A”"),
        (.supported, "Pulse wave velocity is probably 2.00\u{A0}m/s lower (−3.00 to −1.00) with “A”"),
        (.contested, "Pulse wave velocity comes out 2.00\u{A0}m/s lower (−3.00 to −1.00) with “A” (disputed)"),
        (
            .speculative,
            "Pulse wave velocity comes out 2.00\u{A0}m/s lower (−3.00 to −1.00) with “A” (speculation)"
        ),
    ]

    @Test(arguments: alone)
    func neverSurerThanTheGrade(grade: Grade, text: String) {
        #expect(ChangeWords([("A", words(grade, -3, -2, -1))])?.text() == text)
    }

    @Test func severalSpeakWithTheWeakestGrade() {
        let changes = ChangeWords([
            ("A", words(.established, -3, -2, -1)), ("B", words(.contested, -9, -8, -7)),
            ("C", words(.speculative, -1, 0, 1)),
        ])
        #expect(
            changes?.text(startsSentence: false)
                == "pulse wave velocity comes out 2.00 to 8.00\u{A0}m/s lower with “A” and “B” (disputed)")
        #expect(changes?.hasFall == true)
    }

    @Test func longListsAreCounted() {
        let name = "six words of a long name"
        let changes = ChangeWords((1...4).map { ("\($0) \(name)", words(.established, -3, -Double($0), -0.5)) })
        #expect(
            changes?.text()
                == "Pulse wave velocity is 1.00 to 4.00\u{A0}m/s lower with 4 of 4 courses, most with “4 \(name)”")
        #expect(
            changes?.text(isGroup: true)
                == "Pulse wave velocity is 1.00 to 4.00\u{A0}m/s lower with all 4 courses")
    }

    @Test func nothingToldIsSaidSo() {
        let none = words(.contested, -1, 0, 1)
        #expect(
            ChangeWords([("A", none)])?.text()
                == "“A” does not change pulse wave velocity by more than the model can tell (disputed)")
        #expect(
            ChangeWords([("A", none), ("B", none)])?.text()
                == "No course changes pulse wave velocity by more than the model can tell (disputed)")
        #expect(ChangeWords([("A", words(.contested, .nan, 0, 1))]) == nil)
    }
}
