import Foundation
import Studies
import Testing

@testable import Reports

@Suite struct ScoreListingTests {
    /// Scores as a file holds them: an assumed error, a stated cause, a direction, a limit that is not known.
    static func listing() throws -> ScoreListing {
        let common = #""title":"T","drawCount":32,"failedDrawCount":0"#
        let text = """
            [
            {\(common),"study":"PK2","use":"calibration","arm":"dose","output":"plasma.mk4","statistic":"maximum","unit":"ng/mL",
             "predicted":309,"predictedLower":179,"predictedUpper":572,"observed":325,"standardError":49,"hasAssumedError":true,
             "z":-0.33,"isMet":true,"cause":"","hasStatedCause":false},
            {\(common),"study":"BM2","use":"calibration","arm":"control","output":"dpucMGP","statistic":"change from 0 to 3 years",
             "unit":"pmol/L","predicted":1e-13,"predictedLower":0,"predictedUpper":1e-12,"observed":-40,"standardError":14.4,
             "hasAssumedError":false,"z":2.8,"isMet":false,"cause":"People without it\\nfell too.","hasStatedCause":true},
            {\(common),"study":"VAL-Nakamura","use":"validation","arm":"600 ug","against":"none","output":"ucOC",
             "statistic":"change from 0 to 1 week","unit":"ng/mL","predicted":-0.26,"predictedLower":-1,"predictedUpper":-0.04,
             "limit":"down","hasAssumedError":false,"isMet":true,"cause":"","hasStatedCause":false},
            {\(common),"study":"PK3","use":"calibration","arm":"MK-4","output":"plasma.mk4","statistic":"maximum","unit":"ng/mL",
             "predicted":2.9,"limit":"not seen","hasAssumedError":false,"cause":"No limit is known.","hasStatedCause":true}
            ]
            """
        return ScoreListing(try JSONDecoder().decode([StudyScore].self, from: Data(text.utf8)))
    }

    @Test func tellsWhatWasFoundAndAssumed() throws {
        let text = try Self.listing().text()
        #expect(text.contains("325 ± ≈49") && text.contains("≈−0.3") && text.contains("≈: the study"))
        #expect(text.contains("down") && text.contains("not seen") && !text.contains("not available"))
        #expect(
            text.contains("BM2, control: People without it fell too.") && text.contains("PK3, MK-4: No limit is known.")
        )
        #expect(text.contains("Calibration: 1 of 2 met; validation: 1 of 1 met; 1 not scored."))
        #expect(!text.contains("×10") && !text.contains("no cause is stated"))
    }

    @Test func groupsByTarget() throws {
        let scores = try Self.listing().scores
        var mixed = scores + scores
        mixed[1].study = "EF1-AVADEC"
        mixed[4].study = "EF1-Shea"
        let targets = ScoreListing(mixed).targets
        #expect(targets.map(\.target) == ["PK2", "EF1", "VAL", "PK3", "BM2"])
        #expect(targets[1].scores.map(\.study) == ["EF1-AVADEC", "EF1-Shea"])
    }

    @Test func isATableInMarkdown() throws {
        let text = try Self.listing().markdown
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(rows.count == 2 + 4 && rows.allSatisfy { $0.split(separator: "|").count >= 6 })
        #expect(text.contains("| BM2 | calibration |") && text.contains("| missed |"))
        #expect(
            text.contains("- **BM2**, dpucMGP change from 0 to 3 years, control [pmol/L]: People without it fell too."))
        #expect(text.contains("Calibration: 1 of 2 met") && text.contains("z = (predicted − observed)"))
    }

    @Test func keepsTheWidth() throws {
        #expect(try Self.listing().text().split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
}
