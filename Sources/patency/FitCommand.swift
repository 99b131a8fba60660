import ArgumentParser
import Foundation
import Physiology
import Studies

/// `patency fit`: the fitted numbers again, from the calibration studies.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit", abstract: "Fits the fitted numbers to the calibration studies again.",
        discussion: """
            Validation and context studies are not opened. Each number starts at its first estimate, which holds it back as
            an observation with a standard error of a factor of e would. Where a study gives no standard error, the one
            assumed in its file counts; an observation with neither does not. The result is the same for any --threads.

            Examples:
              patency fit
              patency fit --write
            """)

    @Flag(help: "Write the values into the source file.")
    var write = false

    @Option(help: "The source file to write.", completion: .file(extensions: ["swift"]))
    var to = "Sources/Physiology/FittedValues.swift"

    @Option(help: "Iterations at most.")
    var iterations = 30

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if !(1...1000).contains(iterations) {
            throw ValidationError("--iterations must be from 1 to 1000, not \(iterations)")
        }
    }

    func run() throws {
        let source = write ? try FittedSource(contentsOf: to) : nil
        var fit = Calibration.fit(threadCount: shared.threads)
        fit.leastSquares.maximumIterations = iterations
        let isShown = !shared.quiet && StandardError.isTerminal
        fit.progress = { if isShown { StandardError.write("\r\($0) evaluations\u{1B}[K") } }
        let result = try fit.run()
        if isShown { StandardError.write("\r\u{1B}[K") }
        if !shared.quiet { print(Self.text(of: result)) }
        if let source { try result.write(to: URL(fileURLWithPath: to), template: source.updated) }
    }

    private static func text(of result: FitResult) -> String {
        func number(_ value: Double) -> String { String(format: "%.4g", value) }
        var lines = ["Value, from its start, with standard error of the logarithm:"]
        for value in result.values {
            let error = value.standardError.map { "± \(String(format: "%.2f", $0))" } ?? "not determined"
            let study = value.study.map { " (\($0) alone)" } ?? ""
            let bound = value.isAtBound ? ", at the end of its range" : ""
            lines.append(
                "  \(value.identifier)\(study): \(number(value.value)) from \(number(value.start)), \(error)\(bound)")
        }
        lines += ["", "Distance from each observation in standard errors:"]
        lines += result.residuals.map { "  \($0.study), \($0.statistic): \(String(format: "%+.2f", $0.z))" }
        lines += [
            "",
            "Half the sum of squares: \(number(result.cost)) from \(number(result.initialCost)) in \(result.iterationCount) iterations"
                + (result.isConverged ? "" : ", not yet converged"),
        ]
        return lines.joined(separator: "\n")
    }
}
