import Modeling

/// Carotid–femoral pulse wave velocity by age and pressure, the reference curves of 2010.
///
///     cfPWV = A · age + B · age² + C,   interpolated between five pressure categories by mean pressure
struct ReferencePulseWaveVelocity: Component {
    /// One pressure category: systolic and diastolic [mmHg], coefficients [m/s/y], [m/s/y²], [m/s].
    private struct Category {
        let systolic, diastolic, linear, quadratic, constant: Double
    }

    private static let categories = [
        Category(systolic: 115, diastolic: 77.5, linear: 0, quadratic: 0.83e-3, constant: 5.55),
        Category(systolic: 125, diastolic: 82.5, linear: 0, quadratic: 0.99e-3, constant: 5.69),
        Category(systolic: 135, diastolic: 87.5, linear: 0, quadratic: 1.05e-3, constant: 5.91),
        Category(systolic: 150, diastolic: 95, linear: 0, quadratic: 1.18e-3, constant: 6.17),
        Category(systolic: 170, diastolic: 105, linear: 0.044, quadratic: 0.85e-3, constant: 5.73),
    ]

    private let curves: [(pressure: Expression, linear: Expression, quadratic: Expression, constant: Expression)]
    private let pressure: Expression

    /// - Parameters:
    ///   - pressure: mean arterial pressure that selects between the curves [mmHg].
    ///   - form: share of pulse pressure above diastolic in the mean [1].
    init(in scope: Scope, pressure: Expression, form: Expression) {
        func number(_ name: String, _ value: Double, _ unit: Unit, _ summary: String) -> Expression {
            scope.parameter(
                name, value, unit, .published(.mattaceRaso2010, at: "coefficients by pressure category"),
                nonNegative: false, summary)
        }
        curves = Self.categories.enumerated().map { index, category in
            let systolic = number(
                "systolic\(index)", category.systolic, .millimetreOfMercury, "systolic pressure of the category")
            let diastolic = number(
                "diastolic\(index)", category.diastolic, .millimetreOfMercury, "diastolic pressure of the category")
            return (
                pressure: diastolic + form * (systolic - diastolic),
                linear: number("linear\(index)", category.linear, .metrePerSecondPerYear, "coefficient of age"),
                quadratic: number(
                    "quadratic\(index)", category.quadratic, .metrePerSecondPerYearSquared, "coefficient of age squared"
                ),
                constant: number("constant\(index)", category.constant, .metrePerSecond, "constant")
            )
        }
        self.pressure = pressure
    }

    /// Reference velocity at an age [m/s].
    func velocity(atAge age: Expression) -> Expression {
        let values = curves.map { $0.linear * age + $0.quadratic * age.squared + $0.constant }
        let steps = zip(curves.indices, curves.indices.dropFirst()).map { lower, upper in
            let along = (pressure - curves[lower].pressure) / (curves[upper].pressure - curves[lower].pressure)
            return (values[upper] - values[lower]) * minimum(1, maximum(0, along))
        }
        return .sum([values[0]] + steps)
    }
}
