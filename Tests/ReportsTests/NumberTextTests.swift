import Testing

@testable import Reports

@Suite struct NumberTextTests {
    static let cases: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (1, "1.00"), (9.996, "10.0"), (99.96, "100"), (142.4, "142"), (1234, "1230"),
        (12_345, "12,300"), (-51, "−51.0"), (0.012345, "0.0123"), (2.5e-6, "2.50×10⁻⁶"), (3e8, "3.00×10⁸"),
        (.nan, "not available"), (-.infinity, "not available"), (999_999, "1,000,000"),
    ]

    @Test(arguments: cases)
    func threeSignificantDigits(value: Double, text: String) {
        #expect(NumberText.value(value) == text)
    }

    @Test func signedValuesCarryTheirSign() {
        #expect(NumberText.value(30, signed: true) == "+30.0")
        #expect(NumberText.value(-12, signed: true) == "−12.0")
        #expect(NumberText.value(0, signed: true) == "0")
    }

    @Test func aRangeSharesItsLastPlace() {
        #expect(NumberText.interval(Interval(lower: 98.31, median: 142.2, upper: 201.4)) == "142 (98 to 201)")
        #expect(NumberText.range(-12.04, 30.02, signed: true) == "−12.0 to +30.0")
        #expect(NumberText.interval(Interval(lower: 0.0204, median: 0.5, upper: 900)) == "0.50 (0.020 to 900)")
        #expect(NumberText.interval(Interval(lower: 1, median: .nan, upper: 2)) == "not available")
    }

    @Test func lengthsOfTime() {
        #expect(TimeScale.words(87_660) == "10 years")
        #expect(TimeScale.words(8766) == "1 year")
        #expect(TimeScale.words(84 * 24) == "84 days")
        #expect(TimeScale.words(24) == "24 hours")
        #expect(TimeScale.words(13_149) == "1.50 years")
    }
}
