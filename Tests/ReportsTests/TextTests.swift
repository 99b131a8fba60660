import Testing

@testable import Reports
@testable import Studies

@Suite struct TextTests {
    @Test func theSummaryStartsWithSafetyAndFits() {
        let text = Sample.report.summary()
        #expect(text.hasPrefix("! On warfarin"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(text.contains("≈0: no difference the model can tell from zero"))
        #expect(text.contains("MK-4 45 mg a day: 45 mg MK-4 oral in three doses daily with 30 g fat"))
        #expect(!lines.contains { $0.hasSuffix(" ") })
    }

    @Test func summaryColumnsAlign() throws {
        let lines = Sample.report.summary().split(separator: "\n").map(String.init)
        let heads = lines.filter { $0.contains("difference (90 %)") }
        #expect(heads.count == 3)
        let cac = try #require(lines.last { $0.contains("Coronary artery calcium") })
        #expect(cac.contains("≈0") && cac.contains("contested"))
    }

    @Test func wordsBreakAtSpaces() {
        #expect(Paragraph.lines("one two three", width: 7, indent: "  ") == ["one two", "  three"])
        #expect(Paragraph.lines("extraordinary", width: 5) == ["extraordinary"])
    }

    @Test func aModelIsListed() {
        let text = ModelListing(Sample.model, bibliography: Sample.bibliography).text()
        #expect(text.contains("gut.lag") && text.contains("assumed: no study with early samples"))
        #expect(text.contains("0.2 to 1") && text.contains("CV 25.0 %") && text.contains("2.7 h"))
        #expect(text.contains("https://doi.org/10.3945/ajcn.2008.27338"))
        #expect(text.contains("Vitamin in the gut"))
    }

    @Test func scoresPrintTheCauseOfAMiss() {
        let table = ScoreTable(
            "Scores",
            rows: [
                ScoreRow(
                    "BM1", .calibration, "dp-ucMGP after 12 weeks of MK-7 360 µg", unit: "%", prediction: -44.2,
                    predictionRange: -60 ... -31, observed: -46, standardError: 4, zScore: 0.45),
                ScoreRow(
                    "PK3", .validation, "Cmax of MK-4 420 µg", unit: "ng/mL", prediction: 4.5, observed: 0.9,
                    standardError: 0.5, zScore: 7.2, cause: "absorption is not linear at small <doses>"),
                ScoreRow(
                    "PK4", .validation, "K1 at 24 h", unit: "ng/mL", prediction: 0.8, observed: nil, censoredBelow: 0.5,
                    isMet: false),
                ScoreRow("EF1", .context, "CAC", unit: "AU", prediction: -3, observed: 0, cause: "no number given"),
            ])
        let text = table.text()
        #expect(text.contains("−44.2 (−60.0 to −31.0)") && text.contains("+7.2"))
        #expect(text.contains("PK3: absorption is not linear at small <doses>"))
        #expect(text.contains("calibration: 1 of 1 met; validation: 0 of 2 met; 1 not scored"))
        #expect(text.contains("< 0.500"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(table.html.contains("<b class=\"missed\">+7.2</b>") && table.html.contains("small &lt;doses&gt;"))
    }
}
