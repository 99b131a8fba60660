import Foundation
import Studies
import Testing

@testable import patency

/// The program as a user meets it: exit codes, messages and files.
@Suite struct RunTests {
    static let short = """
        title: Short
        arms:
          - name: nothing
          - name: treated
            doses: [MK-4 10 mg oral daily]
        horizon: 2 days
        outputs: [plasma.mk4, CAC]
        draws: 2
        """

    @Test func resultsAreWrittenAndSummarised() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.short, to: "short.yaml")
        let outcome = try Program.run(
            "run", "short.yaml", "--out", "results", "--format", "csv", "--format", "json", in: folder.url)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty, "a bar is drawn only for a person")
        #expect(outcome.output.contains("warfarin"), "safety stands in the summary")
        #expect(outcome.output.hasSuffix("Written: results/short.csv, results/short.json\n"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "results").path)
            .sorted()
        #expect(names == ["short.csv", "short.json"])
    }

    /// Harm under ultraviolet A light is said on the screen, on the page and beside the numbers.
    @Test func aRunOnTheSkinSaysWhatLightDoes() throws {
        let folder = try ScratchFolder()
        let topical = Self.short.replacing("MK-4 10 mg oral", with: "MK-4 10 mg topical on 50 cm2")
            .replacing("plasma.mk4, CAC", with: "skin.mk4, skin.held")
        try folder.write(topical, to: "skin.yaml")
        let outcome = try Program.run(
            "run", "skin.yaml", "--out", "r", "--format", "html", "--format", "json", in: folder.url)
        #expect(outcome.code == 0 && outcome.output.contains("ultraviolet A"))
        for file in ["skin.html", "skin.json"] {
            let text = try String(contentsOf: folder.url.appending(path: "r/\(file)"), encoding: .utf8)
            #expect(text.contains("ultraviolet A") && text.contains("phototoxic to cells in culture"), "\(file)")
        }
    }

    @Test func threadsChangeNoByteAndTheSeedDoes() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.short, to: "short.yaml")
        func json(_ name: String, _ threads: String, _ seed: String) throws -> Data {
            let outcome = try Program.run(
                "run", "short.yaml", "--out", name, "--format", "json", "--threads", threads, "--seed", seed, "-q",
                in: folder.url)
            #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
            return try Data(contentsOf: folder.url.appending(path: "\(name)/short.json"))
        }
        let once = try json("a", "1", "7")
        #expect(try json("b", "3", "7") == once)
        #expect(try json("c", "1", "8") != once)
    }

    /// Scenario text, and a message that the program must end with.
    static let faults: [(String, String)] = [
        (
            short.replacing("10 mg", with: "10 mgg"),
            "bad.yaml:5:21: arms[2].doses[1]: 'mgg' is not a unit (did you mean mg?)\n"
        ),
        (
            short.replacing("2 days", with: "0 days"),
            "bad.yaml:6:10: horizon: '0 days' is not a time above zero (write for example 10 years)\n"
        ),
        (
            short.replacing("MK-4 10", with: "MK4 10"),
            "bad.yaml:5:13: arms[2].doses[1]: 'MK4' is not a substance (did you mean MK-4?)\n"
        ),
        (
            short.replacing("draws: 2", with: "person: {age: 200 years}"),
            "bad.yaml:8:15: person.age: '200 years' is out of range (allowed: 18 to 95 y)\n"
        ),
        ("", "bad.yaml: the file is empty (see docs/scenario.md for an example)\n"),
        ("arms: [", "check indentation, quotes and colons)\n"),
    ]

    @Test(arguments: faults)
    func wrongScenariosAreRefused(text: String, message: String) throws {
        let folder = try ScratchFolder()
        try folder.write(text, to: "bad.yaml")
        let outcome = try Program.run("run", "bad.yaml", in: folder.url)
        #expect(outcome.code == 2)
        #expect(outcome.errors.hasPrefix("Error: bad.yaml:") && outcome.errors.hasSuffix(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func aMissingFileIsSaid() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.run("run", "nothing.yaml", in: folder.url)
        #expect(outcome.code == 2)
        #expect(outcome.errors == "Error: nothing.yaml: there is no such file (check the path)\n")
    }

    @Test func aFolderThatCannotBeWrittenIsFoundBeforeTheWork() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.short, to: "short.yaml")
        try folder.write("", to: "taken")
        let outcome = try Program.run("run", "short.yaml", "--out", "taken/deeper", "--format", "csv", in: folder.url)
        #expect(outcome.code == 2)
        #expect(outcome.errors == "Error: cannot make the folder taken/deeper (choose another with --out)\n")
        let proc = try Program.run("run", "short.yaml", "--out", "/proc", "--format", "csv", in: folder.url)
        #expect(proc.code == 2)
        #expect(proc.errors == "Error: cannot write in the folder /proc (choose another with --out)\n")
    }

    @Test func aMissingChartBundleIsFoundBeforeTheWork() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.short, to: "short.yaml")
        let outcome = try Program.run("run", "short.yaml", in: folder.url, environment: ["PATENCY_VEGA": "none.js"])
        #expect(outcome.code == 2)
        #expect(outcome.errors.hasPrefix("Error: the chart bundle was not found at none.js"))
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out").path))
    }

    @Test func theExampleCanBeRead() throws {
        let url = Program.packageFolder.appending(path: "Examples/newsletter.yaml")
        let scenario = try Scenario(contentsOf: url, for: Installed.family)
        #expect(scenario.arms.count == 9 && scenario.horizon == 87_660)
        let plain = scenario.arms[7]
        #expect(plain.reference == "nothing" && plain.regimens.map(\.substance) == ["warfarin"])
        #expect(scenario.arms[8].reference == plain.name)
        #expect(scenario.arms.last?.regimens.first?.isStanding == true)
    }

    @Test func theGuideIsTrue() throws {
        let scenario = try Scenario(parsing: ScenarioGuide.example, file: "guide", for: Installed.family)
        #expect(scenario.arms.count == 3)
        let page = try String(contentsOf: Program.packageFolder.appending(path: "docs/scenario.md"), encoding: .utf8)
        #expect(page.contains(ScenarioGuide.example))
    }
}
