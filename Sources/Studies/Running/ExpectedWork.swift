/// What a study will ask of the kernels of one model, known before any kernel is made.
public struct ExpectedWork: Hashable, Sendable {
    /// Steps of all subjects together, as the lane solver takes them.
    public var stepCount: Double

    /// - Parameter stepCount: of all subjects of a model together.
    public init(stepCount: Double) { self.stepCount = stepCount }

    /// Steps after a dose, and of a course without doses, roughly: those of the flagship at 3·10⁻⁴.
    private static let stepsPerDose = 25.0
    private static let stepsWithoutDoses = 300.0
    /// Doses simulated of those that repeat: the others are passed over.
    private static let mostDoses = 250.0

    /// A scenario's work, arm by arm on average, since most arms have a model of their own.
    public init(_ scenario: Scenario) {
        let steps = scenario.arms.map { arm in
            arm.regimens.reduce(Self.stepsWithoutDoses) {
                $0 + Self.stepsPerDose * min($1.doseCount(before: scenario.horizon), Self.mostDoses)
            }
        }
        stepCount = Double(scenario.drawCount) * steps.reduce(0, +) / Double(max(steps.count, 1))
    }
}

extension Scenario.Regimen {
    /// Doses before a time [h].
    fileprivate func doseCount(before horizon: Double) -> Double {
        let last = min(end, horizon)
        guard last > start else { return 0 }
        return interval.map { ((last - start) / $0).rounded(.up) } ?? 1
    }
}
