/// Lagrange polynomials on uneven points: values elsewhere as weights of the values at the points.
enum LagrangeWeights {
    /// Weights [points.count] of the values at `points` in the polynomial's value at `place`.
    ///
    /// - Parameter points: distinct.
    static func at(_ place: Double, points: [Double]) -> [Double] {
        points.indices.map { own in
            points.indices.reduce(1.0) { product, other in
                other == own ? product : product * (place - points[other]) / (points[own] - points[other])
            }
        }
    }
}
