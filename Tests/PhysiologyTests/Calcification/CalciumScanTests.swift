import Testing

@testable import Physiology

/// Two scans of one heart differ as those of MESA did.
@Suite struct CalciumScanTests {
    private func course(_ score: Double, _ errors: (Double, Double)) throws -> Course {
        try Course(
            person: "{CAC: \(score) AU}", hours: [0],
            parameters: [
                "calcification.scan.error": errors.0, "calcification.scan.errorAtStart": errors.1,
            ])
    }

    @Test func withoutErrorAScanReadsTheScore() throws {
        let course = try course(120, (0, 0))
        #expect(abs(course.start("CAC.scan") - 120) < 1e-9)
        #expect(abs(course.start("CAC.scanChange")) < 1e-9)
    }

    /// 95 % of differences lie within 0.17 S + 4.89 √S (Chung 2008): at errors whose difference is that quantile.
    @Test(arguments: [100.0, 400, 1000]) func pairsDifferByThePublishedLimit(score: Double) throws {
        let one = 1.96 / 2.0.squareRoot()
        let difference = try course(score, (one, -one)).start("CAC.scanChange")
        let limit = 0.17 * score + 4.89 * score.squareRoot()
        #expect(abs(difference / limit - 1) < 0.05, "\(difference) against \(limit)")
    }

    @Test func aScanIsNeverNegative() throws {
        for score in [0.0, 1, 50] { #expect(try course(score, (-3, 3)).start("CAC.scan") >= 0) }
    }
}
