import ArgumentParser
import Foundation
import Modeling
import Physiology
import Reports
import Studies

/// `patency rank`: which uncertain numbers the outputs hang on.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Ranks uncertain numbers by their share of each output's variance, worst first.",
        discussion: """
            Each number with a spread is moved one standard deviation to either side of its centre, the others at rest. Without a
            scenario the reference person and regimen of the model book are meant; of a scenario, the last arm unless one is named.

            Examples:
              patency rank
              patency rank --assumed --top 5
              patency rank --scenario Examples/newsletter.yaml --arm "MK-4 10 mg by mouth" --json
            """)

    @Option(
        help: "Scenario whose person, course and outputs are meant.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "Arm of the scenario; without it the last.")
    var arm: String?

    @Flag(help: "Assumed numbers only; shares stay those of the whole variance.")
    var assumed = false

    @Option(help: "Numbers to print for each output.")
    var top = 10

    @Flag(help: "Print everything as JSON.")
    var json = false

    @Option(help: "File to write how much parts of each grade move each output to, instead of a ranking.")
    var grades: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if arm != nil, scenario == nil { throw ValidationError("--arm needs --scenario") }
        if !(1...10_000).contains(top) { throw ValidationError("--top must be from 1 to 10000, not \(top)") }
    }

    func run() throws {
        let bar = ProgressBar(isQuiet: shared.quiet || json)
        defer { bar.finish() }
        Interruption.watch()
        if let grades {
            let scenarios = try Flagship.gradeReferences.map {
                try Scenario(parsing: $0, file: "the courses of the grades", for: Installed.family)
            }
            var ranking = UncertaintyRanking(family: Installed.family, threadCount: shared.threads)
            ranking.progress = { bar.update(done: $0, of: $1) }
            ranking.isCancelled = { Interruption.isAsked }
            return try OutputFile.write(try GradeShares(measuring: scenarios, by: ranking).csv, to: grades)
        }
        let ranking = try Ranking(scenario: scenario, arm: arm, threadCount: shared.threads, bar: bar)
        let shares = try ranking.shares()
        bar.finish()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(shares), as: UTF8.self))
        } else {
            let listing = ShareListing(shares, models: [ranking.model])
            print(listing.text(top: top, assumedOnly: assumed), terminator: "")
        }
    }
}

/// A ranking of uncertain numbers, as the book and the command ask for it.
struct Ranking {
    let scenario: Scenario
    let armIndex: Int
    let threadCount: Int
    let bar: ProgressBar

    /// - Parameters:
    ///   - scenario: path of a file; `nil` for the reference of the model book.
    ///   - arm: name of its arm; `nil` for the last.
    init(scenario path: String? = nil, arm: String? = nil, threadCount: Int, bar: ProgressBar) throws {
        let family = Installed.family
        let question: Scenario
        if let path {
            question = try Scenario(contentsOf: URL(fileURLWithPath: path), for: family)
        } else {
            question = try Scenario(parsing: family.book.reference, file: "the model book's reference", for: family)
        }
        let name = try arm.map { try question.arm(named: $0, in: path ?? "").name }
        armIndex = question.arms.firstIndex { $0.name == name } ?? question.arms.count - 1
        scenario = question
        self.threadCount = threadCount
        self.bar = bar
    }

    var model: Model { Installed.family.model(using: Set(scenario.arms[armIndex].regimens.map(\.doseInput))) }

    /// - Parameter arm: its place in the scenario; without it the one asked for.
    func shares(ofArm arm: Int? = nil) throws -> UncertaintyShares {
        var ranking = UncertaintyRanking(family: Installed.family, threadCount: threadCount)
        let bar = bar
        ranking.progress = { bar.update(done: $0, of: $1) }
        ranking.isCancelled = { Interruption.isAsked }
        return try ranking.shares(of: scenario, armIndex: arm ?? armIndex)
    }
}
