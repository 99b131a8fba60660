import Testing

@testable import ModelFormats

@Suite struct NumberTextTests {
    /// Doubles of every size, by their bits.
    static let samples: [Double] = {
        var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
        return (0..<2000).map { _ in
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(bitPattern: bits ^ bits >> 29)
        }.filter(\.isNormal) + [
            0.1 + 0.2, 1e-9, .leastNormalMagnitude, .greatestFiniteMagnitude, -1.5e300, 6.02214179e23, 1e15, -0.125,
        ]
    }()

    @Test func decimalsReadBackToTheLastBit() {
        for value in Self.samples {
            let text = NumberText.decimal(value)
            #expect(Double(text) == value)
            #expect(!text.contains("e"))
        }
    }

    @Test func attributesAreDoublesOfXMLSchema() {
        for value in Self.samples { #expect(Double(NumberText.attribute(value)) == value) }
        #expect(NumberText.attribute(.nan) == "NaN")
        #expect(NumberText.attribute(-.infinity) == "-INF")
        #expect(NumberText.attribute(3) == "3")
        #expect(NumberText.attribute(.leastNonzeroMagnitude) == "0")
        #expect(NumberText.decimal(2.5e-7) == "0.00000025")
        #expect(NumberText.decimal(-1.25e18) == "-1250000000000000000")
    }
}
