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
    /// Weights of the stages in each coefficient of the continuous solution [order − 2].
    private let continuous: [SIMD8<Double>]
    /// Stages with a weight in the continuous solution.
    private let continuousStageCount: Int

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
        self.continuous = continuous.map { row in
            SIMD8(row + Array(repeating: 0, count: SIMD8<Double>.scalarCount - row.count))
        }
        continuousStageCount = continuous.map(\.count).max() ?? 0
        self.arguments = (0..<stageCount).map { stage in
            stage < arguments.count
                ? arguments[stage]
                : arguments[arguments.count - 1]
                    + Array(
                        repeating: 1, count: stage - arguments.count + 1)
        }
    }

    /// The solution at a fraction θ of the step.
    ///
    /// y(θ) = y₀ (1 − θ) + θ (y₁ + (1 − θ)(e₃ + θ e₄ + θ² e₅)), with eᵢ sums over the stages.
    func interpolation(at fraction: Double) -> Interpolation {
        var sum = SIMD8<Double>()
        for row in continuous.reversed() { sum = sum * fraction + row }
        return Interpolation(
            fraction: fraction, weights: fraction * (1 - fraction) * sum, stageCount: continuousStageCount)
    }

    /// A place within a step, and what each stage counts there.
    struct Interpolation {
        fileprivate let fraction: Double
        fileprivate let weights: SIMD8<Double>
        fileprivate let stageCount: Int

        /// Values between those before and after the step.
        ///
        /// - Parameters:
        ///   - count: of values.
        ///   - base, next: before and after the step, `stride` apart.
        ///   - terms: of the stages, values `stride` apart and stages `stageStride` apart.
        @inline(__always)
        func values(
            _ count: Int, from base: UnsafePointer<Double>, to next: UnsafePointer<Double>,
            stages terms: UnsafePointer<Double>, stageStride: Int, stride: Int,
            into result: UnsafeMutablePointer<Double>
        ) {
            for index in 0..<count {
                result[index] = base[stride * index] * (1 - fraction) + next[stride * index] * fraction
            }
            for stage in 0..<stageCount {
                let (weight, own) = (weights[stage], terms + stageStride * stage)
                for index in 0..<count { result[index] += weight * own[stride * index] }
            }
        }
    }
}
