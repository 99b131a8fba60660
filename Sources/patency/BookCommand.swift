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

    @Flag(help: "Leave out what takes longest: the comparison with the studies.")
    var quick = false

    @OptionGroup var drawing: DrawOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let family = Installed.family
        let bundle = try VegaBundle.load()
        let bar = ProgressBar(isQuiet: shared.quiet)
        defer { bar.finish() }
        let doseInputs = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let model = try family.model(using: doseInputs).validated()
        var book = ModelBook(
            model, guide: family.guide, book: family.book, bibliography: Installed.bibliography,
            otherReferences: try Installed.otherReferences(), identities: Installed.identities(in: model),
            version: BuildFacts.version)
        for (position, figure) in family.book.figures.enumerated() {
            var question = try Scenario(parsing: figure.scenario, file: "figure '\(figure.title)'", for: family)
            question.drawCount = drawing.draws ?? question.drawCount
            question.seed = drawing.seed ?? question.seed
            var runner = StudyRunner(family: family, solver: .standard, threadCount: shared.threads)
            runner.progress = { bar.update(done: $0, of: $1) }
            book.figureResults[position] = try runner.run(question)
        }
        let ranking = try Ranking(threadCount: shared.threads, bar: bar)
        book.safety = family.safetyStatements(for: ranking.scenario)
        book.shares = try ranking.scenario.arms.indices.reversed().map { try ranking.shares(ofArm: $0) }
        if !quick { book.scores = try scores(bar) }
        bar.finish()
        try OutputFile.write(book.html(bundle: bundle), to: out)
        if !shared.quiet, out != "-" { print("Written: \(out)") }
    }

    private func scores(_ bar: ProgressBar) throws -> [StudyScore] {
        var validation = Validation(
            family: Installed.family, library: Installed.studies, solver: .standard, threadCount: shared.threads)
        validation.drawCount = drawing.draws ?? validation.drawCount
        validation.seed = drawing.seed ?? validation.seed
        validation.nuisance = FittedValues.nuisance
        validation.progress = { bar.update(done: $0, of: $1) }
        return try validation.scores()
    }
}
