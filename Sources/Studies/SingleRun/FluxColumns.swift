import Modeling
import Solvers

/// One row of a flux balance model: fluxes by reaction, the objective's value under `OBJF` or its own identifier.
public struct FluxColumns: Sendable, Hashable {
    public let names: [String]
    public let values: [Double]

    /// - Parameters:
    ///   - problem: what is solved.
    ///   - names: reactions, `OBJF` or the objective's identifier; `nil` for the objective alone.
    /// - Throws: `SolverError.noFluxOptimum`; `SolverError.invalidArgument` for a name that is neither.
    public init(_ problem: FluxBalance, names: [String]?) throws(SolverError) {
        let names = names ?? ["OBJF"]
        let places = Dictionary(
            problem.fluxes.enumerated().map { ($1.reaction, $0) }, uniquingKeysWith: { first, _ in first })
        let isObjective = { (name: String) in name == "OBJF" || name == problem.objective }
        for name in names where places[name] == nil && !isObjective(name) {
            throw .invalidArgument("'\(name)' is neither a reaction nor the objective '\(problem.objective)'")
        }
        let asked = names.compactMap { places[$0] }
        let optimum = try FluxOptimum(problem, asked: asked)
        let found = Dictionary(zip(asked, optimum.fluxes), uniquingKeysWith: { first, _ in first })
        self.names = names
        values = names.map { name in places[name].flatMap { found[$0] } ?? optimum.objectiveValue }
    }

    /// A header and one row.
    public var csv: String {
        names.joined(separator: ",") + "\n" + values.map(TrajectoryTable.digits).joined(separator: ",") + "\n"
    }
}
