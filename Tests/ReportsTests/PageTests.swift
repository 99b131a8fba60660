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
        let places = try ["arms", "pictures", "tables", "limits", "sources", "settings"].map {
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
