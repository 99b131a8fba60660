import Modeling
import Testing

@testable import Studies

@Suite struct GradeSharesTests {
    private static let shares = GradeShares(rows: [
        nil: [
            "faint": .init(shares: [.speculative: 0.01, .contested: 0.01, .supported: 0.5]),
            "together": .init(shares: [.speculative: 0.03, .contested: 0.03]),
        ],
        "k": ["faint": .init(shares: [.speculative: 0.2]), "together": .init(shares: [:])],
    ])

    @Test func partsCountFromATwentieth() {
        #expect(Self.shares.lowestGrade(of: "faint", doses: []) == .supported)
        #expect(Self.shares.lowestGrade(of: "faint", doses: ["k"]) == .speculative)
        let edge = GradeShares(rows: [nil: ["o": .init(shares: [.contested: GradeShares.leastShare])]])
        #expect(edge.lowestGrade(of: "o", doses: []) == .contested)
        let below = GradeShares(rows: [nil: ["o": .init(shares: [.contested: GradeShares.leastShare.nextDown])]])
        #expect(below.lowestGrade(of: "o", doses: []) == .established)
    }

    @Test func weakerPartsCountWithThoseAbove() {
        #expect(Self.shares.lowestGrade(of: "together", doses: []) == .contested)
    }

    @Test func theLargerOfTwoSharesCountsWithAllBelowIt() {
        let own = GradeShares.Row(shares: [.speculative: 0.1, .contested: 0.2, .supported: 0.7])
        let both = own.atLeast(.init(shares: [.contested: 0.9, .supported: 0.05]))
        #expect(both.upTo(.speculative) == 0.1 && abs(both.upTo(.contested) - 0.9) < 1e-12)
        #expect(abs(both.upTo(.supported) - 1) < 1e-12)
    }

    @Test func whatIsNotInTheTableIsNotKnown() {
        #expect(Self.shares.lowestGrade(of: "faint", doses: ["skin"]) == nil)
        #expect(Self.shares.lowestGrade(of: "other", doses: []) == nil)
        #expect(GradeShares().lowestGrade(of: "faint", doses: []) == nil)
    }

    @Test func theTableReadsBack() throws {
        let read = try #require(GradeShares(csv: Self.shares.csv))
        #expect(read.csv == Self.shares.csv)
        #expect(read.share(of: "faint", upTo: .contested, doses: []) == 0.02)
        #expect(GradeShares(csv: "something else") == nil)
    }
}
