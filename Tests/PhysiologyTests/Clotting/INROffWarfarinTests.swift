import Testing

@testable import Physiology
@testable import Studies

/// Vitamin K without warfarin over the range of the uncertain numbers.
@Suite struct INROffWarfarinTests {
    #if DEBUG
        private static let drawCount = 12
    #else
        private static let drawCount = 48
    #endif

    private static let draws = ParameterDraws(seed: 31, posterior: FittedPosterior.draws)

    /// INR before, at its least and after three months, in each draw.
    private func levels(_ dose: String, diet: String) throws -> [(before: Double, least: Double, after: Double)] {
        let model = Flagship().model(using: [])
        let courses = try DrawnCourses(
            diet: diet, doses: [dose], hours: days(0, 7, 30, 90),
            draws: (0..<Self.drawCount).map { Self.draws.values(for: model, drawIndex: $0) })
        return courses["INR"].map { ($0[0], $0.min()!, $0.last!) }
    }

    /// On a usual diet in hardly any draw; the page of what the model cannot say allows for a draw in six.
    @Test func inFewDrawsMuchMenaquinoneMovesTheINR() throws {
        let found = try levels("MK-4 45 mg oral with 30 g fat daily", diet: "{}")
        let moves = found.map { abs($0.after - $0.before) }
        #expect(found.allSatisfy { $0.least > 1 - 1e-3 }, "nobody clots more than with all factors whole")
        #expect(median(moves) < 0.002 && moves.contains { $0 > 1e-5 }, "\(moves)")
        let share = Double(moves.count { $0 > 0.05 }) / Double(moves.count)
        #expect(share < 0.03, "\(share)")
    }

    /// Who eats next to none is short of it in many draws: the same dose then makes whole, and no more than whole.
    @Test func whoIsShortIsMadeWhole() throws {
        let found = try levels("MK-4 45 mg oral with 30 g fat daily", diet: "{K1: 20 ug/d, MK-4: 0 ug/d, MK-7: 0 ug/d}")
        let share = Double(found.count { $0.before - $0.after > 0.05 }) / Double(found.count)
        #expect((0.2...0.7).contains(share), "\(share)")
        #expect(found.allSatisfy { $0.after < 1.05 && $0.least > 1 - 1e-3 && $0.after < $0.before + 1e-3 })
    }

    @Test func inPeopleWithPlentyItMovesLess() throws {
        let found = try levels("MK-4 15 mg oral with 20 g fat every 8 h", diet: "{K1: 400 ug/d, MK-7: 60 ug/d}")
        let moves = found.map { abs($0.after - $0.before) }
        #expect(found.allSatisfy { $0.least > 1 - 1e-3 })
        #expect(moves.allSatisfy { $0 < 0.05 } && median(moves) < 0.002, "\(moves.sorted().suffix(12))")
    }
}
