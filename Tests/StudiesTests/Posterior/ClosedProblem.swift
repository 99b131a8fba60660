import Foundation
import Modeling

@testable import Studies

/// Residuals as a formula, for tests of what is done with them.
struct ClosedProblem: LeastSquaresProblem {
    var variables: [LeastSquares.Variable]
    var formula: ([Double]) -> [Double]

    func residuals(_ points: [[Double]]) -> [[Double]?] { points.map(formula) }
    func derivatives(_ point: [Double]) -> [[Double]?] { point.map { _ in nil } }

    /// The fit, its curvature and a sample about it.
    func sampled(_ sampler: PosteriorSampler) throws -> PosteriorSampler.Sample? {
        let search = LeastSquares()
        guard let fit = try search.minimum(of: self, from: variables.map(\.start)),
            let information = try search.information(self, at: fit.values)
        else { return nil }
        return try sampler.sample(self, mode: fit.values, information: information)
    }
}

/// A drug given into a vein: 100 mg/V·exp(−k·t) at six times, with errors of 0.3 mg/L.
///
/// Coordinates are ln V and ln k; priors are normal about ln 10 L and ln 0.2/h with SD 0.3.
enum OneCompartment {
    static let times = [0.5, 1, 2, 4, 8, 12]
    static let error = 0.3
    static let centres = [log(10.0), log(0.2)]
    static let deviation = 0.3

    static func concentrations(_ point: [Double]) -> [Double] {
        times.map { 100 / exp(point[0]) * exp(-exp(point[1]) * $0) }
    }

    /// True values drawn from the prior, and what was measured.
    static func experiment(_ index: Int) -> (truth: [Double], data: [Double]) {
        var generator = CounterGenerator(seed: 11, stream: 1, subject: UInt64(index))
        let truth = centres.map { $0 + deviation * generator.normal() }
        return (truth, concentrations(truth).map { $0 + error * generator.normal() })
    }

    /// - Parameter assumed: error that the analysis believes in.
    static func problem(_ data: [Double], assumed: Double = error) -> ClosedProblem {
        ClosedProblem(variables: centres.map { .init(start: $0, range: $0 - 3...$0 + 3, difference: 1e-4) }) { point in
            zip(concentrations(point), data).map { ($0 - $1) / assumed }
                + zip(point, centres).map { ($0 - $1) / deviation }
        }
    }
}
