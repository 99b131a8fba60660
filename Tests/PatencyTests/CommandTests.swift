import Foundation
import Studies
import Testing

@testable import patency

@Suite struct CommandTests {
    let here = FileManager.default.temporaryDirectory

    @Test func versionNamesWhatItWasBuiltWith() throws {
        let outcome = try Program.run("--version", in: here)
        #expect(outcome.code == 0)
        for word in ["patency 0.", "SUNDIALS: cvodes", "kernel: bytecode", "processor: ", "Swift: 6"] {
            #expect(outcome.output.contains(word))
        }
    }

    @Test func helpHasExamplesAndGoesToStandardOutput() throws {
        for command in [
            ["--help"], ["help", "run"], ["validate", "--help"], ["fit", "--help"], ["dump", "--help"],
            ["model", "--help"],
        ] {
            let outcome =
                command.count == 1
                ? try Program.run(command[0], in: here) : try Program.run(command[0], command[1], in: here)
            #expect(outcome.code == 0 && outcome.errors.isEmpty)
            #expect(outcome.output.contains("USAGE: patency"))
        }
    }

    /// Arguments that are refused, and words of the message.
    static let mistakes: [([String], String)] = [
        (["runn"], "Unexpected argument 'runn'"),
        (["run"], "Missing expected argument '<scenario>'"),
        (["run", "a.yaml", "--threads", "0"], "--threads must be from 1 to 1024, not 0"),
        (["run", "a.yaml", "--draws", "0"], "--draws must be from 1 to 1000000, not 0"),
        (["run", "a.yaml", "--seed", "-1"], "--seed"),
        (["run", "a.yaml", "--format", "pdf"], "pdf"),
        (["dump"], "Missing expected argument '--stage <stage>'"),
        (["dump", "--stage", "gradient"], "gradient"),
        (["dump", "--stage", "model", "--arm", "x"], "--arm needs --scenario"),
        (["model", "rivers"], "rivers"),
        (["fit", "--write", "--to", "no/such/file.swift"], "cannot read no/such/file.swift"),
        (["validate", "--study", "PK99"], "'PK99' is not a study"),
        (["fit", "--iterations", "0"], "--iterations must be from 1 to 1000, not 0"),
    ]

    @Test(arguments: mistakes)
    func mistakesEndWithTwo(arguments: [String], words: String) throws {
        let outcome = try Program.run(arguments, in: here)
        #expect(outcome.code == 2)
        #expect(outcome.errors.hasPrefix("Error: ") && outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func everyStageIsPrinted() throws {
        for (stage, start) in [
            ("model", "model Patency flagship"), ("equations", "equations of"), ("jacobian", "Jacobian of"),
            ("kernel", "kernel bytecode"), ("native", "declare "),
        ] {
            let outcome = try Program.run("dump", "--stage", stage, in: here)
            #expect(outcome.code == 0 && outcome.output.hasPrefix(start))
        }
    }

    @Test func anArmsModelIsPrintedAndAnUnknownArmRefused() throws {
        let example = Program.packageFolder.appending(path: "Examples/newsletter.yaml").path
        let skin = try Program.run(
            "dump", "--stage", "model", "--scenario", example, "--arm", "MK-4 10 mg on the skin, daily", in: here)
        let plain = try Program.run("dump", "--stage", "model", "--scenario", example, in: here)
        #expect(skin.code == 0 && plain.code == 0 && skin.output.count > plain.output.count)
        let unknown = try Program.run("dump", "--stage", "model", "--scenario", example, "--arm", "other", in: here)
        #expect(unknown.code == 2 && unknown.errors.contains("'other' is not an arm"))
    }

    @Test func theModelIsListed() throws {
        for part in ["states", "parameters", "outputs", "sources"] {
            let outcome = try Program.run("model", part, in: here)
            #expect(outcome.code == 0 && outcome.output.count > 500)
        }
    }

    @Test func fittedNumbersAreReplacedAndNamesKept() throws {
        let text =
            "    let a = FittedValue(\"x.y\", 0.22, study: \"PK1\")\n    let b = FittedValue(\"x.z\", 1, study: \"PK2\")\n"
        var result = try JSONDecoder().decode(
            FitResult.self,
            from: Data(
                #"{"values":[],"residuals":[],"initialCost":1,"cost":1,"iterationCount":1,"isConverged":true,"coordinates":[],"searches":[]}"#
                    .utf8))
        result.values = [
            .init(identifier: "x.y", study: nil, start: 0.22, value: 0.312345, standardError: nil, isAtBound: false)
        ]
        #expect(try FittedSource(text: text).updated(with: result) == text.replacing("0.22", with: "0.3123"))
        let table = text + "    static let nuisance: [String: [String: Double]] = [:]\n}\n"
        result.values.append(
            .init(identifier: "assay", study: "BM2", start: 1, value: 1.5, standardError: nil, isAtBound: false))
        let written = try FittedSource(text: table).updated(with: result)
        #expect(written.hasSuffix("= [\n        \"BM2\": [\"assay\": 1.5],\n    ]\n}\n"))
        #expect(try FittedSource(text: written).updated(with: result) == written)
    }

    /// A long entry is broken after the parenthesis; its value was left as it stood, without a word.
    @Test func aFittedNumberOnASecondLineIsReplacedToo() throws {
        let text = "    let a = FittedValue(\n        \"x.y\", 0.22, estimate: 0.2, study: \"PK1\")\n"
        var result = try JSONDecoder().decode(
            FitResult.self,
            from: Data(
                #"{"values":[],"residuals":[],"initialCost":1,"cost":1,"iterationCount":1,"isConverged":true,"coordinates":[],"searches":[]}"#
                    .utf8))
        result.values = [
            .init(identifier: "x.y", study: nil, start: 0.22, value: 0.312345, standardError: nil, isAtBound: false)
        ]
        #expect(try FittedSource(text: text).updated(with: result) == text.replacing("0.22", with: "0.3123"))
    }

    /// They were left out without a word, so that the file kept values that no fit had given.
    @Test func fittedNumbersWithoutAnEntryAreNamed() throws {
        let text = "    let a = FittedValue(\"x.y\", 0.22, study: \"PK1\")\n"
        var result = try JSONDecoder().decode(
            FitResult.self,
            from: Data(
                #"{"values":[],"residuals":[],"initialCost":1,"cost":1,"iterationCount":1,"isConverged":true,"coordinates":[],"searches":[]}"#
                    .utf8))
        result.values = ["x.y", "new.one", "new.two"].map {
            .init(identifier: $0, study: nil, start: 1, value: 2, standardError: nil, isAtBound: false)
        }
        #expect {
            try FittedSource(text: text).updated(with: result)
        } throws: { error in
            (error as? Failure)?.code == .wrongInput
                && (error as? Failure)?.message.contains("no entry for new.one, new.two") == true
        }
        result.values = [
            .init(identifier: "assay", study: "BM2", start: 1, value: 1.5, standardError: nil, isAtBound: false)
        ]
        #expect(throws: Failure.self) { try FittedSource(text: text).updated(with: result) }
    }

    @Test func everyStudyFileCanBeRead() throws {
        #expect(try Installed.studies.studies(ObservedStudy.Use.allCases, for: Installed.family).count >= 20)
    }
}
