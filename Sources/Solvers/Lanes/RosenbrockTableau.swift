// Goals, in order: L-stable and stiffly accurate; a continuous solution, so that no stop is needed for reports; few
// evaluations at 10⁻³ to 10⁻⁵. Rodas5P lost here: eight stages pay off only below 10⁻⁵. Multistep lost: it starts at
// order one after every dose.

/// Coefficients of a Rosenbrock method in the form without products of the Jacobian.
///
/// Stage i solves (I/(hγ) − ∂f/∂y) uᵢ = f(t + αᵢ h, y + Σ aᵢⱼ uⱼ) + Σ (cᵢⱼ/h) uⱼ + h dᵢ ∂f/∂t. The last two stages are
/// stiffly accurate: their arguments are the previous argument plus the previous u, and the last u is the error.
/// - Source: Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.7, ISBN 978-3-642-05221-7.
struct RosenbrockTableau: Sendable {
    let name: String
    /// Order of the solution; the embedded one is one lower.
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
    /// Weights of the stages in the two coefficients of the continuous solution.
    let second: [Double]
    let third: [Double]

    var stageCount: Int { times.count }

    /// Six stages, order 4 with an error estimate of order 3, γ = 1/4.
    static let rodas4 = RosenbrockTableau(
        name: "Rodas4", order: 4, gamma: 0.25, times: [0, 0.386, 0.21, 0.63, 1, 1],
        arguments: [
            [],
            [1.544],
            [0.9466785280815826, 0.2557011698983284],
            [3.314825187068521, 2.896124015972201, 0.9986419139977817],
            [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950],
            [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1],
        ],
        couplings: [
            [],
            [-5.6688],
            [-2.430093356833875, -0.2063599157091915],
            [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
            [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160],
            [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
        ],
        slopes: [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0],
        second: [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662],
        third: [-0.6762803392806898, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872])

    /// Weights of the stages in the solution at a fraction θ of the step, beside y₀ (1 − θ) + y₁ θ.
    ///
    /// y(θ) = y₀ (1 − θ) + θ (y₁ + (1 − θ)(e₃ + θ e₄)), with e₃ and e₄ sums over the stages.
    func interpolationWeights(at fraction: Double) -> [Double] {
        zip(second, third).map { fraction * (1 - fraction) * ($0 + fraction * $1) }
    }
}
