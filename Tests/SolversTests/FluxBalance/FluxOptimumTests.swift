import Modeling
import Solvers
import Testing

/// Flux balance against optima found by hand.
@Suite struct FluxOptimumTests {
    /// Uptake → A, A → B by two ways, B → out; A and B balanced.
    static func problem(uptake: Double = 10, second: Double = 4, isMaximum: Bool = true) -> FluxBalance {
        FluxBalance(
            objective: "out", isMaximum: isMaximum, species: ["A", "B"],
            fluxes: [
                .init("uptake", stoichiometry: [0: 1], lower: 0, upper: uptake),
                .init("first", stoichiometry: [0: -1, 1: 1], lower: 0, upper: 3),
                .init("second", stoichiometry: [0: -1, 1: 1], lower: 0, upper: second),
                .init("out", stoichiometry: [1: -1], lower: 0, coefficient: 1),
            ])
    }

    @Test func theNarrowestPlaceDecides() throws {
        let optimum = try FluxOptimum(Self.problem(), asked: [0, 1, 2, 3])
        #expect(abs(optimum.objectiveValue - 7) < 1e-9)
        for (flux, expected) in zip(optimum.fluxes, [7, 3, 4, 7.0]) { #expect(abs(flux - expected) < 1e-7) }
        #expect(abs(try FluxOptimum(Self.problem(isMaximum: false), asked: [3]).fluxes[0]) < 1e-9)
    }

    @Test func aFluxThatIsNotUniqueIsRefused() throws {
        let open = Self.problem(uptake: 5)
        #expect(abs(try FluxOptimum(open, asked: [3]).fluxes[0] - 5) < 1e-7)
        let error = #expect(throws: SolverError.self) { _ = try FluxOptimum(open, asked: [1]) }
        #expect(error?.description.contains("flux of first is anything from ") == true)
    }

    @Test func noAnswerIsNoNumber() throws {
        var problem = Self.problem()
        problem.fluxes[3].lower = 8
        #expect(try FluxOptimum(problem, asked: [3]).fluxes[0].isNaN)
        problem.fluxes[3] = .init("out", stoichiometry: [:], coefficient: 1)
        #expect(throws: SolverError.noFluxOptimum("the objective has no bound")) {
            _ = try FluxOptimum(problem, asked: [])
        }
        problem.fluxes[0].lower = 11
        #expect(throws: SolverError.noFluxOptimum("bounds of uptake are 11.0 and 10.0")) {
            _ = try FluxOptimum(problem, asked: [])
        }
    }
}
