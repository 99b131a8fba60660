import ArgumentParser
import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies

/// `patency simulate`: one SBML model over one span.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Simulates an SBML model and writes a table.",
        discussion: """
            Examples:
              patency simulate model.xml --end 100 --points 101 --out trajectory.csv
              patency simulate model.xml --end 10 --select "S1,[S2],k1,J0" --out -
              patency simulate model.xml --end 10 --select S1 --sensitivity k1,k2 --out -
              patency simulate 00001-sbml-l3v2.xml --suite-settings 00001-settings.txt --out 00001.csv

            Columns are time and what is selected: species as amounts, in brackets as concentrations;
            compartments, parameters, species references and reaction rates by their identifiers.
            With --sensitivity, columns d[output]/d[parameter] follow: derivatives of each output at fixed times, those of
            doses and events included.
            A flux balance model (package fbc) gives one row: the fluxes selected, and OBJF, the objective.
            """)

    @Argument(help: "SBML file, Level 1 to Level 3 Version 2.", completion: .file(extensions: ["xml", "sbml"]))
    var file: String

    @Option(help: "First time reported.")
    var start = 0.0

    @Option(help: "Last time reported.")
    var end: Double?

    @Option(help: "Number of times reported, both ends included.")
    var points = 101

    @Option(help: "Relative tolerance; steps are held to 0.002 of it, as their errors add up.")
    var rtol = 1e-6

    @Option(help: "Absolute tolerance, in amounts; of a state that starts lower, at most rtol times its start.")
    var atol = 1e-12

    @Option(help: "Decides between events of equal priority that are due at once.")
    var seed: UInt64 = 0

    @Option(help: "Columns, separated by commas; without it all species.")
    var select: String?

    @Option(
        help: "Constant parameters or compartments, separated by commas: derivatives of each column by them follow.")
    var sensitivity: String?

    @Option(help: "Solver: \(IntegrationMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
    var solver = IntegrationMethod.automatic

    @Option(
        help: "Kernel: \(KernelOption.allCases.map(\.rawValue).joined(separator: ", ")); native pays off in long runs.")
    var kernel = KernelOption.bytecode

    @Option(help: "Settings file of an SBML Test Suite case, in place of span and selection.", completion: .file())
    var suiteSettings: String?

    @Option(help: "Where the table goes; - is standard output.", completion: .file(extensions: ["csv"]))
    var out: String

    @Option(help: "File for seconds and counts.", completion: .file(extensions: ["json"]))
    var timing: String?

    @Option(name: .customLong("repeat"), help: "Number of runs, for the timing of warm ones.")
    var repeats = 1

    func validate() throws {
        if suiteSettings == nil {
            let end = end ?? start
            if !(end.isFinite && start.isFinite && end >= start) {
                throw ValidationError("--end must not come before --start, both finite")
            }
        }
        if !(1...10_000_000).contains(points) { throw ValidationError("--points must be from 1 to 10000000") }
        if !(1...1_000_000).contains(repeats) { throw ValidationError("--repeat must be from 1 to 1000000") }
        for (name, value) in [("--rtol", rtol), ("--atol", atol)] where !(value > 0 && value.isFinite) {
            throw ValidationError("\(name) must be positive and finite, not \(value)")
        }
    }

    func run() throws {
        let clock = ContinuousClock()
        let began = clock.now
        let asked = try suiteSettings.map { try SuiteSettings(contentsOf: URL(fileURLWithPath: $0)) }
        SBMLReader.expectOneFile()
        let read = try SBMLReader.read(contentsOf: URL(fileURLWithPath: file))
        let afterReading = clock.now
        if let problem = read.fluxBalance {
            let columns = try FluxColumns(problem, names: asked?.variables ?? selectedNames)
            if columns.values.contains(where: \.isNaN) {
                StandardError.write("\(file): no fluxes meet all bounds; the table says NaN\n")
            }
            try OutputFile.write(columns.csv, to: out)
            return
        }
        guard asked != nil || end != nil else { throw Failure(.wrongInput, "--end or --suite-settings is needed") }
        let run = try prepare(read, asked: asked)
        let afterBuilding = clock.now
        let span = asked?.span ?? SingleRun.Span(from: start, to: end ?? start, points: points)
        var seconds: [Double] = []
        var trajectory: Trajectory?
        for _ in 0..<repeats {
            let before = clock.now
            trajectory = try run.trajectory(over: span, seed: seed)
            seconds.append((clock.now - before).seconds)
        }
        guard let trajectory else { return }
        if let failure = trajectory.failure { throw Failure(.solverFailed, "\(failure)") }
        try OutputFile.write(TrajectoryTable(trajectory).csv, to: out)
        if let timing {
            let report = RunTiming(
                read: (afterReading - began).seconds, build: (afterBuilding - afterReading).seconds,
                simulate: seconds, trajectory: trajectory, kernel: run.kernel)
            try OutputFile.write(report.json, to: timing)
        }
    }

    private var selectedNames: [String]? { select.map(Self.names) }

    private static func names(_ list: String) -> [String] {
        list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func prepare(_ read: SBMLFile, asked: SuiteSettings?) throws -> SingleRun {
        let selection = asked?.selection ?? selectedNames.map { ColumnSelection($0) } ?? .standard(for: read.model)
        var settings = SolverSettings(relativeTolerance: rtol, absoluteTolerance: atol)
        settings.method = solver
        do {
            return try SingleRun(
                try selection.applied(to: read.model), settings: settings, kernels: kernel.choice,
                sensitivities: sensitivity.map(Self.names) ?? [])
        } catch let error as ModelError {
            let name = URL(fileURLWithPath: file).lastPathComponent
            throw FormatError(error.issues.map { read.issue($0, severity: .refusal, file: name) })
        } catch let error as SolverError {
            throw Failure(.wrongInput, error.description)
        }
    }
}

extension IntegrationMethod: ExpressibleByArgument {}

extension Duration {
    /// Length [s].
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

/// Kernels that a single run can be asked for.
enum KernelOption: String, CaseIterable, ExpressibleByArgument {
    case bytecode, native, reference

    var choice: KernelChoice {
        switch self {
        case .bytecode: .standard
        case .native: .native
        case .reference: .reference
        }
    }
}
