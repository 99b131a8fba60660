import Testing

@testable import Reports
@testable import Studies

@Suite struct TextTests {
    @Test func theSummaryIsOneTableThatFits() {
        let text = Sample.large.summary()
        #expect(text.hasPrefix("! On warfarin"))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
        #expect(lines.count { $0.hasPrefix("───") } == 1)
        #expect(lines.count < 35)
        let unbroken = text.replacing("\n", with: " ")
        #expect(unbroken.contains("“MK-4 10 mg by mouth, on warfarin” is compared with “warfarin”, the others with"))
        #expect(!text.contains("risk"))
    }

    @Test func theSummarysColumnsComeFromTheGuide() throws {
        let lines = Sample.report.summary().split(separator: "\n").map(String.init)
        let head = try #require(lines.firstIndex { $0.hasPrefix("course") })
        #expect(
            Array(lines[head..<head + 5]) == [
                "course                dp-ucMGP  CAC          CAC difference  cfPWV  evidence",
                "                        pmol/L   AU                      AU    m/s",
                "───────────────────────────────────────────────────────────────────────────────",
                "No supplement              580  360                       –   10.5  speculative",
                "MK-4 1 mg a day            553  358  −2.10 (−7.80 to +5.31)   10.5  speculative",
            ])
    }

    @Test func columnsThatDoNotFitAreLeftOut() {
        let lines = Sample.large.summary(width: 60).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.contains { $0.hasPrefix("course") && !$0.contains("cfPWV") && $0.hasSuffix("evidence") })
    }

    @Test func withoutAGuideTheFirstOutputsAreColumns() {
        let overview = Overview(Report(Sample.result))
        #expect(
            overview.columns.map(\.title) == [
                "MK-4 in plasma", "difference", "dp-ucMGP", "Coronary artery calcium", "Pulse wave velocity",
            ])
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
