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
}
