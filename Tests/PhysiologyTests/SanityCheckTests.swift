import Foundation
import Testing

/// The sanity checks that the model must pass, textbook values all, and the test that makes each.
@Suite struct SanityCheckTests {
    static let checks: [(check: String, folder: String, test: String)] = [
        ("1 half-lives of the clotting factors", "Clotting", "factorsHaveTheirHalfLives"),
        ("2 warfarin 5 mg a day: INR over days", "Clotting", "theINRRisesOverDays"),
        ("3 stopping warfarin", "Clotting", "itFallsAfterStopping"),
        ("3 K1 into a vein", "Clotting", "phylloquinoneIntoAVeinReversesIt"),
        ("3 K1 by mouth", "Clotting", "phylloquinoneByMouthLowersItWithinADay"),
        ("4 no dose of K moves the INR off warfarin", "Clotting", "withoutItNoDoseMovesTheINR"),
        ("4 the same in most of many draws", "Clotting", "inFewDrawsMuchMenaquinoneMovesTheINR"),
        ("5 PTH half-life", "Mineral", "hormoneIsGoneInMinutes"),
        ("5 a fall of calcium raises PTH", "Mineral", "aFallOfCalciumRaisesTheHormoneWithinMinutes"),
        ("5 PTH infusion", "Mineral", "anInfusionOfTheHormoneRaisesCalciumAndCalcitriol"),
        ("6 total calcium", "Mineral", "calciumIsInItsRange"),
        ("6 calcium reabsorption", "Mineral", "aHealthyKidneyKeepsCalcium"),
        ("6 dietary calcium", "Mineral", "dietHardlyMovesCalcium"),
        ("7 falling GFR", "Mineral", "aFailingKidneyLowersCalcitriolFirst"),
        ("8 mean and pulse pressure", "Circulation", "pressuresAgree"),
        ("8 half the compliance", "Circulation", "halfTheComplianceDoublesThePulse"),
        ("8 Bramwell and Hill", "Circulation", "velocityAndDistensibilityFollowBramwellHill"),
        ("9 oxygen", "Circulation", "oxygenIsThatOfTextbooks"),
        ("9 flow to the brain", "Circulation", "flowIsHeldOverAWideRange"),
        ("9 coronary reserve", "Circulation", "coronaryReserveIsThatOfOpenArteries"),
        (
            "10 K against nothing as in the trials", "Calcification",
            "vitaminKDiffersFromNothingByNoMoreThanTheTrialsAllow"
        ),
        ("10 ten years of K", "Calcification", "tenYearsOfVitaminKAreLikeTenOfNothing"),
    ]

    @Test(arguments: checks.indices) func isMade(index: Int) throws {
        let (check, folder, test) = Self.checks[index]
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".swift") }
        let isThere = try files.contains { file in
            let text = try String(contentsOf: place.appending(path: file), encoding: .utf8)
            // Its attribute may stand on the lines before, with arguments.
            return text.components(separatedBy: "@Test").dropFirst().contains { part in
                part.components(separatedBy: "func ").dropFirst().first?.hasPrefix("\(test)(") == true
            }
        }
        #expect(isThere, "check \(check): no test \(test) in \(folder)")
    }
}
