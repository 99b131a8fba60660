import ArgumentParser
import Codegen
import Foundation
import ModelFormats
import Modeling
import Reports
import Solvers
import Studies

/// What ends the program early: a message and an exit code.
struct Failure: Error {
    /// Meaning of the exit codes.
    enum Code: Int32 { case done = 0, checkFailed = 1, wrongInput = 2, solverFailed = 3, interrupted = 130 }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// An error as the user sees it.
    init(_ error: any Error, of command: any ParsableCommand.Type) {
        switch error {
        case let failure as Failure: self = failure
        case let error as FormatError: self.init(.wrongInput, error.description)
        case let error as SuiteSettings.SettingsError: self.init(.wrongInput, error.description)
        case let error as ScenarioError: self.init(.wrongInput, error.description)
        case StudyError.cancelled: self.init(.interrupted, "stopped before the end; nothing was written")
        case let error as StudyError: self.init(error.isSolverFailure ? .solverFailed : .wrongInput, error.description)
        case let error as ModelError: self.init(.checkFailed, error.description)
        case let error as CodegenError: self.init(.wrongInput, error.description)
        case let error as SolverError: self.init(.solverFailed, error.description)
        case let error as FitError: self.init(error.isSolverFailure ? .solverFailed : .wrongInput, error.description)
        case let error as ReportError: self.init(.wrongInput, error.description)
        default:
            let isAsked = command.exitCode(for: error) == .success
            self.init(isAsked ? .done : .wrongInput, command.fullMessage(for: error))
        }
    }

    /// Prints the message, help to standard output and all else to standard error, and ends the program.
    func exit() -> Never {
        if code == .done {
            print(message)
        } else {
            let text = message.hasPrefix("Error:") ? message : "Error: \(message)"
            StandardError.write(text.hasSuffix("\n") ? text : text + "\n")
        }
        Foundation.exit(code == .interrupted ? Interruption.exitCode : code.rawValue)
    }
}

/// The stream for messages.
enum StandardError {
    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// Whether a person is looking.
    static var isTerminal: Bool { isatty(2) == 1 }
}
