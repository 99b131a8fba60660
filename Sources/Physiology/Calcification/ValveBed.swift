import Modeling

extension BedNumbers {
    /// Aortic valve, at the course of AVADEC's placebo arm.
    static func valve(in scope: Scope, start: CalcificationAtStart) -> BedNumbers {
        BedNumbers(
            atStart: start.valve,
            onset: scope.parameter(
                "onset", 0.05, .agatstonPerYear, .assumed(because: "rarer than coronary calcium"),
                spread: .logNormal(coefficientOfVariation: 2), "new calcium"),
            growth: scope.parameter(
                "growth", 0.231, .perYear,
                .derived(
                    from: ["calcification.valve.evenAbove"],
                    by:
                        "AVADEC placebo (Diederichsen 2022): +292 of 726 AU in 24 months, ½ · ln(1018 / 726) a year, times √(1 + 872 / M₁)"
                ),
                spread: .logNormal(coefficientOfVariation: 0.3), "growth in proportion, of small scores"),
            evenAbove: scope.parameter(
                "evenAbove", 1000, .agatston,
                .assumed(because: "scores of severe stenosis lie above it; slowing below is not seen"),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"))
    }
}
