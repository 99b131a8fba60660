import Modeling

/// What each uncertain parameter adds to the variance of each output, worst first.
public struct UncertaintyShares: Codable, Sendable {
    /// One parameter's part in one output.
    public struct Share: Codable, Sendable {
        public var parameter: String
        /// Of the output's variance, 0 to 1.
        public var share: Double
        /// The output with the parameter one standard deviation below and above its centre [the output's unit].
        public var low: Double
        public var high: Double
    }

    public struct OutputShares: Codable, Sendable {
        public var output: String
        public var label: String
        public var unit: String
        /// With the model's own numbers [unit].
        public var value: Double
        /// Root of the sum of all variances [unit].
        public var standardDeviation: Double
        /// Worst first; equal ones by name. Empty where nothing uncertain reaches the output.
        public var shares: [Share]

        public func share(of parameter: String) -> Double {
            shares.first { $0.parameter == parameter }?.share ?? 0
        }
    }

    /// What was simulated: the scenario's title, the arm and its doses as written, the length [h].
    public var title: String
    public var arm: String
    public var regimens: [String]
    public var horizon: Double
    public var outputs: [OutputShares]
    /// Parameters that could not be moved, with the reason.
    public var failures: [String]

    /// A parameter's outputs at its three points.
    struct Effect: Sendable {
        let identifier: String
        let low, high: [Double]
        /// [outputIndex]
        let variances: [Double]

        init(_ move: UncertaintyRanking.Move, low: [Double], centre: [Double], high: [Double]) {
            identifier = move.identifier
            self.low = low
            self.high = high
            variances = low.indices.map { index in
                let slope = (high[index] - low[index]) / 2
                let curvature = (high[index] + low[index]) / 2 - centre[index]
                return slope * slope + curvature * curvature * move.varianceOfSquare
            }
        }
    }

    init(scenario: Scenario, plan: StudyRunner.ArmPlan, own: [Double], effects: [Effect], failures: [String]) {
        title = scenario.title
        arm = plan.arm.name
        regimens = plan.arm.regimens.map(\.text)
        horizon = scenario.horizon
        self.failures = failures
        outputs = plan.outputIndices.enumerated().map { index, layoutIndex in
            let traits = plan.model.kernel.layout.outputs[layoutIndex]
            let variance = effects.reduce(0) { $0 + $1.variances[index] }
            let shares = effects.filter { $0.variances[index] > 0 }.map { effect in
                Share(
                    parameter: effect.identifier, share: effect.variances[index] / variance, low: effect.low[index],
                    high: effect.high[index])
            }
            return OutputShares(
                output: traits.identifier, label: traits.label, unit: traits.unit.description, value: own[index],
                standardDeviation: variance.squareRoot(),
                shares: shares.sorted { ($1.share, $0.parameter) < ($0.share, $1.parameter) })
        }
    }

    /// Parameters by their largest share of any output, worst first.
    public var parametersByLargestShare: [(parameter: String, share: Double)] {
        var largest: [String: Double] = [:]
        for share in outputs.flatMap(\.shares) {
            largest[share.parameter] = max(largest[share.parameter] ?? 0, share.share)
        }
        return largest.map { (parameter: $0.key, share: $0.value) }
            .sorted { ($1.share, $0.parameter) < ($0.share, $1.parameter) }
    }
}
