import Foundation
import Modeling
import Studies
import Testing

@testable import Physiology

/// The bibliography: every work can be found for good, and every work is used.
@Suite struct ReferenceTests {
    /// Works without a DOI or ISBN, each with what finds it for good instead. The list may only shrink.
    ///
    /// A thesis in its university's repository and a maker's product information have no DOI. The others are papers whose DOI
    /// stands in no record that could be read; a number in PubMed or the library's own record finds them, and no DOI is guessed.
    static let withoutDOI: [String: String] = [
        "budoff2013": "url", "eisaiSyrup": "url", "jones2007": "url", "koitaya2009": "pmid", "lopes2007": "url",
        "olson2002": "url", "uematsu1996": "pmid", "weijs2011": "url",
    ]

    /// A DOI or ISBN; for what has none, a PubMed number or the address of a lasting record.
    @Test func everyWorkIsFoundForGood() {
        for entry in Bibliography.entries.values {
            let isNumbered = entry.fields["doi"] != nil || entry.fields["isbn"] != nil
            #expect(isNumbered != (Self.withoutDOI[entry.key] != nil), "\(entry.key)")
        }
    }

    @Test func whatHasNoDOIHasAnotherLastingMark() throws {
        for (key, field) in Self.withoutDOI.sorted(by: { $0.key < $1.key }) {
            let entry = try #require(Bibliography.entries[key], "\(key)")
            let mark = try #require(entry.fields[field], "\(key) has no \(field)")
            let pattern = try Regex(field == "pmid" ? "[0-9]{7,8}" : "https?://[^ ]+/[^ ]+")
            #expect(try pattern.wholeMatch(in: mark) != nil, "\(key): \(mark)")
        }
    }

    @Test func aDOIIsOne() {
        var seen: [String: String] = [:]
        for entry in Bibliography.entries.values.sorted(by: { $0.key < $1.key }) {
            guard let doi = entry.fields["doi"] else { continue }
            #expect(doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) != nil, "\(entry.key): \(doi)")
            if let other = seen.updateValue(entry.key, forKey: doi.lowercased()) {
                Issue.record("\(entry.key) and \(other) have one DOI")
            }
        }
    }

    /// By a number, a food, a study, a safety statement or a claim.
    @Test func everyWorkIsUsed() throws {
        let doses = Set(Flagship().vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let numbers = Flagship().model(using: doses).quantities.compactMap { quantity -> String? in
            guard case .published(let reference, _)? = quantity.evidence?.origin else { return nil }
            return reference.key
        }
        let used = try Bibliography.keysBesideNumbers().union(numbers)
        let claims = Self.claims
        for key in Bibliography.entries.keys.sorted() where !used.contains(key) {
            let pattern = try Regex("\\b\(key)\\b")
            #expect(claims.contains { $0.contains(pattern) }, "nothing refers to \(key)")
        }
    }

    /// Texts of the claim files, where there are any.
    private static var claims: [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "Claims")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }
}
