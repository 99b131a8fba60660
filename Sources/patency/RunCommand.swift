import ArgumentParser
import Foundation
import Modeling
import Reports
import Studies

/// `patency run`: a scenario, simulated and written up.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Simulates a scenario and writes a page, tables and data.",
        discussion: ScenarioGuide(vocabulary: Installed.family.vocabulary).text)

    @Argument(help: "Scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @Option(help: "Folder for the results; it is made where it does not exist.", completion: .directory)
    var out = "out"

    @Option(
        help:
            "What to write; may be given several times: \(ResultFormat.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var format = ResultFormat.allCases

    @OptionGroup var drawing: DrawOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let url = URL(fileURLWithPath: scenario)
        var question = try Scenario(contentsOf: url, for: Installed.family)
        question.drawCount = drawing.draws ?? question.drawCount
        question.seed = drawing.seed ?? question.seed
        // Whatever would stop the results from being kept is found before the time is spent.
        let bundle = format.contains(.html) ? try VegaBundle.load() : nil
        let folder = try OutputFolder(out)
        let bar = ProgressBar(isQuiet: shared.quiet)
        var runner = StudyRunner(family: Installed.family, solver: .standard, threadCount: shared.threads)
        runner.progress = { bar.update(done: $0, of: $1) }
        Interruption.watch()
        runner.isCancelled = { Interruption.isAsked }
        defer { bar.finish() }
        let result = try runner.run(question)
        bar.finish()
        let report = Report(
            result, guide: Installed.family.guide,
            models: question.arms.map { Installed.family.model(using: Set($0.regimens.map(\.doseInput))) },
            bibliography: Installed.bibliography)
        let name = url.deletingPathExtension().lastPathComponent
        for kind in ResultFormat.allCases where format.contains(kind) {
            switch kind {
            case .html: try bundle.map { try folder.write(Data(report.html(bundle: $0).utf8), to: "\(name).html") }
            case .csv: try folder.write(Data(report.csv.utf8), to: "\(name).csv")
            case .json: try folder.write(try result.json, to: "\(name).json")
            }
        }
        guard !shared.quiet else { return }
        print(report.summary(), terminator: "")
        print(
            "\nWritten: "
                + ResultFormat.allCases.filter(format.contains).map { "\(out)/\(name).\($0.rawValue)" }.joined(
                    separator: ", "))
    }
}

/// Kinds of files that a run writes.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument { case html, csv, json }
