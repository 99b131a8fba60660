import ArgumentParser
import Foundation
import ModelFormats

/// `patency check`: all there is to say about a file, without simulating.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists what is wrong with an SBML file, units included.",
        discussion: """
            Examples:
              patency check model.xml
              patency check model.xml --quiet && patency simulate model.xml --end 10 --out -

            Exit code 2 when the file cannot be simulated as it is; warnings alone end with 0.
            """)

    @Argument(help: "SBML file, Level 1 to Level 3 Version 2.", completion: .file(extensions: ["xml", "sbml"]))
    var file: String

    @Flag(name: [.short, .long], help: "Leave out warnings.")
    var quiet = false

    func run() throws {
        SBMLReader.expectOneFile()
        let issues = SBMLReader.check(contentsOf: URL(fileURLWithPath: file))
        for issue in issues where !quiet || issue.severity != .warning { print(issue) }
        let counts = FormatIssue.Severity.allCases.map { severity in
            let count = issues.count { $0.severity == severity }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        print(counts.joined(separator: ", "))
        if issues.contains(where: { $0.severity != .warning }) { Foundation.exit(Failure.Code.wrongInput.rawValue) }
    }
}
