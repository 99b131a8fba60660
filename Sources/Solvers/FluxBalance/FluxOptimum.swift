// Goals, in order: a flux is reported only where the optimum leaves it no choice; simplicity. GLPK lost: it is GPL.

import CCLP
import Modeling

/// The optimum of a flux balance problem, by the simplex method of CLP.
public struct FluxOptimum: Sendable, Hashable {
    /// Value of the objective; NaN where no fluxes meet all bounds.
    public let objectiveValue: Double
    /// Asked fluxes, in the order asked; NaN where no fluxes meet all bounds, as the SBML Test Suite has it.
    public let fluxes: [Double]

    /// Solves the problem and looks whether the asked fluxes are the same in every optimum.
    ///
    /// - Parameters:
    ///   - problem: the linear programme.
    ///   - asked: indices of the fluxes wanted.
    /// - Throws: `SolverError.unavailable` where libClp cannot be opened.
    /// - Throws: `SolverError.noFluxOptimum` where bounds are no numbers or cross, where the objective has no bound, where an
    ///   asked flux is not unique at the optimum.
    public init(_ problem: FluxBalance, asked: [Int]) throws(SolverError) {
        for flux in problem.fluxes where !(flux.lower <= flux.upper) {
            throw .noFluxOptimum("bounds of \(flux.reaction) are \(flux.lower) and \(flux.upper)")
        }
        if let problem = patency_clp_problem() { throw .unavailable(String(cString: problem), library: "CLP") }
        let coefficients = problem.fluxes.map(\.coefficient)
        let programme = LinearProgramme(problem)
        guard let best = try programme.optimum(of: coefficients, isMaximum: problem.isMaximum) else {
            objectiveValue = .nan
            fluxes = asked.map { _ in .nan }
            return
        }
        objectiveValue = best.value
        let fixed = LinearProgramme(problem, holding: (coefficients, best.value))
        var unique: [Double] = []
        for index in asked {
            var alone = [Double](repeating: 0, count: problem.fluxes.count)
            alone[index] = 1
            guard let least = try fixed.optimum(of: alone, isMaximum: false)?.value,
                let most = try fixed.optimum(of: alone, isMaximum: true)?.value
            else { throw .noFluxOptimum("the optimum could not be looked at more closely") }
            guard most - least <= 1e-6 * (1 + abs(best.solution[index])) else {
                throw .noFluxOptimum(
                    "flux of \(problem.fluxes[index].reaction) is anything from \(least) to \(most) at the optimum")
            }
            unique.append(best.solution[index])
        }
        fluxes = unique
    }
}

/// One model of CLP, freed with its last owner.
private final class LinearProgramme {
    private let clp: patency_clp_functions
    private let handle: UnsafeMutableRawPointer
    private let count: Int

    /// - Parameter holding: an extra row that keeps a sum of fluxes at a value, to rounding.
    init(_ problem: FluxBalance, holding extra: (row: [Double], value: Double)? = nil) {
        count = problem.fluxes.count
        clp = patency_clp().pointee
        handle = clp.newModel()!
        clp.setLogLevel(handle, 0)
        var starts: [Int32] = [0]
        var rows: [Int32] = []
        var values: [Double] = []
        for (index, flux) in problem.fluxes.enumerated() {
            for (species, value) in flux.stoichiometry.sorted(by: { $0.key < $1.key }) where value != 0 {
                rows.append(Int32(species))
                values.append(value)
            }
            if let extra, extra.row[index] != 0 {
                rows.append(Int32(problem.species.count))
                values.append(extra.row[index])
            }
            starts.append(Int32(rows.count))
        }
        var lower = [Double](repeating: 0, count: problem.species.count)
        var upper = lower
        if let extra {
            let slack = 1e-9 * (1 + abs(extra.value))
            lower.append(extra.value - slack)
            upper.append(extra.value + slack)
        }
        clp.loadProblem(
            handle, Int32(count), Int32(lower.count), starts, rows, values, problem.fluxes.map(\.lower),
            problem.fluxes.map(\.upper), [Double](repeating: 0, count: count), lower, upper)
    }

    deinit { clp.deleteModel(handle) }

    /// `nil` where nothing meets all bounds.
    func optimum(
        of coefficients: [Double], isMaximum: Bool
    ) throws(SolverError) -> (value: Double, solution: [Double])? {
        clp.setOptimizationDirection(handle, isMaximum ? -1 : 1)
        clp.chgObjCoefficients(handle, coefficients)
        _ = clp.primal(handle, 0)
        switch clp.status(handle) {
        case 0: break
        case 1: return nil
        case 2: throw .noFluxOptimum("the objective has no bound")
        default: throw .noFluxOptimum("CLP stopped with status \(clp.status(handle))")
        }
        guard let found = clp.primalColumnSolution(handle) else { throw .noFluxOptimum("CLP gave no solution") }
        let solution = Array(UnsafeBufferPointer(start: found, count: count))
        return (zip(solution, coefficients).reduce(0) { $0 + $1.0 * $1.1 }, solution)
    }
}
