import Foundation
import Modeling
import Studies
import Testing

@testable import Physiology

/// The bibliography: every work can be found for good, and every work is used.
@Suite struct ReferenceTests {
    /// Works whose DOI nobody has seen yet, or that have none: a thesis, a maker's page. The list may only shrink.
    static let withoutDOI: Set<String> = [
        "budoff2013", "eisaiSyrup", "jones2007", "koitaya2009", "lopes2007", "olson2002", "uematsu1996",
        "weijs2011",
    ]

    @Test func everyWorkHasADOIOrISBN() {
        for entry in Bibliography.entries.values {
            let isLasting = entry.fields["doi"] != nil || entry.fields["isbn"] != nil
            #expect(isLasting != Self.withoutDOI.contains(entry.key), "\(entry.key)")
        }
    }

    @Test func theListNamesWorksThatExist() {
        for key in Self.withoutDOI.sorted() { #expect(Bibliography.entries[key]?.locator != nil, "\(key)") }
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
