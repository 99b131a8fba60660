import ArgumentParser
import Foundation
import Studies

/// `patency suite`: a folder of cases of the SBML Test Suite.
struct SuiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suite", abstract: "Runs cases of the SBML Test Suite and compares.",
        discussion: """
            Examples:
              patency suite sbml-test-suite/cases
              patency suite sbml-test-suite/cases --cases 00870,01822 --json report.json
              patency suite sbml-test-suite/cases --markdown README.md

            Exit code 1 when a case is wrong or failed; a refusal, decided from the SBML alone, is neither.
            """)

    @Argument(help: "Folder with a folder for each case, or with 'semantic'.", completion: .directory)
    var folder: String

    @Option(help: "Only these cases, separated by commas, or a file with a case a line.")
    var cases: String?

    @Option(help: "File for the outcome of each case.", completion: .file(extensions: ["json"]))
    var json: String?

    @Option(
        help: "File whose lines between <!-- sbml-score --> and <!-- end of sbml-score --> become the score by tag.",
        completion: .file(extensions: ["md"]))
    var markdown: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let names = try cases.map(caseNames)
        let bar = ProgressBar(isQuiet: shared.quiet)
        let suite: SuiteRun
        do {
            suite = try SuiteRun(
                folder: URL(fileURLWithPath: folder), names: names, threads: shared.threads,
                progress: { bar.update(done: $0, of: $1) })
        } catch {
            throw Failure(.wrongInput, "\(folder): cannot be read (give a folder of cases): \(error)")
        }
        bar.finish()
        guard !suite.cases.isEmpty else { throw Failure(.wrongInput, "\(folder) holds no case of the SBML Test Suite") }
        if !shared.quiet { printDetails(suite) }
        if let json { try Data(SuiteReport(suite).text.utf8).write(to: URL(fileURLWithPath: json), options: .atomic) }
        if let markdown { try write(suite.markdown, into: markdown) }
        print(suite.summary)
        if suite.wrong + suite.failed > 0 { Foundation.exit(Failure.Code.checkFailed.rawValue) }
    }

    private func write(_ score: String, into path: String) throws {
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let changed = try MarkedSection("sbml-score").replaced(in: text, by: score)
            try Data(changed.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch let error as MarkedSection.MissingMark {
            throw Failure(.wrongInput, "\(path): \(error.description)")
        } catch {
            throw Failure(.wrongInput, "\(path): cannot be rewritten: \(error.localizedDescription)")
        }
    }

    private func caseNames(_ text: String) throws -> Set<String> {
        let list =
            FileManager.default.fileExists(atPath: text) ? try String(contentsOfFile: text, encoding: .utf8) : text
        return Set(
            list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { name in
                String(repeating: "0", count: max(0, 5 - name.count)) + name
            })
    }

    private func printDetails(_ suite: SuiteRun) {
        for (each, outcome) in zip(suite.cases, suite.outcomes) {
            switch outcome {
            case .passed: break
            case .refused(_, let message): print("\(each.name) refused: \(message)")
            case .wrong(let message): print("\(each.name) WRONG: \(message)")
            case .failed(let message): print("\(each.name) FAILED: \(message)")
            }
        }
        for row in suite.byTag {
            let share = String(format: "%5.1f", 100 * Double(row.passed) / Double(row.count))
            print(
                "\(row.tag.padding(toLength: 32, withPad: " ", startingAt: 0)) \(share) %  \(row.passed) of \(row.count)"
            )
        }
    }
}
