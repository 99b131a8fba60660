import Claims
import Foundation

extension ClaimsReport {
    /// The claims as schema.org ClaimReview (JSON-LD), one object a claim; untestable ones have no rating value.
    ///
    /// Ids are `ADDRESS#claim`; without an address `claims.html#claim`, relative to wherever page and file stand together.
    var claimReviews: JSONValue {
        ["@context": "https://schema.org", "@graph": .array(results.claims.map(review))]
    }

    /// The same as a file.
    public var claimReviewFile: Data { Data((claimReviews.text + "\n").utf8) }

    private func review(_ claim: ClaimResult) -> JSONValue {
        let words = VerdictWords(verdict: claim.verdict)
        var rating: JSONValue = ["@type": "Rating", "bestRating": 5, "worstRating": 1]
        if let value = words.rating { rating = rating.adding(["ratingValue": .number(Double(value))]) }
        rating = rating.adding([
            "alternateName": .string(words.title), "ratingExplanation": .string(claim.rule.text),
        ])
        let works = claim.tests.flatMap(\.references).compactMap { bibliography[$0]?.address }
        var seen: Set<String> = []
        let citations = works.filter { seen.insert($0).inserted }.map(JSONValue.string)
        let review: JSONValue = [
            "@type": "ClaimReview",
            "@id": .string("\(address ?? "claims.html")#\(claim.id)"),
            "url": .string("\(address ?? "claims.html")#\(claim.id)"),
            "claimReviewed": .string(claim.text),
            "itemReviewed": item(claim),
            "author": ["@type": "Organization", "name": .string("Patency \(version)")],
            "reviewRating": rating,
            "reviewBody": .string(
                [claim.brief, claim.certaintyText + "."].filter { !$0.isEmpty }.joined(separator: " ").onOneLine),
        ]
        let dated = results.reviewed.isEmpty ? review : review.adding(["datePublished": .string(results.reviewed)])
        return citations.isEmpty ? dated : dated.adding(["citation": .array(citations)])
    }

    /// The claim with who made it and where, so far as the file names them.
    private func item(_ claim: ClaimResult) -> JSONValue {
        let place = results.places.first { $0.key == claim.made }
        var item: JSONValue = ["@type": "Claim", "name": .string(claim.text)]
        let author = place?.author.map { JSONValue.object([("@type", "Organization"), ("name", .string($0))]) }
        if let author { item = item.adding(["author": author]) }
        if let work = place?.work {
            let appearance: JSONValue = ["@type": "CreativeWork", "name": .string(work)]
            item = item.adding(["appearance": author.map { appearance.adding(["author": $0]) } ?? appearance])
        }
        return item
    }
}
