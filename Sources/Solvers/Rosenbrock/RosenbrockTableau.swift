/// Coefficients of a Rosenbrock method in the form without products of the Jacobian.
///
/// Stage i solves (I/(hγ) − ∂f/∂y) uᵢ = f(t + αᵢ h, y + Σ aᵢⱼ uⱼ) + Σ (cᵢⱼ/h) uⱼ + h dᵢ ∂f/∂t. The methods are stiffly
/// accurate: the last argument is the one before plus the u before, the solution is the last argument plus the last u,
/// and the last u is the error.
/// - Source: Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.7, ISBN 978-3-642-05221-7.
struct RosenbrockTableau: Sendable {
    let name: String
    /// Order of the solution; the embedded one is one lower, so that the error of a step grows with this power of it.
    let order: Int
    let gamma: Double
    /// Time of each stage in units of the step [stageCount].
    let times: [Double]
    /// aᵢⱼ, row by row; row i has i elements.
    let arguments: [[Double]]
    /// cᵢⱼ, row by row; row i has i elements.
    let couplings: [[Double]]
    /// Weight of h ∂f/∂t in each stage [stageCount].
    let slopes: [Double]
    /// Weights of the stages in each coefficient of the continuous solution [order − 2][at most stageCount].
    let continuous: [[Double]]

    var stageCount: Int { times.count }

    /// - Parameters:
    ///   - times, slopes: of the stages before the first at the end of the step; the others have 1 and 0.
    ///   - arguments: rows of the stages up to the one whose argument is the solution's first guess; later rows repeat it
    ///     with ones.
    init(
        name: String, order: Int, gamma: Double, times: [Double], arguments: [[Double]], couplings: [[Double]],
        slopes: [Double], continuous: [[Double]]
    ) {
        let stageCount = couplings.count
        func filled(_ values: [Double], with rest: Double) -> [Double] {
            values + Array(repeating: rest, count: stageCount - values.count)
        }
        self.name = name
        self.order = order
        self.gamma = gamma
        self.times = filled(times, with: 1)
        self.slopes = filled(slopes, with: 0)
        self.couplings = couplings
        self.continuous = continuous
        self.arguments = (0..<stageCount).map { stage in
            stage < arguments.count
                ? arguments[stage]
                : arguments[arguments.count - 1]
                    + Array(
                        repeating: 1, count: stage - arguments.count + 1)
        }
    }

    /// Weights of the stages in the solution at a fraction θ of the step, beside y₀ (1 − θ) + y₁ θ.
    ///
    /// y(θ) = y₀ (1 − θ) + θ (y₁ + (1 − θ)(e₃ + θ e₄ + θ² e₅)), with eᵢ sums over the stages.
    func interpolationWeights(at fraction: Double) -> [Double] {
        let count = continuous.map(\.count).max() ?? 0
        let common = fraction * (1 - fraction)
        return (0..<count).map { stage in
            common
                * continuous.reversed().reduce(0) { sum, row in
                    sum * fraction + (stage < row.count ? row[stage] : 0)
                }
        }
    }
}
