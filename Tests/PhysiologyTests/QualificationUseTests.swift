import Studies
import Testing

@testable import Physiology

@Suite struct QualificationUseTests {
    /// A study that is scored but bears on no use would be left out of every evaluation.
    @Test(arguments: [ObservedStudy.Use.calibration, .validation]) func everyScoredStudyBearsOnAUse(
        use: ObservedStudy.Use
    ) throws {
        let beginnings = Flagship().qualification.uses.flatMap(\.studies)
        for study in try StudyFiles.library.studies([use], for: Flagship()) {
            #expect(beginnings.contains { study.id.hasPrefix($0) }, "\(study.id)")
        }
    }

    @Test func everyBeginningNamesAStudy() {
        for beginning in Flagship().qualification.uses.flatMap(\.studies) {
            #expect(StudyFiles.all.contains { $0.identifier.hasPrefix(beginning) }, "\(beginning)")
        }
    }
}
