import Foundation
import Testing

/// The claim file that the project ships, as a user gets it. In a debug build the simulations take minutes.
#if !DEBUG
    @Suite(.serialized) struct ShippedClaimsTests {
        /// Files of a run with one thread and of one with two.
        static let runs: [[String: Data]] = (try? [run(threads: 1), run(threads: 2)]) ?? []

        static let address = "https://example.org/k2/claims.html"

        static func run(threads: Int) throws -> [String: Data] {
            let folder = try ScratchFolder()
            let file = Program.packageFolder.appending(path: "Claims/newsletter.yaml").path
            let outcome = try Program.run(
                "claims", file, "--out", ".", "--json", "claims.json", "--threads", "\(threads)", "--address", address,
                "-q",
                in: folder.url)
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
            let names = ["claims.html", "claims.jsonld", "claims.json"]
            return try Dictionary(
                uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.url.appending(path: $0))) })
        }

        @Test func oneThreadAndTwoGiveEqualBytes() throws {
            try #require(Self.runs.count == 2)
            for (name, data) in Self.runs[0] {
                #expect(data.count > 1000)
                let isEqual = data == Self.runs[1][name]
                #expect(isEqual, "\(name)")
            }
        }

        @Test func everyClaimThatCanBeTestedHasAPicture() throws {
            let run = try #require(Self.runs.last)
            let page = String(decoding: try #require(run["claims.html"]), as: UTF8.self)
            let json = try JSONSerialization.jsonObject(with: try #require(run["claims.json"])) as? [String: Any]
            let claims = try #require(json?["claims"] as? [[String: Any]])
            #expect(claims.count >= 55)
            for claim in claims {
                let id = try #require(claim["id"] as? String)
                let isTested = (claim["tests"] as? [Any])?.isEmpty == false
                let places = page.components(separatedBy: "<div class=\"chart\" id=\"picture-\(id)\"></div>").count - 1
                #expect(places == (isTested ? 1 : 0), "\(id)")
                guard isTested else { continue }
                let start = try #require(page.range(of: "id=\"picture-\(id)-spec\">")).upperBound
                let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
                let specification =
                    try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any]
                #expect(((specification?["description"] as? String)?.count ?? 0) > 30, "\(id) has no text alternative")
            }
        }

        @Test func reviewsAreValidAndSayWhoClaims() throws {
            let data = try #require(Self.runs.last?["claims.jsonld"])
            let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(root["@context"] as? String == "https://schema.org")
            let reviews = try #require(root["@graph"] as? [[String: Any]])
            let ids = reviews.compactMap { $0["@id"] as? String }
            #expect(ids.count == reviews.count && Set(ids).count == ids.count)
            for review in reviews {
                let body = try #require(review["reviewBody"] as? String)
                #expect(!body.isEmpty && !body.contains(where: \.isNewline), "\(body)")
            }
            #expect(ids.allSatisfy { $0.hasPrefix(Self.address + "#") && URL(string: $0)?.fragment?.isEmpty == false })
            let authors = reviews.compactMap { review -> String? in
                let item = review["itemReviewed"] as? [String: Any]
                return (item?["author"] as? [String: Any])?["name"] as? String
            }
            #expect(Set(authors) == ["A health newsletter"] && authors.count >= 30 && authors.count < reviews.count)
        }
    }
#endif
