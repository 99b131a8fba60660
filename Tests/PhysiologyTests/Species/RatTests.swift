import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

@Suite struct RatTests {
    private static let human = Flagship().model(using: [Flagship.warfarinOral, Flagship.topical])
    private static let rat = RatFlagship().model(using: [Flagship.warfarinOral])

    private static func value(_ identifier: String, in model: Model) throws -> Double {
        guard case .number(let value, _)? = try #require(model.quantity(identifier)).initial?.kind else {
            throw Missing(identifier: identifier)
        }
        return value
    }

    struct Missing: Error { let identifier: String }

    @Test func everyNumberFitsTheModel() {
        #expect(ParameterSet.rat(scaling: Self.human).misfits(with: Self.human) == [])
    }

    @Test func hasNothingWrong() {
        for doses: Set<String> in [[], [Flagship.warfarinOral]] {
            let issues = RatFlagship().model(using: doses).check()
            #expect(issues.isEmpty, "\(issues.prefix(3))")
        }
    }

    /// Clearances by ¾, volumes and amounts by 1, rates by −¼ of mass; shares and concentrations not at all.
    @Test(arguments: [
        ("vitaminK.mk7.hepaticClearance", 0.75), ("vitaminK.k1.vesselVolume", 1), ("vitaminK.k1.tissueReturn", -0.25),
        ("cycle.liver.background", 1), ("warfarin.clearance", 0.75), ("warfarin.volume", 1), ("warfarin.ic50", 0),
        ("vitaminK.mk4.adiposeClearance", -0.25), ("matrixGla.vessel.halfLife", 0.25), ("vitaminK.k1.molarMass", 0),
        ("vitaminK.mk4.greatestShare", 0),
    ])
    func kineticsScaleWithMass(identifier: String, exponent: Double) throws {
        let expected = try Self.value(identifier, in: Self.human) * pow(0.3 / 70, exponent)
        #expect(abs(try Self.value(identifier, in: Self.rat) / expected - 1) < 1e-9)
    }

    /// Scaling takes the years of the human clock for kinetics; a rat's warfarin must not be slowed by them.
    @Test func ageDoesNotSlowWarfarin() throws {
        #expect(try Self.value("warfarin.usualAge", in: Self.rat) == Self.value("person.age", in: Self.rat))
    }

    /// What was set for rats stays with rats: people keep an effect centred on none.
    @Test func theEffectIsNotCarriedToPeople() throws {
        #expect(try Self.value("calcification.vitaminK.effect", in: Self.rat) > 0)
        #expect(try Self.value("calcification.vitaminK.effect", in: Self.human) == 0)
    }

    /// No human fit sees a rat.
    @Test func ratStudiesNameTheirSpecies() throws {
        let studies = try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship())
        for study in studies { #expect((study.species == "rat") == study.id.hasPrefix("RAT"), "\(study.id)") }
        let rats = studies.filter { $0.species != nil }
        #expect(rats.count == 3)
    }

    #if !DEBUG
        /// After warfarin much of either vitamer halves the calcium and a usual diet does not; on warfarin MK-4 protects and K1 does not.
        @Test func holdsAllThreeStudies() throws {
            var validation = Validation(
                family: Flagship(), library: StudyFiles.library, solver: .standard, threadCount: 2)
            validation.studyIdentifiers = ["RAT-Schurgers", "RAT-Price", "RAT-Spronk"]
            validation.drawCount = 2
            let scores = try validation.scores(uses: [.calibration])
            #expect(scores.count == 11)
            for score in scores {
                let predicted = score.predicted.map { "\($0)" } ?? "nothing"
                #expect(score.isMet == true, "\(score.study): \(score.output) \(score.arm) predicts \(predicted)")
            }
        }

        /// Untreated rats hardly calcify: far less in twelve weeks than treated ones in six.
        @Test func untreatedRatsStayClear() throws {
            let text = """
                id: probe
                title: probe
                species: rat
                reference: price1998
                use: context
                arms:
                  none: []
                  warfarin and K1: ["warfarin 15 mg oral every 6 h for 6 weeks", "K1 7.5 mg oral every 6 h for 6 weeks"]
                  warfarin and MK-4: ["warfarin 15 mg oral every 6 h for 6 weeks", "MK-4 7.5 mg oral every 6 h for 6 weeks"]
                observations:
                  - {arm: none, relative to: {arm: warfarin and K1, output: aorticCalcium}, output: aorticCalcium, statistic: value at 6 weeks, below: 0.15, unit: "1"}
                  - {arm: warfarin and MK-4, relative to: {arm: warfarin and K1, output: aorticCalcium}, output: aorticCalcium, statistic: value at 6 weeks, below: 0.15, unit: "1"}
                  - {arm: none, output: carboxylatedMGP, statistic: value at 6 weeks, value: 31, assumed se: 3, unit: "%", note: set}
                  - {arm: warfarin and K1, output: carboxylatedMGP, statistic: value at 6 weeks, below: 12, unit: "%"}
                  - {arm: warfarin and MK-4, output: carboxylatedMGP, statistic: value at 6 weeks, above: 31, unit: "%"}
                """
            var validation = Validation(
                family: Flagship(), library: StudyLibrary(files: [.init(name: "probe.yaml", text: text)]),
                solver: .standard, threadCount: 2)
            validation.drawCount = 2
            for score in try validation.scores(uses: [.context]) {
                let predicted = score.predicted.map { "\($0)" } ?? "nothing"
                #expect(score.isMet == true, "\(score.arm) \(score.output): \(predicted)")
            }
        }
    #endif
}
