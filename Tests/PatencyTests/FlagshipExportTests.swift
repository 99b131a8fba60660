import Foundation
import ModelFormats
import Modeling
import Solvers
import Testing

@testable import Studies
@testable import patency

/// The flagship as SBML: valid with units, the same trajectories, and libroadrunner agrees.
@Suite struct FlagshipExportTests {
    static let example = Program.packageFolder.appending(path: "Examples/newsletter.yaml")

    /// Arms of the example whose doses go in by mouth, on the skin and together; `nil` is the whole model without doses.
    static let arms: [String?] = [
        nil, "MK-4 10 mg by mouth", "MK-4 10 mg on the skin, daily", "on warfarin, no vitamin K",
    ]

    static func exported(_ arm: String?, in folder: ScratchFolder) throws -> URL {
        let asked = arm.map { ["--scenario", example.path, "--arm", $0] } ?? []
        let outcome = try Program.run(["export", "flagship", "f.xml"] + asked, in: folder.url)
        #expect(outcome.code == 0 && outcome.errors.isEmpty && outcome.output.isEmpty, "\(outcome.errors)")
        return folder.url.appending(path: "f.xml")
    }

    @Test(arguments: arms) func libSBMLFindsNothingWrongUnitsIncluded(arm: String?) throws {
        let folder = try ScratchFolder()
        let url = try Self.exported(arm, in: folder)
        let issues = SBMLReader.check(contentsOf: url)
        #expect(issues.isEmpty, "\(issues.prefix(5).map(\.description).joined(separator: "\n"))")
        // Every number says its unit, so that the check is one.
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(!text.contains("<cn>") && !text.contains("<cn type=\"integer\">"))
        try text.replacing("kind=\"mole\"", with: "kind=\"ampere\"").write(to: url, atomically: true, encoding: .utf8)
        #expect(!SBMLReader.check(contentsOf: url).isEmpty)
    }

    @Test func sourcesAndSubstancesAreAddresses() throws {
        let folder = try ScratchFolder()
        let text = try String(contentsOf: try Self.exported(nil, in: folder), encoding: .utf8)
        for address in ["doi:10.1038/clpt.2009.87", "CHEBI:18067", "CHEBI:10033", "uniprot:P00734", "uniprot:P01270"] {
            #expect(text.contains("rdf:resource=\"https://identifiers.org/\(address)\""), "\(address)")
        }
        #expect(text.contains("<patency:doseInput id=\"warfarin.oral\""))
    }

    /// What was written is written again as it stands, units and all.
    @Test func theExportedFileConverts() throws {
        let folder = try ScratchFolder()
        let url = try Self.exported(nil, in: folder)
        #expect(try Program.run("convert", "f.xml", "g.xml", in: folder.url).code == 0)
        let issues = SBMLReader.check(contentsOf: folder.url.appending(path: "g.xml"))
        #expect(issues.isEmpty, "\(issues.prefix(5).map(\.description).joined(separator: "\n"))")
        let once = try SBMLReader.read(contentsOf: url).model
        let twice = try SBMLReader.read(contentsOf: folder.url.appending(path: "g.xml")).model
        #expect(once.checkUnits().isEmpty)
        #expect(once.quantities.map(\.identifier) == twice.quantities.map(\.identifier))
    }

    /// The program's own way (balance, then doses from a schedule) against the file alone.
    @Test(arguments: arms) func theFileGivesTheProgramsTrajectories(arm name: String?) throws {
        let folder = try ScratchFolder()
        let file = try SBMLReader.read(contentsOf: try Self.exported(name, in: folder))
        let family = Installed.family
        let scenario = try Scenario(contentsOf: Self.example, for: family)
        let arm = scenario.arms.first { $0.name == name }
        let inputs = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let regimens = arm?.regimens ?? []
        let model = try ArmModel(
            family, using: arm == nil ? inputs : Set(regimens.map(\.doseInput)), kernel: .standard)
        let person = arm.map { scenario.inputs.merging($0.inputs) { _, own in own } } ?? [:]
        let subject = Subject(
            parameters: model.parameters(from: person),
            balanceParameters: try model.standingParameters(of: regimens, family: family), regimens: regimens,
            times: (0...20).map { Double($0) * 37.3 }, seed: 1, drawIndex: 0)
        let solver = SolverChoice.sundials(SolverSettings(relativeTolerance: 1e-8))
        guard case .solved(let expected, _) = try solver.makeSimulator(model.kernel).outcome(of: subject) else {
            Issue.record("the program's own run failed")
            return
        }
        let outputs = model.kernel.layout.outputs.map(\.identifier)
        let originals = model.model.quantities.map(\.identifier)
        let names = outputs.map { output in
            let name = originals.contains(output) ? "output.\(output)" : output
            return name.replacing(".", with: "__").replacing("-", with: "_x2D_")
        }
        let run = try SingleRun(try ColumnSelection(names).applied(to: file.model))
        let found = try run.trajectory(over: SingleRun.Span(to: 20 * 37.3, points: 21))
        #expect(found.failure == nil)
        for (output, name) in names.enumerated() {
            let largest = expected[output].map { abs($0) }.max()!
            for (time, value) in expected[output].enumerated() {
                let gap: Double = abs(value - found[time, output])
                #expect(gap <= 2e-6 * largest, "\(name) at report \(time)")
            }
        }
    }

    static let python = ProcessInfo.processInfo.environment["PATENCY_PYTHON"]
    static let hasPeers = python.map { FileManager.default.isExecutableFile(atPath: $0) } ?? false

    @Test(.enabled(if: hasPeers, "PATENCY_PYTHON names no Python with libroadrunner (make setup)"), arguments: arms)
    func libroadrunnerAgrees(arm: String?) throws {
        let folder = try ScratchFolder()
        let url = try Self.exported(arm, in: folder)
        let model = try SBMLReader.read(contentsOf: url).model
        let columns = model.quantities.filter { !$0.isConstant }.map(\.identifier)
        // Some outputs are small differences of large values, so both sides must be exact.
        let run = try SingleRun(
            try ColumnSelection(columns).applied(to: model), settings: SolverSettings(relativeTolerance: 1e-9))
        let trajectory = try run.trajectory(over: SingleRun.Span(to: 20 * 37.3, points: 21))
        #expect(trajectory.failure == nil)
        try folder.write(TrajectoryTable(trajectory).csv, to: "table.csv")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = [
            Program.packageFolder.appending(path: "scripts/compare-roadrunner.py").path, "f.xml", "table.csv",
        ]
        process.currentDirectoryURL = folder.url
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains("\(columns.count) columns, 0 beyond"), "\(text)")
    }

    @Test func mistakesEndWithTwo() throws {
        let folder = try ScratchFolder()
        for (arguments, words) in [
            (["export", "flagship", "f.xml", "--arm", "x"], "--arm needs --scenario"),
            (["export", "flagship", "f.xml", "--scenario", Self.example.path, "--arm", "x"], "'x' is not an arm"),
            (["export", "ship", "f.xml"], "ship"), (["export", "flagship", "no/f.xml"], "no/f.xml: cannot be written"),
            (["convert", "none.xml", "f.xml"], "cannot be read"), (["convert"], "Missing expected argument"),
        ] {
            let outcome = try Program.run(arguments, in: folder.url)
            #expect(outcome.code == 2 && outcome.errors.contains(words), "\(outcome.errors)")
        }
        for command in ["convert", "export"] {
            let help = try Program.run(command, "--help", in: folder.url)
            #expect(help.code == 0 && help.output.contains("Examples:"))
        }
    }
}
