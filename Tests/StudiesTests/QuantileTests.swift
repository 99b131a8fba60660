import Studies
import Testing

@Suite struct QuantileTests {
    @Test func typeSeven() {
        let values = [1.0, 2, 4, 8]
        #expect(Quantile.ofSorted(values, 0) == 1)
        #expect(Quantile.ofSorted(values, 0.5) == 3)
        #expect(Quantile.ofSorted(values, 1) == 8)
        #expect(abs(Quantile.ofSorted(values, 0.05) - 1.15) < 1e-12)
        #expect(Quantile.ofSorted([7], 0.95) == 7)
        #expect(Quantile.ofSorted([], 0.5).isNaN)
    }

    @Test func bandIsTakenTimeByTime() {
        let band = StudyResult.Band(columns: [[1, 3, 2], [10, 30, 20]])
        #expect(band.median == [2, 20])
        #expect(abs(band.lower[1] - 11) < 1e-12)
        #expect(abs(band.upper[0] - 2.9) < 1e-12)
    }
}
