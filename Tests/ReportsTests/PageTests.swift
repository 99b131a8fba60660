import Foundation
import Testing

@testable import Reports
@testable import Studies

@Suite struct PageTests {
    static let bundle = VegaBundle(
        script: "window.vegaEmbed=0;'</script><!--'", licence: "BSD --> three clauses ----- --!>")

    @Test func safetyStandsBeforeAnythingElse() throws {
        let page = Sample.report.html(bundle: Self.bundle)
        let body = try #require(page.range(of: "<body>"))
        let safety = try #require(page.range(of: Sample.safety[0]))
        for later in ["<h1>", "class=\"answer\"", "id=\"arms\"", "class=\"chart\"", "<table>"] {
            let place = try #require(page.range(of: later, range: body.upperBound..<page.endIndex))
            #expect(safety.upperBound < place.lowerBound, "\(later) stands before the safety statements")
        }
    }

    @Test func sectionsStandInOrder() throws {
        let page = Sample.report.html(bundle: Self.bundle)
        let places = try ["glance", "pictures", "arms", "tables", "limits", "sources", "settings"].map {
            try #require(page.range(of: "<section id=\"\($0)\"")).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test func namesAreEscapedEverywhere() {
        let page = Sample.report.html(bundle: Self.bundle)
        #expect(!page.contains("<0.5 mg>"))
        #expect(page.contains("K1 &lt;0.5 mg&gt; &amp; &quot;diet&quot;"))
        #expect(page.contains(#"K1 \u003c0.5 mg\u003e \u0026 \"diet\""#))
        #expect(page.contains("Vitamin K supplementation &amp; &lt;calcium&gt;"))
    }

    @Test func theBundleCannotEndItsScript() {
        let page = Sample.report.html(bundle: Self.bundle)
        #expect(page.contains(#"'<\/script><\!--'"#))
        #expect(page.contains("BSD -- > three clauses ----- -- !>"))
    }

    @Test func nothingIsLoadedFromOutside() {
        let page = Sample.report.html(bundle: Self.bundle)
        #expect(
            !page.contains("src=\"http") && !page.contains("<link") && !page.contains("@import")
                && !page.contains("url("))
        #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
        #expect(page.contains("href=\"https://doi.org/10.3945/ajcn.2008.27338\""))
    }

    @Test func defaultsAreFoldedAway() throws {
        let page = Sample.report.html(bundle: Self.bundle)
        let fold = try #require(page.range(of: "<summary>1 more, at their defaults</summary>"))
        let weight = try #require(page.range(of: "84 kg"))
        let diet = try #require(page.range(of: "95 µg a day"))
        #expect(weight.lowerBound < fold.lowerBound && fold.lowerBound < diet.lowerBound)
    }

    @Test func whatIsOfTheStartStandsOnce() {
        let page = Sample.report.html(bundle: Self.bundle)
        #expect(page.components(separatedBy: "Ten-year risk, at the start").count == 2)
        #expect(page.contains("By the score at the start."))
    }

    @Test func eachCourseSaysWhatItIsComparedWith() {
        let page = Sample.large.html(bundle: Self.bundle)
        #expect(page.contains("Compared with “warfarin”."))
        #expect(page.contains("<h4>Difference from the course each is compared with</h4>"))
        #expect(page.contains("No course changes this."))
    }

    @Test func limitsOfAnyModelAndOfThisOneAreListed() {
        let page = Sample.report.html(bundle: Self.bundle)
        #expect(page.contains("a range for people like this, not a forecast"))
        #expect(page.contains("Whether &lt;hair&gt; is lost because of calcium."))
    }

    @Test func aSourceHasValueUnitSpreadEvidenceGradeAndLink() throws {
        let page = Sample.report.html(bundle: Self.bundle)
        let start = try #require(page.range(of: "<code>gut.halfLife</code>"))
        let row = page[start.lowerBound...].prefix { $0 != "\u{0}" }.components(separatedBy: "</tr>")[0]
        for part in ["2.7 h", "CV 25.0 %", "table 2", "supported", "href=\"#work-Shea2009\""] {
            #expect(row.contains(part), "\(part)")
        }
        #expect(page.contains("<li id=\"work-Shea2009\">"))
    }

    @Test func equalReportsAreEqualBytes() {
        #expect(Sample.report.html(bundle: Self.bundle) == Sample.report.html(bundle: Self.bundle))
    }

    @Test func assumedNumbersComeFirst() throws {
        let page = Sample.report.html(bundle: Self.bundle)
        let assumed = try #require(page.range(of: "no study with early samples"))
        let published = try #require(page.range(of: "Half-life in plasma"))
        #expect(assumed.lowerBound < published.lowerBound)
        #expect(page.contains("3 numbers drive this model: 1 assumed and 2 published"))
    }

    @Test func aStudyOfOneArmHasNoDifferences() {
        var report = Sample.report
        report.result.arms = [report.result.arms[0]]
        let page = report.html(bundle: Self.bundle)
        #expect(page.contains("there is nothing to compare it with"))
        #expect(!page.contains("difference-0-spec") && !page.contains("end-0-spec"))
    }

    @Test func failuresAreShown() {
        var report = Sample.report
        report.result.arms[1].failures = [.init(drawIndex: 7, message: "step too small at 3 d")]
        let page = report.html(bundle: Self.bundle)
        #expect(page.contains("1 of 1600 simulations failed"))
        #expect(page.contains("draw 7: step too small at 3 d"))
    }

    @Test func aDoiKeepsItsCharactersInTheAddress() {
        #expect(Citation("x", doi: "10.1016/S0140(05)<1>").address == "https://doi.org/10.1016/S0140(05)%3C1%3E")
        #expect(Citation("x").address == nil)
    }
}
