import ArgumentParser
import Foundation
import Modeling
import Physiology
import Reports
import Studies

/// `patency book`: the model book as one page.
struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "Writes the model book: assumptions, equations, sources, figures, studies.",
        discussion: """
            One HTML file that opens offline. Assumed numbers come first, ranked by their share of each output's variance for the
            reference person; figures are simulated and the studies are compared anew each time.

            Examples:
              patency book --out book.html
              patency book --quick --out book.html
            """)

    @Option(help: "Where the page goes; - is standard output.", completion: .file(extensions: ["html"]))
    var out = "book.html"

    @Flag(
        help:
            "Leave out what takes longest: the comparison with the studies, and all but one course that numbers are ranked by."
    )
    var quick = false

    @OptionGroup var drawing: DrawOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let family = Installed.family
        let bundle = try VegaBundle.load()
        let bar = ProgressBar(isQuiet: shared.quiet)
        defer { bar.finish() }
        Interruption.watch()
        let doseInputs = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let model = try family.model(using: doseInputs).validated()
        var book = ModelBook(
            model, guide: family.guide, book: family.book, bibliography: Installed.bibliography,
            otherReferences: try Installed.otherReferences(), identities: Installed.identities(in: model),
            version: BuildFacts.version)
        for (position, figure) in family.book.figures.enumerated() {
            var (own, question) = try figure.question(of: family)
            question.drawCount = drawing.draws ?? question.drawCount
            question.seed = drawing.seed ?? question.seed
            var runner = StudyRunner(family: own, solver: .standard, threadCount: shared.threads)
            runner.progress = { bar.update(done: $0, of: $1) }
            runner.isCancelled = { Interruption.isAsked }
            book.figureResults[position] = try runner.run(question)
        }
        let ranking = try Ranking(threadCount: shared.threads, bar: bar)
        book.safety = family.safetyStatements(for: ranking.scenario)
        let arms = quick ? [ranking.armIndex] : Array(ranking.scenario.arms.indices.reversed())
        book.shares = try arms.map { try ranking.shares(ofArm: $0) }
        if !quick { book.scores = try scores(bar) }
        bar.finish()
        try OutputFile.write(book.html(bundle: bundle), to: out)
        if !shared.quiet, out != "-" { print("Written: \(out)") }
    }

    /// Draws of each comparison with a study, three batches of lanes. z does not depend on them, only the printed range does.
    private static let scoreDrawCount = 24

    private func scores(_ bar: ProgressBar) throws -> [StudyScore] {
        var validation = Validation(
            family: Installed.family, library: Installed.studies, solver: .standard, threadCount: shared.threads)
        validation.drawCount = drawing.draws ?? Self.scoreDrawCount
        validation.seed = drawing.seed ?? validation.seed
        validation.nuisance = FittedValues.nuisance
        validation.progress = { bar.update(done: $0, of: $1) }
        validation.isCancelled = { Interruption.isAsked }
        return try validation.scores()
    }
}
