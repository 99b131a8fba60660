/// What residuals are near, at little cost: each a quadratic polynomial of the variables, fitted to the points where the model was run.
///
/// With z = L⁻¹·(x − mode), L·Lᵀ the inverse of the curvature, residual i is aᵢ + Σ bᵢⱼ·zⱼ + Σ cᵢⱼₖ·zⱼ·zₖ (j ≤ k). Before a point is known it is linear, as
/// the Jacobian at the mode has it; points move it from there by ridge regression.
struct ResidualSurrogate {
    private let mode: [Double]
    private let factor: CholeskyFactor
    private let residualCount: Int
    /// `[featureIndex · blockCount + residualIndex / 8]`, residuals past the last zero.
    private var coefficients: [SIMD8<Double>]
    private var blockCount: Int { (residualCount + 7) / 8 }
    private var featureCount: Int { coefficients.count / blockCount }

    /// What is known before a point is, counted in points.
    private static let priorPoints = 3.0

    /// The linear surrogate.
    ///
    /// - Parameters:
    ///   - mode: where residuals and Jacobian were taken.
    ///   - factor: of the covariance there.
    ///   - jacobian: `[residualIndex][variableIndex]`.
    init(mode: [Double], residuals: [Double], jacobian: [[Double]], factor: CholeskyFactor) {
        self.mode = mode
        self.factor = factor
        residualCount = residuals.count
        coefficients = Self.blocks(residuals)
        for column in mode.indices {
            let direction = factor.times(mode.indices.map { $0 == column ? 1 : 0 })
            coefficients += Self.blocks(jacobian.map { row in zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } })
        }
        let pairCount = mode.count * (mode.count + 1) / 2
        coefficients += [SIMD8<Double>](repeating: .zero, count: pairCount * blockCount)
    }

    private static func blocks(_ values: [Double]) -> [SIMD8<Double>] {
        stride(from: 0, to: values.count, by: 8).map { first in
            var block = SIMD8<Double>.zero
            for index in first..<min(first + 8, values.count) { block[index - first] = values[index] }
            return block
        }
    }

    /// This surrogate drawn towards what the model gave; costs above the least by more than the number of variables weigh less.
    func fitted(to points: [[Double]], residuals: [[Double]]) -> ResidualSurrogate {
        guard let least = residuals.map(LeastSquares.cost).min() else { return self }
        let expected = Double(mode.count)
        let featureCount = featureCount
        var normal = (0..<featureCount).map { row in
            (0..<featureCount).map { row == $0 ? Self.priorPoints : 0.0 }
        }
        var right = [[Double]](repeating: [Double](repeating: 0, count: featureCount), count: residualCount)
        for (point, found) in zip(points, residuals) {
            let weight = 1 / (1 + max(0, LeastSquares.cost(found) - least - expected) / expected)
            let features = features(at: coordinates(of: point))
            let near = self.residuals(features)
            let errors = found.indices.map { found[$0] - near[$0 / 8][$0 % 8] }
            for i in 0..<featureCount {
                let scaled = weight * features[i]
                for j in 0...i { normal[i][j] += scaled * features[j] }
                for (residual, error) in errors.enumerated() { right[residual][i] += scaled * error }
            }
        }
        guard let normalFactor = CholeskyFactor(normal) else { return self }
        var moved = self
        for (residual, side) in right.enumerated() {
            for (feature, change) in normalFactor.solve(side).enumerated() {
                moved.coefficients[feature * blockCount + residual / 8][residual % 8] += change
            }
        }
        return moved
    }

    /// Factor of the covariance of z over points, drawn towards 1 as far as the variables are many beside them.
    func spread(of points: [[Double]]) -> CholeskyFactor? {
        let all = points.map(coordinates)
        let means = mode.indices.map { i in all.reduce(0) { $0 + $1[i] } / Double(max(all.count, 1)) }
        let total = Double(all.count + mode.count)
        return CholeskyFactor(
            mode.indices.map { i in
                mode.indices.map { j in
                    let sum = all.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) }
                    return (sum + (i == j ? Double(mode.count) : 0)) / total
                }
            })
    }

    /// z of a point.
    func coordinates(of point: [Double]) -> [Double] { factor.solveLower(zip(point, mode).map { $0 - $1 }) }
    /// The point of z.
    func point(at z: [Double]) -> [Double] { zip(mode, factor.times(z)).map { $0 + $1 } }

    /// Half the sum of the squared residuals at z.
    func cost(at z: [Double]) -> Double { Self.cost(residuals(features(at: z))) }

    /// The cost at z and its derivatives by z.
    func costAndGradient(at z: [Double]) -> (cost: Double, gradient: [Double]) {
        let residuals = residuals(features(at: z))
        // By each feature first; that a pair has two factors is left to the end.
        var byFeature = (1..<featureCount).lazy.map { feature in
            var sum = SIMD8<Double>.zero
            for block in residuals.indices {
                sum += residuals[block] * coefficients[feature * residuals.count + block]
            }
            return sum.sum()
        }.makeIterator()
        var gradient = z.indices.map { _ in byFeature.next()! }
        for i in z.indices {
            for j in i..<z.count {
                let derivative = byFeature.next()!
                gradient[i] += derivative * z[j]
                gradient[j] += derivative * z[i]
            }
        }
        return (Self.cost(residuals), gradient)
    }

    private static func cost(_ residuals: [SIMD8<Double>]) -> Double {
        residuals.reduce(into: SIMD8<Double>.zero) { $0 += $1 * $1 }.sum() / 2
    }

    private func features(at z: [Double]) -> [Double] {
        var features = [1.0]
        features.reserveCapacity(featureCount)
        features += z
        for i in z.indices {
            for j in i..<z.count { features.append(z[i] * z[j]) }
        }
        return features
    }

    private func residuals(_ features: [Double]) -> [SIMD8<Double>] {
        let blockCount = blockCount
        var sums = [SIMD8<Double>](repeating: .zero, count: blockCount)
        for (index, feature) in features.enumerated() {
            let row = index * blockCount
            for block in 0..<blockCount { sums[block] += coefficients[row + block] * feature }
        }
        return sums
    }
}
