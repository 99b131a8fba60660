import ArgumentParser
import Foundation
import Physiology
import Reports
import Studies

/// `patency validate`: the model against every observed study.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Compares the model with what studies observed, one line an observation.",
        discussion: """
            Scores tell; they do not pass or fail. z is (predicted − observed) ÷ standard error of the mean or contrast.
            Only calibration studies were fitted to. Exit code 3 where an observation could not be simulated at all.

            Examples:
              patency validate
              patency validate --use validation --json > scores.json
            """)

    @Flag(help: "Print the scores as JSON.")
    var json = false

    @Option(help: "Studies of this use only; may be given several times: calibration, validation, context.")
    var use = ObservedStudy.Use.allCases

    @OptionGroup var drawing: DrawOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let bar = ProgressBar(isQuiet: shared.quiet || json)
        var validation = Validation(
            family: Installed.family, library: Installed.studies, solver: .standard, threadCount: shared.threads)
        validation.drawCount = drawing.draws ?? validation.drawCount
        validation.seed = drawing.seed ?? validation.seed
        validation.progress = { bar.update(done: $0, of: $1) }
        defer { bar.finish() }
        let scores = try validation.scores(uses: use)
        bar.finish()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(scores), as: UTF8.self))
        } else {
            print(
                ScoreTable("The model against observed studies", rows: scores.map(ScoreRow.init)).text(), terminator: ""
            )
        }
        let missing = scores.filter { $0.predicted == nil && $0.failedDrawCount > 0 }
        if let first = missing.first {
            throw Failure(
                .solverFailed,
                "\(missing.count) observations could not be simulated, such as \(first.study): \(first.cause)")
        }
    }
}

extension ObservedStudy.Use: ExpressibleByArgument {}

extension ScoreRow {
    /// A score as a row of the table.
    init(_ score: StudyScore) {
        let contrast = score.against.map { " against \($0)" } ?? ""
        let limit = score.limit.map { ", observed: \($0)" } ?? ""
        let range = score.predictedLower.flatMap { lower in score.predictedUpper.map { lower...max(lower, $0) } }
        self.init(
            score.study, ScoreRow.Use(rawValue: score.use.rawValue) ?? .context,
            "\(score.output), \(score.statistic), \(score.arm)\(contrast)\(limit)", unit: score.unit,
            prediction: score.predicted ?? .nan, predictionRange: range, observed: score.observed ?? .nan,
            standardError: score.standardError, zScore: score.z, cause: score.cause)
    }
}
