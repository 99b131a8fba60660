import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies

/// One curated model with its span and its reference, where there is one.
struct BenchModel {
    let name: String
    let url: URL
    let end: Double
    var reference: ReferenceTable?

    /// All models of a folder with `models`, `reference` and a table of spans.
    static func all(in folder: URL) throws -> [BenchModel] {
        let table = try String(contentsOf: folder.appending(path: "timings-libroadrunner.csv"), encoding: .utf8)
        return table.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count > 2, let end = Double(cells[2]) else { return nil }
            let file = String(cells[0].split(separator: "/").last ?? "")
            let name = String(file.dropLast(4))
            return BenchModel(
                name: name, url: folder.appending(path: "models/\(file)"), end: end,
                reference: try? ReferenceTable(contentsOf: folder.appending(path: "reference/\(name).csv")))
        }
    }

    /// Ready to run, with the reference's columns.
    func run(relativeTolerance: Double) throws -> SingleRun {
        try run(SolverSettings(relativeTolerance: relativeTolerance))
    }

    /// The same with settings and kernel of its own.
    func run(_ settings: SolverSettings, _ kernels: KernelChoice = .standard) throws -> SingleRun {
        let file = try SBMLReader.read(contentsOf: url)
        let selection = reference.map { ColumnSelection($0.columns) } ?? .standard(for: file.model)
        return try SingleRun(
            try selection.applied(to: file.model), settings: settings, kernels: kernels)
    }
}
