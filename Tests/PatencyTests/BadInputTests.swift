import Foundation
import Testing

/// What a person sees of a bad model file: the message, and the exit code of each command.
@Suite struct BadInputTests {
    static let corpus = Program.packageFolder.appending(path: "Tests/ModelFormatsTests/Corpus")

    @Test(arguments: [
        "not-xml", "not-sbml", "cut-off", "entities", "utf16", "gzip", "clash-kinds", "circular-functions", "two-rules",
        "constant-event", "higher-index", "external-outside", "hierarchy-explodes",
    ])
    func endsWithTwoAndNamesTheFile(_ name: String) throws {
        let check = try Program.run("check", "\(name).xml", in: Self.corpus)
        #expect(check.code == 2 && check.output.contains(".xml:"))
        let simulate = try Program.run("simulate", "\(name).xml", "--end", "1", "--out", "-", in: Self.corpus)
        #expect(simulate.code == 2 && simulate.output.isEmpty)
        #expect(simulate.errors.hasPrefix("Error: ") && simulate.errors.contains(".xml"))
    }

    /// Never a wrong number: what is not finite is said to be so, or stops the solver with time and symbol.
    @Test func divisionByZeroAtTheStart() throws {
        let seen = try Program.run(
            "simulate", "ok-divides-by-zero.xml", "--end", "1", "--points", "3", "--out", "-", in: Self.corpus)
        #expect(seen.code == 0 && seen.output.contains("\n0,0,INF\n"))
        for name in ["divides-by-zero-in-rate", "zero-over-zero-in-rate"] {
            let stopped = try Program.run("simulate", "\(name).xml", "--end", "1", "--out", "-", in: Self.corpus)
            #expect(stopped.code == 3 && stopped.output.isEmpty)
            #expect(stopped.errors.contains("stopped at 0.0") && stopped.errors.contains("x = 0.0"))
        }
    }

    @Test func modelsWithoutStatesRun() throws {
        for name in ["ok-no-states", "ok-empty-model", "ok-math-words", "ok-case", "ok-inf-nan", "unit-chaos"] {
            let outcome = try Program.run(
                "simulate", "\(name).xml", "--end", "1", "--points", "2", "--out", "-", in: Self.corpus)
            #expect(outcome.code == 0 && outcome.output.hasPrefix("time"), "\(name): \(outcome.errors)")
        }
    }

    @Test func checkListsUnitsAsWarnings() throws {
        let outcome = try Program.run("check", "unit-chaos.xml", in: Self.corpus)
        #expect(outcome.code == 0)
        #expect(
            outcome.output.contains("warning: ") && outcome.output.contains("correct the formula or the declared units")
        )
    }
}
