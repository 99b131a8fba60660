import Modeling

extension BedNumbers {
    /// Aortic valve, at the course of AVADEC's placebo arm.
    static func valve(in scope: Scope, start: CalcificationAtStart) -> BedNumbers {
        for (name, value, what) in [("trialStart", 726.0, "at the start"), ("trialRise", 292, "risen in two years")] {
            _ = scope.parameter(
                name, value, .agatston, .published(.diederichsen2022, at: "abstract: placebo, \(what)"),
                "valve calcium of the placebo arm, \(what)")
        }
        return BedNumbers(
            atStart: start.valve,
            onset: scope.parameter(
                "onset", 0.05, .agatstonPerYear, .assumed(because: "rarer than coronary calcium"),
                spread: .logNormal(coefficientOfVariation: 2), "new calcium"),
            growth: scope.parameter(
                "growth", 0.231, .perYear,
                .derived(
                    from: [
                        "calcification.valve.trialStart", "calcification.valve.trialRise",
                        "calcification.valve.evenAbove",
                    ],
                    by: "half the log ratio of two years, times √(1 + mean / M₁)"),
                spread: .logNormal(coefficientOfVariation: 0.3), "growth in proportion, of small scores"),
            evenAbove: scope.parameter(
                "evenAbove", 1000, .agatston,
                .assumed(because: "scores of severe stenosis lie above it; slowing below is not seen"),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"))
    }
}
