import Modeling
import Solvers

/// The same course by CVODES' two methods, by Rodas4 alone and by Rodas4 in lanes.
func runsByEveryStepper(
    _ model: Model, to end: Double, _ times: [Double]? = nil, tolerance: Double = 1e-6
) throws -> [Trajectory] {
    let input = SubjectInput(to: end, reportTimes: times ?? [end])
    let alone = try [IntegrationMethod.bdf, .adams, .rosenbrock].map {
        try simulation(model, $0, tolerance: tolerance).run(input)
    }
    return alone + [try laneSimulation(model, tolerance: tolerance).run([input])[0]]
}
