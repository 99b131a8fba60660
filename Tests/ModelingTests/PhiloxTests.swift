import Foundation
import Modeling
import Testing

@Suite struct PhiloxTests {
    /// Known answers of Random123's kat_vectors.
    @Test(arguments: [
        ([UInt32](repeating: 0, count: 6), [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8] as [UInt32]),
        ([UInt32](repeating: .max, count: 6), [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
        (
            [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344, 0xA409_3822, 0x299F_31D0],
            [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
        ),
    ])
    func knownAnswers(input: [UInt32], expected: [UInt32]) {
        let block = Philox.block(SIMD4(input[0], input[1], input[2], input[3]), key: SIMD2(input[4], input[5]))
        #expect((0..<4).map { block[$0] } == expected)
    }

    @Test func aKeyGivesItsSequenceWhereverItIsDrawn() {
        var first = CounterGenerator(seed: 7, stream: 1, subject: 42)
        let drawn = (0..<10).map { _ in first.next() }
        var second = CounterGenerator(seed: 7, stream: 1, subject: 42)
        second.position = 5
        #expect((5..<10).map { _ in second.next() } == Array(drawn[5...]))
        for other in [
            CounterGenerator(seed: 8, stream: 1, subject: 42), CounterGenerator(seed: 7, stream: 2, subject: 42),
            CounterGenerator(seed: 7, stream: 1, subject: 43),
        ] {
            var other = other
            #expect(Set((0..<10).map { _ in other.next() }).isDisjoint(with: drawn))
        }
    }

    @Test func normalNumbersHaveTheirMoments() {
        var generator = CounterGenerator(seed: 1, stream: 0, subject: 0)
        let draws = (0..<20_000).map { _ in generator.normal() }
        let mean = draws.reduce(0, +) / 20_000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.04)
    }

    @Test(arguments: [1e-300, 1e-20, 1e-5, 0.02, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.95, 0.9999])
    func quantileInvertsTheDistribution(probability: Double) {
        let x = normalQuantile(probability)
        let back = 0.5 * erfc(-x / 2.0.squareRoot())
        #expect(abs(back - probability) <= 1e-12 * probability)
    }

    @Test func quantileAtTheEdges() {
        #expect(normalQuantile(0) == -.infinity)
        #expect(normalQuantile(1) == .infinity)
        #expect(normalQuantile(1.1).isNaN)
    }
}
