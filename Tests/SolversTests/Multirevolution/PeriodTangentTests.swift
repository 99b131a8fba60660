import Modeling
import TestSupport
import Testing

@testable import Solvers

/// The derivative carried along a period against differences of periods.
@Suite struct PeriodTangentTests {
    /// A film that a dose fills up to a ceiling, and tissue behind it whose loss saturates.
    static func film() -> Model {
        let builder = ModelBuilder(name: "film", timeUnit: .hour)
        let scope = builder.scope("s", grade: .established)
        let assumed = Evidence.assumed(because: "test")
        let uptake = scope.parameter("k", 0.2, .perHour, assumed, "uptake")
        let loss = scope.parameter("loss", 0.5, .perHour, assumed, "loss at low amounts")
        let film = scope.state("film", .nanomole, initial: 6, typical: 10, "film")
        let tissue = scope.state("tissue", .nanomole, initial: 3, typical: 10, "tissue")
        let total = scope.state("total", .nanomole, initial: 1, typical: 10, "what was lost")
        scope.flow("transfer", from: film, to: tissue, rate: uptake * film)
        scope.flow("clearance", from: tissue, to: total, rate: loss * tissue / (1 + tissue / .number(2, .nanomole)))
        scope.doseInput("dose", .nanomole, "onto the film") { amount, _ in
            [(film, film + minimum(amount, maximum(.number(12, .nanomole) - film - tissue, .number(0, .nanomole))))]
        }
        builder.output("tissue", tissue, .nanomole, label: "tissue")
        return builder.model
    }

    /// A dose that reaches the ceiling makes the film forget itself, and depend on the tissue.
    @Test(arguments: [2.0, 10]) func agreesWithDifferences(_ amount: Double) throws {
        let lanes = try laneSimulation(Self.film(), tolerance: 1e-5)
        let names = lanes.kernel.layout.states.map(\.identifier)
        func end(_ state: [Double], tangent: Bool = false) throws -> Trajectory {
            var input = SubjectInput(
                initialState: state, doses: [Regimen(doseIndex: 0, amount: amount, start: 0)], to: 24, reportTimes: [])
            input.followsTangent = tangent
            return try lanes.run([input])[0]
        }
        let start: [Double] = names.map { ["s.film": 6, "s.tissue": 3, "s.total": 1][$0]! }
        let matrix = try #require(end(start, tangent: true).tangent)
        for column in names.indices {
            var (less, more) = (start, start)
            less[column] -= 0.05
            more[column] += 0.05
            let (low, high) = (try end(less).finalState, try end(more).finalState)
            for row in names.indices {
                let expected = (high[row] - low[row]) / 0.1
                let found = matrix[column * names.count + row]
                #expect(abs(found - expected) < 0.02, "∂\(names[row])/∂\(names[column]): \(found), \(expected)")
            }
        }
        #expect(try end(start).tangent == nil)
    }

    /// A dose that writes a parameter is never passed over: the next period would not know of it.
    @Test func dosesThatWriteParametersAreSimulatedOneByOne() throws {
        let builder = ModelBuilder(name: "writes", timeUnit: .hour)
        let scope = builder.scope("s", grade: .established)
        let assumed = Evidence.assumed(because: "test")
        let amount = scope.state("a", .nanomole, initial: 1, typical: 1, "amount")
        let rate = scope.parameter("k", 0.1, .perHour, assumed, "rate")
        let level = scope.state("level", .nanomole, initial: 1, typical: 1, "what only doses change")
        scope.flow("clearance", from: amount, to: nil, rate: rate * amount * level / (level + amount))
        scope.doseInput("dose", .nanomole, "dose") { dose, _ in [(amount, amount + dose), (level, level + dose)] }
        builder.output("a", amount, .nanomole, label: "a")
        let lanes = try laneSimulation(builder.model, tolerance: 1e-4)
        let input = SubjectInput(
            doses: [Regimen(doseIndex: 0, amount: 1, start: 0, interval: 24)], to: 2400, reportTimes: [1200, 2400])
        let (result, work) = try MultirevolutionSimulation(lanes).run([input])[0]
        #expect(work.periodsSimulated == 0, "\(work) \(result.failure as Any) \(lanes.kernel.layout.doses)")
        #expect(try lanes.run([input])[0].values == result.values)
    }
}
