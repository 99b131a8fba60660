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

    /// Classed before the model was compared with them; a change needs a decision record.
    @Test func theSplitIsFrozen() throws {
        let validation = try StudyFiles.library.studies([.validation], for: Flagship()).map(\.id)
        #expect(
            validation.sorted() == [
                "VAL-Aoun", "VAL-Binkley", "VAL-Diaz", "VAL-Ikari", "VAL-K4Kidneys", "VAL-KING", "VAL-Koitaya2009",
                "VAL-Kurnatowska", "VAL-Nakamura", "VAL-Valkyrie", "VAL-ViKCoVaC", "VAL-VitaVasK",
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

    /// What is only told beside the model changes no number, but a study must not wander out of it unseen.
    @Test func contextIsFrozen() throws {
        let context = try StudyFiles.library.studies([.context], for: Flagship()).map(\.id)
        #expect(
            context.sorted() == [
                "CTX-Budoff2018", "CTX-Erbel", "CTX-Gast", "CTX-Geleijnse", "CTX-Klemp", "CTX-LASA", "CTX-Li2023",
                "CTX-Peeters", "CTX-Riphagen", "CTX-Thijssen", "CTX-Torii", "CTX-VitaK-CAC", "CTX-antagonists",
                "EF1-iPACK-HD", "NH2", "PK6",
            ])
    }

    @Test func everyStudySaysHowItWasDoneAndRead() throws {
        for study in try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship()) {
            #expect(study.design != nil && study.riskOfBias != nil && !study.reading.isEmpty, "\(study.id)")
            #expect(!study.funding.isEmpty, "\(study.id) does not say who paid, or that it was not read")
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
