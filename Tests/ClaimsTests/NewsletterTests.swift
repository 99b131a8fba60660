import Foundation
import Physiology
import Studies
import Testing

@testable import Claims

/// The claim file that the project ships.
@Suite struct NewsletterTests {
    static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Claims/newsletter.yaml")

    @Test func itIsReadAndEveryWorkExists() throws {
        let file = try ClaimFile(contentsOf: Self.url, in: Sample.context)
        #expect(file.claims.count { $0.made == "newsletter" } >= 30)
        #expect(file.claims.count { $0.made == "reply" } >= 10)
        #expect(file.outsideRange.isEmpty)
        for claim in file.claims {
            #expect(!claim.brief.isEmpty, "\(claim.id)")
            #expect(claim.tests.isEmpty == (claim.id == "deposits-elsewhere"), "\(claim.id)")
        }
        #expect(file.claims.count(where: \.isHeadline) <= 12, "two minutes of reading")
    }

    /// In a debug build the simulations take minutes.
    #if !DEBUG
        @Test func itRunsInAMinuteWithHonestVerdicts() throws {
            let file = try ClaimFile(contentsOf: Self.url, in: Sample.context)
            let runner = ClaimRunner(family: Sample.context.family, solver: .standard, threadCount: 2)
            let cpu = clock()
            let results = try runner.run(file).results
            // Processor time, since other work on the machine must not fail a test: 60 s on two cores is 120 s of it.
            #expect(Double(clock() - cpu) / Double(CLOCKS_PER_SEC) < 120)
            #expect(results.brokenExpectations.isEmpty)
            for claim in results.claims where claim.expectation == .fails {
                #expect(claim.verdict != .supported && claim.verdict != .partlySupported, "\(claim.id)")
            }
            for claim in results.claims {
                let simulated = claim.tests.contains { $0.kind == .simulation }
                #expect(simulated == (claim.plausibility != nil), "\(claim.id)")
                #expect(claim.pictures.isEmpty == (claim.id == "deposits-elsewhere"), "\(claim.id)")
                if let plausibility = claim.plausibility {
                    #expect(plausibility.drawCount > 0, "\(claim.id): \(plausibility.words)")
                    #expect(plausibility.isGraded || claim.rule.id != "modelAgrees", "\(claim.id)")
                }
            }
        }
    #endif
}
