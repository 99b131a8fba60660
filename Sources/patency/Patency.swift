import ArgumentParser
import Studies

/// The command line: it reads arguments, writes files and chooses exit codes; all else is in the libraries.
@main
struct Patency: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patency",
        abstract: "Simulates vitamin K, calcium and the artery of one person.",
        discussion: """
            Examples:
              patency run Examples/newsletter.yaml --out out
              patency validate
              patency book --out book.html
              patency rank --assumed
              patency claims Claims/newsletter.yaml
              patency simulate model.xml --end 100 --out trajectory.csv
              patency convert model.xml model-l3v2.xml
              patency export flagship flagship.xml
              patency model parameters
              patency foods cheese
              patency dump --stage equations

            Exit codes: 0 done, 1 a check failed, 2 wrong input, 3 the solver failed, 130 stopped by Ctrl-C.
            """,
        version: VersionText.text,
        subcommands: [
            RunCommand.self, ClaimsCommand.self, ValidateCommand.self, FitCommand.self, BookCommand.self,
            RankCommand.self,
            DumpCommand.self, ModelCommand.self, FoodsCommand.self, SimulateCommand.self, CheckCommand.self,
            SuiteCommand.self, ConvertCommand.self, ExportCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Failure(error, of: Self.self).exit()
        }
    }
}
