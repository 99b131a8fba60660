import Foundation
import Testing

/// `patency claims` as a user meets it.
@Suite struct ClaimsCommandTests {
    static func text(expected: String) -> String {
        """
        title: Two claims
        places: {here: In a test}
        scenarios:
          days:
            arms:
              - name: nothing
              - name: swallowed
                doses: [MK-4 10 mg oral daily]
            horizon: 2 days
            draws: 2
        claims:
          - id: stops
            text: Calcium falls within days.
            made: here
            outcome: {output: CAC, direction: down, threshold: 1 AU}
            expected: \(expected)
            tests:
              - simulation: {scenario: days, arm: swallowed, against: nothing, statistic: value at 2 days}
        """
    }

    @Test func resultsAreWritten() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.text(expected: "fails"), to: "c.yaml")
        let outcome = try Program.run("claims", "c.yaml", "--out", "r", "--json", "r/claims.json", in: folder.url)
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("! On warfarin"))
        #expect(outcome.output.hasSuffix("Written: r/claims.html, r/claims.jsonld, r/claims.json\n"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "r").path).sorted()
        #expect(names == ["claims.html", "claims.json", "claims.jsonld"])
    }

    @Test func whatMustHoldAndDoesNotEndsWithOne() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.text(expected: "holds"), to: "c.yaml")
        let outcome = try Program.run("claims", "c.yaml", "-q", in: folder.url)
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: 1 claims expected to hold do not, such as 'stops': "))
        #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "out/claims.html").path))
    }

    @Test func faultsEndWithTwo() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.text(expected: "holds").replacing("1 AU", with: "1 kg"), to: "c.yaml")
        let outcome = try Program.run("claims", "c.yaml", in: folder.url)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: c.yaml:15:"))
        #expect(outcome.errors.contains("claims[1].outcome.threshold: 'kg' does not fit"))
        let missing = try Program.run("claims", "none.yaml", in: folder.url)
        #expect(missing.code == 2 && missing.errors.contains("there is no such file"))
    }

    @Test func threadsChangeNoByte() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.text(expected: "fails"), to: "c.yaml")
        func files(_ threads: String) throws -> [Data] {
            let outcome = try Program.run(
                "claims", "c.yaml", "--out", threads, "--json", "\(threads)/c.json", "--threads", threads, "-q",
                in: folder.url)
            #expect(outcome.code == 0)
            return try ["claims.html", "claims.jsonld", "c.json"].map {
                try Data(contentsOf: folder.url.appending(path: "\(threads)/\($0)"))
            }
        }
        #expect(try files("1") == files("3"))
    }

    @Test(arguments: ["claims.html", "ftp://example.org/claims.html", "https://example.org/claims.html#top"])
    func anAddressIsThatOfAPage(address: String) throws {
        let folder = try ScratchFolder()
        try folder.write(Self.text(expected: "fails"), to: "c.yaml")
        let outcome = try Program.run("claims", "c.yaml", "--address", address, in: folder.url)
        #expect(outcome.code == 2 && outcome.errors.contains("'\(address)' is no address of a page"))
    }
}
