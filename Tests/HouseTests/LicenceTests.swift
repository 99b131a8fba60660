import Foundation
import Testing

/// Every package the manifest names has a row in the table of licences, and no row is under the GPL.
@Suite struct LicenceTests {
    static func text(_ path: String) throws -> String {
        try String(contentsOf: ImportTests.root.appending(path: path), encoding: .utf8)
    }

    @Test func everyPackageHasALicence() throws {
        let manifest = try Self.text("Package.swift")
        let table = try Self.text("docs/licences.md")
        let rows = Set(
            table.split(separator: "\n").filter { $0.hasPrefix("| ") }.map {
                $0.split(separator: "|")[0].trimmingCharacters(in: .whitespaces).lowercased()
            })
        let urls = manifest.matches(of: #/url: "[^"]*\/([^\/"]+)"/#).map {
            String($0.output.1).replacing(".git", with: "").lowercased()
        }
        for name in urls { #expect(rows.contains(name), "\(name) has no row in docs/licences.md") }
        for row in table.split(separator: "\n") where row.hasPrefix("| ") {
            #expect(!row.contains(#/(^|[^L])GPL-/#), "GPL: \(row)")
        }
    }
}
