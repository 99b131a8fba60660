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
            z is (predicted − observed) ÷ standard error of the mean or contrast; ≈ marks a standard error that the study's
            file assumes because the study gives none. Only calibration studies were fitted to. Exit code 1 where a
            calibration observation is missed (|z| above 2) and its file states no cause; 3 where one could not be simulated.

            Predicted is the model with its own numbers; the range is over draws of the uncertain ones. Studies of a year
            with daily doses take at most 32 draws, studies of shares of people at least 400. The qualification report adds what
            the model is for, residuals, the posterior and profiles of the fitted numbers, and what the trials say of an
            effect that may be none.

            Examples:
              patency validate
              patency validate --markdown targets.md
              patency validate --study PK1 --study PK2 --draws 200
              patency validate --qualification out/qualification.html
              patency validate --use validation --json > scores.json
            """)

    @Flag(help: "Print the scores as JSON.")
    var json = false

    @Option(
        help: "Also write the table as Markdown into this file; - is standard output.",
        completion: .file(extensions: ["md"]))
    var markdown: String?

    @Option(
        help: "Also write the qualification report, one page that opens offline; - is standard output.",
        completion: .file(extensions: ["html"]))
    var qualification: String?

    @Option(help: "Studies of this use only; may be given several times: calibration, validation, context.")
    var use = ObservedStudy.Use.allCases

    @Option(help: ArgumentHelp("This study only; may be given several times.", valueName: "id"))
    var study: [String] = []

    @OptionGroup var drawing: DrawOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let known = Set(StudyFiles.all.map(\.identifier))
        if let unknown = study.first(where: { !known.contains($0) }) {
            throw Failure(
                .wrongInput, "'\(unknown)' is not a study (there are \(known.sorted().joined(separator: ", ")))")
        }
        // A missing chart library is told before the minutes of simulation, not after.
        let bundle = try qualification.map { _ in try VegaBundle.load() }
        let bar = ProgressBar(isQuiet: shared.quiet || json)
        var validation = Validation(
            family: Installed.family, library: Installed.studies, solver: .standard, threadCount: shared.threads)
        validation.drawCount = drawing.draws ?? validation.drawCount
        validation.seed = drawing.seed ?? validation.seed
        validation.nuisance = FittedValues.nuisance
        validation.studyIdentifiers = study.isEmpty ? nil : Set(study)
        validation.progress = { bar.update(done: $0, of: $1) }
        Interruption.watch()
        validation.isCancelled = { Interruption.isAsked }
        defer { bar.finish() }
        let scores = try validation.scores(uses: use)
        bar.finish()
        if let markdown { try OutputFile.write(ScoreListing(scores).markdown, to: markdown) }
        if let qualification, let bundle { try OutputFile.write(try report(scores, bundle), to: qualification) }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(scores), as: UTF8.self))
        } else if markdown != "-", qualification != "-" {
            print(ScoreListing(scores).text(), terminator: "")
        }
        let missing = scores.filter { $0.predicted == nil && $0.failedDrawCount > 0 }
        if let first = missing.first {
            throw Failure(
                .solverFailed,
                "\(missing.count) observations could not be simulated, such as \(first.study): \(first.cause)")
        }
        let unexplained = scores.filter { $0.use == .calibration && $0.isMet == false && !$0.hasStatedCause }
        if let first = unexplained.first {
            throw Failure(
                .checkFailed,
                "\(unexplained.count) calibration observations are missed without a stated cause, such as \(first.study): "
                    + "\(first.output), \(first.arm) (state a 'cause' in the study's file, or mend the model)")
        }
    }

    private func report(_ scores: [StudyScore], _ bundle: VegaBundle) throws -> String {
        let family = Installed.family
        let compared = try Installed.studies.studies(use, for: family).filter { study.isEmpty || study.contains($0.id) }
        let example = try Scenario(parsing: family.book.reference, file: "the book's reference", for: family)
        return QualificationReport(
            title: "Vitamin K, calcium and the artery: qualification", guide: family.guide,
            qualification: family.qualification, safety: family.safetyStatements(for: example), studies: compared,
            vocabulary: family.vocabulary, scores: scores, evidence: try FittedPosterior.evidence,
            bibliography: Installed.bibliography, version: BuildFacts.version
        ).html(bundle: bundle)
    }
}

extension ObservedStudy.Use: ExpressibleByArgument {}
