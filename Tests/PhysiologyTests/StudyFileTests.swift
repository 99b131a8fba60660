import Studies
import Testing

@testable import Physiology

@Suite struct StudyFileTests {
    @Test(arguments: ObservedStudy.Use.allCases) func everyFileIsRead(use: ObservedStudy.Use) throws {
        let studies = try StudyFiles.library.studies([use], for: Flagship())
        #expect(!studies.isEmpty)
        for study in studies {
            for key in study.references {
                #expect(Bibliography.entries[key] != nil, "\(study.id) refers to \(key)")
            }
        }
    }

    @Test func fileNamesAreIdentifiers() throws {
        let studies = try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship())
        #expect(studies.map(\.id).sorted() == StudyFiles.all.map(\.identifier).sorted())
    }

    /// Classed before any number was tuned; a change here must be argued in the change log.
    @Test func theSplitIsFrozen() throws {
        let validation = try StudyFiles.library.studies([.validation], for: Flagship()).map(\.id)
        #expect(
            validation.sorted() == [
                "VAL-Aoun", "VAL-Binkley", "VAL-Diaz", "VAL-Ikari", "VAL-K4Kidneys", "VAL-KING", "VAL-Koitaya2009",
                "VAL-Nakamura", "VAL-Valkyrie", "VAL-ViKCoVaC", "VAL-VitaVasK",
            ])
    }

    /// What may be fitted to stays what it was; a change needs a decision record.
    @Test func calibrationIsFrozen() throws {
        let calibration = try StudyFiles.library.studies([.calibration], for: Flagship()).map(\.id)
        #expect(
            calibration.sorted() == [
                "BM1", "BM2", "BM3", "BM4", "EF1-AVADEC", "EF1-Shea", "NH1", "NH3", "PK1", "PK2", "PK3", "PK4", "PK5",
                "RAT-Price", "RAT-Schurgers", "RAT-Spronk", "WF1",
            ])
    }

    @Test func everyStudySaysHowItWasDoneAndRead() throws {
        for study in try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship()) {
            #expect(study.design != nil && study.riskOfBias != nil && !study.reading.isEmpty, "\(study.id)")
        }
    }

    /// A number to calibrate on counts: with a published standard error, or one assumed for a stated reason.
    @Test func everyCalibrationNumberHasAStandardError() throws {
        for study in try StudyFiles.library.studies([.calibration], for: Flagship()) {
            for observation in study.observations {
                guard case .value = observation.finding else { continue }
                #expect(
                    observation.standardError != nil || observation.assumedStandardError != nil,
                    "\(study.id): \(observation.output), \(observation.arm)")
            }
        }
    }

    @Test func everyStudyCanExplainAMiss() throws {
        for study in try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship()) {
            #expect(!study.note.isEmpty, "\(study.id)")
        }
    }
}
