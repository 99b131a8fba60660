import Codegen
import Modeling
import TestSupport
import Testing

@testable import Solvers

/// Factors of I/s − ∂f/∂y by program, by generated code and by KLU, and what is chosen for large models.
@Suite struct StepFactorsTests {
    /// Two species that react and diffuse on a rectangle: u′ = 1 + u²v − 4.4 u + Δu/50, v′ = 3.4 u − u²v + Δv/50.
    ///
    /// - Source: Hairer & Wanner, Solving ODEs II, section IV.10 (Brusselator), doi:10.1007/978-3-642-05221-7.
    static func brusselator(width: Int, height: Int) -> Model {
        func name(_ kind: String, _ x: Int, _ y: Int) -> String { "\(kind)\(x)x\(y)" }
        var rates: [(String, Expression)] = []
        for x in 0..<width {
            for y in 0..<height {
                let (u, v) = (Expression.symbol(name("u", x, y)), Expression.symbol(name("v", x, y)))
                let reaction = u * u * v
                var changes = [1 + reaction - 4.4 * u, 3.4 * u - reaction]
                for (nextX, nextY) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
                where (0..<width).contains(nextX) && (0..<height).contains(nextY) {
                    changes[0] = changes[0] + 0.02 * (Expression.symbol(name("u", nextX, nextY)) - u)
                    changes[1] = changes[1] + 0.02 * (Expression.symbol(name("v", nextX, nextY)) - v)
                }
                rates += [(name("u", x, y), changes[0]), (name("v", x, y), changes[1])]
            }
        }
        var model = eventModel([], states: rates.map(\.0), rates: rates)
        for index in model.quantities.indices {
            model.quantities[index].initial = .number(index % 2 == 0 ? 1 + 0.01 * Double(index % 7) : 3)
        }
        return model
    }

    /// A long chain keeps sparse factors, hence a program; a rectangle fills up, hence KLU.
    @Test(arguments: [(150, 1), (13, 12)]) func hundredsOfStatesAgreeWithCVODES(width: Int, height: Int) throws {
        let model = Self.brusselator(width: width, height: height)
        let kernel = try BytecodeKernel(try EquationSystem(model))
        let system = SubjectSystem(kernel: kernel)
        #expect(system.stateCount == 2 * width * height)
        #expect((system.eliminationPlan == nil) == (height > 1))
        let times = grid(0, 5, 10)
        func run(_ method: IntegrationMethod, _ tolerance: Double) throws -> Trajectory {
            try Simulation(kernel: kernel, settings: SolverSettings(method: method, relativeTolerance: tolerance))
                .run(to: 5, reportTimes: times)
        }
        let reference = try run(.bdf, 1e-10)
        let found = try run(.rosenbrock, 1e-6)
        #expect(found.isCompleted && reference.isCompleted)
        for (a, b) in zip(found.values, reference.values) { #expect(abs(a - b) <= 2e-5 * (1 + abs(b))) }
    }

    /// a′ = 2a + b, b′ = a − b: with s = 1/2 the first pivot on the diagonal is zero, the matrix is not singular.
    @Test(arguments: [false, true]) func aLostPivotGoesToKLU(isNative: Bool) throws {
        let (a, b) = (Expression.symbol("a"), Expression.symbol("b"))
        let equations = try EquationSystem(eventModel([], rates: [("a", 2 * a + b), ("b", a - b)]))
        if isNative, NativeKernel.obstacle != nil { return }
        let kernel: any Kernel = isNative ? try NativeKernel(equations) : try BytecodeKernel(equations)
        let system = SubjectSystem(kernel: kernel)
        #expect((kernel.elimination != nil) == isNative)
        let factors = StepFactors(
            system: system, sparse: SparseFactors(pattern: system.pattern), plansProgram: true)
        #expect(system.updateJacobian(0, [1, 1]))
        for step in [0.25, 0.5, 0.25] {
            // (1/s − 2) x − y = 1 and −x + (1/s + 1) y = 2.
            var x = [1.0, 2]
            #expect(factors.factor(step: step) && factors.solve(&x))
            #expect(abs((1 / step - 2) * x[0] - x[1] - 1) < 1e-12, "\(step)")
            #expect(abs((1 / step + 1) * x[1] - x[0] - 2) < 1e-12, "\(step)")
        }
    }
}
