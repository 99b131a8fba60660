import Foundation
import Modeling
import Testing

@testable import Reports
@testable import Studies

@Suite struct ModelBookTests {
    private static let bundle = VegaBundle(script: "window.vegaEmbed=0;", licence: "BSD")

    /// Two components, one within the other, with every kind of thing a model declares.
    private static let model: Model = {
        let builder = ModelBuilder(name: "Tiny <model>", timeUnit: .hour)
        let outer = builder.scope("gut", grade: .established, "where doses enter")
        let rate = outer.parameter(
            "rate", 0.5, .perHour, .published(Reference("smith2001"), at: "table 2"),
            spread: .logNormal(coefficientOfVariation: 0.2), "absorption rate")
        let content = outer.state("content", .milligram, typical: 1, "what is in the gut")
        let inner = outer.scope("wall", grade: .speculative, "the lining")
        let share = inner.parameter(
            "lostShare", 0.1, .dimensionless, .assumed(because: "nobody <measured> it"), spread: .uniform(0, 0.2),
            "lost")
        let other = inner.parameter(
            "doubled", 0.2, .dimensionless, .derived(from: ["gut.wall.lostShare"], by: "twice"), "twice the loss")
        let kept = inner.define("kept", .dimensionless, 1 - share * other, "what is not lost")
        let blood = inner.state("blood", .milligram, typical: 1, pinned: true, "in blood")
        outer.flow("uptake", from: content, to: blood, rate: rate * content, "absorption")
        inner.flow("loss", from: blood, to: nil, rate: kept * rate * blood, "loss")
        outer.doseInput("dose", .milligram, "a dose by mouth") { amount, _ in
            [(state: content, value: content + amount)]
        }
        builder.output("amount", blood, .milligram, label: "Amount in blood")
        return builder.model
    }()

    private static let shares: UncertaintyShares = {
        let text = """
            {"title": "someone", "arm": "only", "regimens": [], "horizon": 8766, "failures": [], "outputs": [{"output": "amount",
            "label": "Amount in blood", "unit": "mg", "value": 1, "standardDeviation": 0.1, "shares": [
            {"parameter": "gut.wall.lostShare", "share": 0.75, "low": 0.9, "high": 1.1},
            {"parameter": "gut.rate", "share": 0.25, "low": 0.95, "high": 1.05}]}]}
            """
        return try! JSONDecoder().decode(UncertaintyShares.self, from: Data(text.utf8))
    }()

    private static var book: ModelBook {
        ModelBook(
            model, guide: ReportGuide(limits: ["Anything about cats."]),
            book: BookGuide(introduction: ["A tiny model."]), safety: ["Not medical advice."],
            bibliography: [
                "smith2001": Citation("Smith (2001). Guts.", doi: "10.1000/x"), "unused": Citation("Never"),
            ],
            identities: ["gut.content": ["https://identifiers.org/CHEBI:18067"]], shares: [shares],
            scores: (try? ScoreListingTests.listing().scores) ?? [],
            version: "9.9")
    }

    private let page = book.html(bundle: bundle)

    @Test func safetyThenAssumptionsStandFirst() throws {
        let body = try #require(page.range(of: "<body>"))
        let marks = [
            "Not medical advice.</li>", "<h1>", "id=\"assumptions\"", "id=\"limits\"", "id=\"outputs\"",
            "id=\"part-gut\"",
            "id=\"part-gut.wall\"", "id=\"validation\"", "id=\"works\"",
        ]
        let places = try marks.map {
            try #require(page.range(of: $0, range: body.upperBound..<page.endIndex), "\($0)").lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test func everyQuantityAndFlowIsToldOnce() {
        for quantity in Self.model.quantities where !quantity.identifier.hasPrefix("gut.dose.") {
            #expect(
                page.components(separatedBy: "id=\"q-\(quantity.identifier)\"").count == 2, "\(quantity.identifier)")
        }
        for reaction in Self.model.reactions {
            #expect(
                page.components(separatedBy: "id=\"q-\(reaction.identifier)\"").count == 2, "\(reaction.identifier)")
        }
    }

    /// Links within the page lead somewhere.
    @Test func everyLinkHasAnEnd() throws {
        for link in page.matches(of: /href="#([^"]+)"/) {
            #expect(page.contains("id=\"\(link.1)\""), "\(link.1)")
        }
    }

    @Test func numbersHaveValueSpreadSourceAndGrade() {
        #expect(page.contains("0.5 1/h") && page.contains("CV 20.0 %") && page.contains("0 to 0.2"))
        #expect(page.contains("<a href=\"https://doi.org/10.1000/x\" rel=\"noreferrer\">smith2001</a>, table 2"))
        #expect(page.contains("nobody &lt;measured&gt; it") && !page.contains("<measured>"))
        #expect(page.contains("derived from <a href=\"#q-gut.wall.lostShare\""))
    }

    @Test func partsHaveTheirTermsAndAddresses() {
        #expect(page.contains("href=\"https://identifiers.org/CHEBI:18067\""))
        #expect(page.contains("https://identifiers.org/SBO:0000247"))
        // rate · content with content as the one reactant is first order.
        #expect(page.contains("https://identifiers.org/SBO:0000035"))
        #expect(page.contains("https://identifiers.org/SBO:0000375"))
    }

    @Test func onlyUsedWorksAreListed() {
        #expect(page.contains("id=\"work-smith2001\"") && !page.contains("Never"))
    }

    @Test func sharesAreShown() {
        #expect(page.contains("--share:75%\">75</span>"))
        #expect(page.contains("all assumed numbers together"))
    }

    @Test func limitsAreThoseOfTheReport() {
        #expect(page.contains("<li>Anything about cats.</li>") && page.contains("it never adds to the evidence"))
    }

    @Test func aChapterHasTheHeadingThatTheGuideGives() {
        var book = Self.book
        book.book.titles = ["gut.wall": "The gut's <lining>"]
        let page = book.html(bundle: Self.bundle)
        #expect(page.contains("<h3>The gut&#39;s &lt;lining&gt;</h3>") && page.contains("<h2>Gut</h2>"))
    }

    @Test func eachCourseOfTheRankingIsNamed() { #expect(page.contains("<h4>Only</h4>")) }

    @Test func equalBooksGiveEqualBytes() { #expect(page == Self.book.html(bundle: Self.bundle)) }

    @Test func nothingIsLoadedFromOutside() {
        #expect(!page.contains("src=\"http") && !page.contains("<link") && !page.contains("url("))
    }

    @Test func formulasAreWellFormed() {
        let checker = XMLChecker()
        let formulas = page.matches(of: /<math.*?<\/math>/)
        #expect(formulas.count > 5)
        for formula in formulas { #expect(checker.accepts(String(formula.0)), "\(formula.0)") }
    }

    @Test(arguments: [
        ("hepaticClearance", "hepatic clearance"), ("relativePTH", "relative PTH"), ("byPTH", "by PTH"),
        ("absorption_", "absorption flow"), ("mk4", "mk4"), ("carboxylatedMGP", "carboxylated MGP"), ("Vmax", "vmax"),
        ("R", "R"), ("eGFR", "eGFR"), ("eGFRAtStart", "eGFR at start"), ("factorIIHalfLife", "factor II half life"),
    ])
    func identifiersBecomeWords(identifier: String, words: String) { #expect(BookNames.words(identifier) == words) }

    @Test func aModelWithoutComponentsIsToldToo() {
        var bare = Self.model
        bare.components = []
        let page = ModelBook(bare, version: "1").html(bundle: Self.bundle)
        #expect(page.contains("Other parts") && page.contains("id=\"q-gut.content\""))
    }
}
