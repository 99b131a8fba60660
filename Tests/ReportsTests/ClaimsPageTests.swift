import Foundation
import Testing

@testable import Claims
@testable import Reports

@Suite struct ClaimsPageTests {
    static func claim(_ id: String, _ text: String, _ rule: VerdictRule, tests: [TestResult] = []) -> ClaimResult {
        ClaimResult(
            id: id, text: text, made: "here", quantifier: .inGeneral, expectation: .open, isHeadline: true,
            brief: "What is known.", facts: [.init(label: "People", text: "adults")], verdict: rule.verdict,
            rule: .init(id: rule.rawValue, text: rule.text), remarks: ["A remark."], certainty: .low,
            plausibility: Plausibility(
                finding: .agrees, share: 0.96, shareLower: 0.8, shareUpper: 0.99, askedShare: 0.9, lower: -3,
                median: -2,
                upper: -1, unit: "AU", drawCount: 25, grade: "contested", gradeReason: "calcification.vitaminK",
                words: "Plausible in the model, ungraded by trials"),
            tests: tests,
            pictures: [
                .course(scenario: "ten years", output: "cac", arm: "MK-4 45 mg a day", against: "No supplement")
            ])
    }

    static var report: ClaimsReport {
        let test = TestResult(
            .trial, finding: "supports", text: "Counted.", columns: ["Study"], rows: [["Shea2009"]],
            references: ["Shea2009"])
        let results = ClaimResults(
            title: "Claims <tested>", about: "About.", reviewed: "2026-01-31", safety: Sample.safety,
            places: [
                .init(key: "here", text: "What is said", author: "A newsletter", work: "An issue of it"),
                .init(key: "there", text: "Where nothing is said"),
            ],
            claims: [
                claim("one", "It <helps> & heals.", .trialsSupportLow, tests: [test]),
                claim("two", "It is nonsense.", .nothingToTest), claim("three", "It harms none.", .harm),
            ], simulations: [.init(scenario: "ten years", manifest: Sample.manifest)])
        return ClaimsReport(
            results, studies: ["ten years": Sample.result], bibliography: Sample.bibliography, version: "0.1.0")
    }

    /// A folded text of the claim file brought its line breaks into the reviews.
    @Test func aReviewIsOneLine() throws {
        var report = Self.report
        report.results.claims[0].brief = "What is\n  known."
        #expect(String(decoding: report.claimReviewFile, as: UTF8.self).contains("\"reviewBody\":\"What is known. "))
    }

    @Test func safetyStandsBeforeAnythingElse() throws {
        let page = Self.report.html(bundle: PageTests.bundle)
        let body = try #require(page.range(of: "<body>"))
        let safety = try #require(page.range(of: Sample.safety[0]))
        for later in ["<h1>", "class=\"answer\"", "class=\"verdict", "class=\"chart\"", "<table>"] {
            let place = try #require(page.range(of: later, range: body.upperBound..<page.endIndex))
            #expect(safety.upperBound < place.lowerBound, "\(later) stands before the safety statements")
        }
    }

    /// Who has two minutes sees the short list; each claim opens from its verdict.
    @Test func claimsAreFoldedBelowTheShortList() throws {
        let page = Self.report.html(bundle: PageTests.bundle)
        let list = try #require(page.range(of: "<ul class=\"headlines\">"))
        for id in ["one", "two", "three"] {
            let link = try #require(page.range(of: "<a href=\"#\(id)\">"))
            let card = try #require(
                page.range(of: "<details class=\"claim\" id=\"\(id)\">\n<summary><span class=\"verdict"))
            #expect(list.lowerBound < link.lowerBound && link.lowerBound < card.lowerBound)
        }
        #expect(!page.contains("<details class=\"claim\" open") && !page.contains("Where nothing is said"))
        // Printing and links open them.
        #expect(page.contains("beforeprint") && page.contains("hashchange"))
    }

    @Test func theHeadCountsVerdicts() {
        let page = Self.report.html(bundle: PageTests.bundle)
        #expect(page.contains("3 claims: 1 partly supported, 1 contradicted and 1 untestable."))
        #expect(page.contains("What is said: 3 claims, 0 supported, 1 partly, 1 contradicted."))
    }

    @Test func textIsEscapedAndTheScoresStandApart() {
        let page = Self.report.html(bundle: PageTests.bundle)
        #expect(page.contains("<h3>It &lt;helps&gt; &amp; heals.</h3>") && !page.contains("<helps>"))
        #expect(page.contains("Studies in people: low certainty"))
        #expect(page.contains("In the model: plausible in the model, ungraded by trials (96\u{A0}% of draws"))
    }

    @Test func eachClaimHasItsPictureTestsAndSources() throws {
        let page = Self.report.html(bundle: PageTests.bundle)
        #expect(page.components(separatedBy: "<div class=\"chart\"").count == 4)
        #expect(page.contains("id=\"picture-one\"") && page.contains("id=\"picture-one-spec\""))
        #expect(page.contains("<a href=\"#work-Shea2009\">") && page.contains("<li id=\"work-Shea2009\">"))
        for rule in VerdictRule.allCases { #expect(page.contains("<code>\(rule.rawValue)</code>")) }
    }

    @Test func equalResultsAreEqualBytes() throws {
        #expect(Self.report.html(bundle: PageTests.bundle) == Self.report.html(bundle: PageTests.bundle))
        #expect(try Self.report.results.json == Self.report.results.json)
        #expect(Self.report.claimReviewFile == Self.report.claimReviewFile)
    }

    @Test func reviewsHaveTheShapeOfSchemaOrg() throws {
        let report = Self.report
        let data = try #require(try JSONSerialization.jsonObject(with: report.claimReviewFile) as? [String: Any])
        #expect(data["@context"] as? String == "https://schema.org")
        let reviews = try #require(data["@graph"] as? [[String: Any]])
        #expect(reviews.count == 3)
        for review in reviews {
            #expect(review["@type"] as? String == "ClaimReview")
            #expect((review["claimReviewed"] as? String)?.isEmpty == false)
            #expect(review["datePublished"] as? String == "2026-01-31")
            let item = try #require(review["itemReviewed"] as? [String: Any])
            #expect(item["@type"] as? String == "Claim")
            #expect((item["author"] as? [String: Any])?["name"] as? String == "A newsletter")
            let work = try #require(item["appearance"] as? [String: Any])
            #expect(work["@type"] as? String == "CreativeWork" && work["name"] as? String == "An issue of it")
            let rating = try #require(review["reviewRating"] as? [String: Any])
            #expect(rating["@type"] as? String == "Rating" && (rating["alternateName"] as? String)?.isEmpty == false)
            #expect((rating["bestRating"] as? Int) == 5 && (rating["worstRating"] as? Int) == 1)
        }
        let ratings = reviews.compactMap { ($0["reviewRating"] as? [String: Any])?["ratingValue"] as? Int }
        #expect(ratings == [4, 1], "what is untestable has no value")
        #expect(reviews[0]["citation"] as? [String] == ["https://doi.org/10.3945/ajcn.2008.27338"])
        let page = report.html(bundle: PageTests.bundle)
        #expect(page.contains("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\""))
    }

    /// Relative to the page beside the file, or absolute where the page's address is known.
    @Test func reviewsHaveIdsThatLeadToTheirClaim() throws {
        func ids(_ report: ClaimsReport) throws -> [String] {
            let data = try #require(try JSONSerialization.jsonObject(with: report.claimReviewFile) as? [String: Any])
            let reviews = try #require(data["@graph"] as? [[String: Any]])
            #expect(reviews.allSatisfy { $0["@id"] as? String == $0["url"] as? String })
            return reviews.compactMap { $0["@id"] as? String }
        }
        var report = Self.report
        #expect(try ids(report) == ["claims.html#one", "claims.html#two", "claims.html#three"])
        report.address = "https://example.org/claims.html"
        #expect(try ids(report).first == "https://example.org/claims.html#one")
        #expect(report.html(bundle: PageTests.bundle).contains("\"https://example.org/claims.html#two\""))
        // A place of which no author is known names none.
        report.results.places = [.init(key: "here", text: "What is said")]
        #expect(!report.claimReviews.text.contains("What is said") && !report.claimReviews.text.contains("appearance"))
    }

    /// Chances of the trials together stand behind the claims, and nowhere where nobody fitted them.
    @Test func whatTrialsSayTogetherIsShownWithWhatTheyCannot() throws {
        var report = Self.report
        #expect(!report.html(bundle: PageTests.bundle).contains("id=\"null\""))
        report.nullEffect = QualificationReportTests.evidence.nullEffect
        report.unidentified = ["Effects of decades."]
        let page = report.html(bundle: PageTests.bundle)
        let section = try #require(page.range(of: "id=\"null\""))
        let rules = try #require(page.range(of: "id=\"rules\""))
        #expect(section.lowerBound < rules.lowerBound && page.contains("<a href=\"#null\">"))
        for text in ["EF1-X, CAC", "55\u{A0}%", "40\u{A0}%", "42\u{A0}%", "<li>Effects of decades.</li>"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func theSummarySaysSafetyFirst() {
        let text = Self.report.summary()
        #expect(text.hasPrefix("! On warfarin"))
        #expect(text.contains("partly supported") && text.contains("untestable") && text.contains("96 %"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
}
