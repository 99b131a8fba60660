import Studies
import Testing

@testable import Physiology

/// What the fit was made to: each row is met, or its file says why not.
@Suite struct CalibrationRowTests {
    #if !DEBUG
        @Test func everyRowIsMetOrHasAWrittenCause() throws {
            var validation = Validation(
                family: Flagship(), library: StudyFiles.library, solver: .standard, threadCount: 2)
            validation.nuisance = FittedValues.nuisance
            // Rows are judged by the model's own numbers; only shares of people need draws.
            validation.drawCount = 2
            let scores = try validation.scores(uses: [.calibration])
            #expect(scores.count > 40)
            for score in scores where score.isMet != true {
                let row = "\(score.study), \(score.arm): \(score.output) \(score.statistic)"
                #expect(!score.cause.isEmpty, "\(row) is not scored and says nothing")
                if let z = score.z { #expect(score.hasStatedCause, "\(row): z \(z) without a cause of its own") }
                if score.isMet == false { #expect(score.hasStatedCause, "\(row) is missed without a cause of its own") }
            }
        }
    #endif

    /// The table in the file is not for show: a cause without a miss is possible, a blank one is not.
    @Test func noCauseIsBlank() throws {
        for study in try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship()) {
            for observation in study.observations where !observation.cause.isEmpty {
                #expect(observation.cause.count > 40, "\(study.id): \(observation.cause)")
            }
        }
    }
}
