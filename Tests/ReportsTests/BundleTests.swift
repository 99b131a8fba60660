import Foundation
import Testing

@testable import Reports

@Suite struct BundleTests {
    @Test func aMissingBundleNamesThePlacesAndTheRemedy() {
        #expect {
            try VegaBundle.load(environment: [:], binary: "/nowhere/bin/patency")
        } throws: { error in
            "\(error)"
                == "the chart bundle was not found at /nowhere/share/patency/vega-bundle.js or"
                + " /nowhere/bin/share/patency/vega-bundle.js (run `make setup`, or set PATENCY_VEGA to the file"
                + " vega-bundle.js that it made)"
        }
    }

    @Test func theVariableStandsAboveTheBinary() {
        let places = VegaBundle.places(environment: ["PATENCY_VEGA": "/a/b.js"], binary: "/c/bin/patency")
        #expect(places == ["/a/b.js"])
    }

    @Test func aChangedBundleIsRefused() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).js").path
        try AtomicFile.write("abc", to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect { try VegaBundle.load(environment: ["PATENCY_VEGA": path], binary: "") } throws: { error in
            "\(error)".contains("is not the reviewed one: SHA-256 is ba7816bf")
        }
        let found = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(try VegaBundle.load(from: [path], checksum: found).script == "abc")
    }

    /// The code and the set-up script must pin the same bundle.
    @Test func thePinIsTheSetUpScripts() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let pin = root.appendingPathComponent("scripts/vega-bundle.sha256").path
        guard let text = try? String(contentsOfFile: pin, encoding: .utf8) else { return }
        #expect(text.hasPrefix(VegaBundle.checksum))
    }
}
