import Modeling

extension BedNumbers {
    /// Aorta: medial, anchored at the median curve of age and sex.
    static func aorta(in scope: Scope, start: CalcificationAtStart, median: MedianAorticCalcium) -> BedNumbers {
        BedNumbers(
            atStart: start.aorticRelative * median.atStart,
            onset: scope.parameter(
                "onset", 1, .agatstonPerYear,
                .assumed(because: "the aorta calcifies earlier and more than the coronary arteries"),
                spread: .logNormal(coefficientOfVariation: 1), "new calcium"),
            growth: scope.parameter(
                "growth", 0.1, .perYear,
                .derived(
                    from: [
                        "calcification.aorticMedian.perYear", "calcification.deposits.removal",
                        "calcification.aorta.onset", "calcification.aorticMedian.atSixty",
                        "calcification.aorta.evenAbove",
                    ],
                    by: "the median curve's own rise at 60, plus removal, less new calcium, with the slowing of growth"),
                spread: .logNormal(coefficientOfVariation: 0.2), "growth in proportion"),
            evenAbove: evenAbove(in: scope))
    }

    /// Arteries of the leg: medial, as the aorta for want of a cohort, and less.
    static func peripheral(in scope: Scope, start: CalcificationAtStart, median: MedianAorticCalcium) -> BedNumbers {
        let share = scope.parameter(
            "share", 0.3, .dimensionless,
            .assumed(because: "less wall than the aorta; no cohort with both was at hand"),
            spread: .logNormal(coefficientOfVariation: 0.7), "calcium relative to the aorta's")
        return BedNumbers(
            atStart: share * start.aorticRelative * median.atStart,
            onset: scope.parameter(
                "onset", 0.3, .agatstonPerYear,
                .derived(
                    from: ["calcification.aorta.onset", "calcification.peripheral.share"], by: "the aorta's times share"
                ),
                spread: .logNormal(coefficientOfVariation: 1), "new calcium"),
            growth: scope.parameter(
                "growth", 0.1, .perYear, .assumed(because: "as in the aorta, for want of a cohort"),
                spread: .logNormal(coefficientOfVariation: 0.3), "growth in proportion"),
            evenAbove: evenAbove(in: scope))
    }

    /// Arteries of the scalp: a hypothesis. No measurement of calcium there exists; it is taken as a thousandth of the aorta's.
    static func scalp(in scope: Scope, start: CalcificationAtStart, median: MedianAorticCalcium) -> BedNumbers {
        let share = scope.parameter(
            "share", 0.001, .dimensionless,
            .assumed(because: "never measured; only the ratio to the usual of age and sex enters anything"),
            "calcium relative to the aorta's")
        return BedNumbers(
            atStart: share * start.aorticRelative * median.atStart,
            onset: scope.parameter(
                "onset", 0.001, .agatstonPerYear,
                .derived(
                    from: ["calcification.aorta.onset", "calcification.scalp.share"], by: "the aorta's times share"),
                spread: .logNormal(coefficientOfVariation: 1), "new calcium"),
            growth: scope.parameter(
                "growth", 0.1, .perYear, .assumed(because: "never measured; as in the aorta"),
                spread: .logNormal(coefficientOfVariation: 0.5), "growth in proportion"),
            evenAbove: evenAbove(in: scope))
    }

    private static func evenAbove(in scope: Scope) -> Expression {
        scope.parameter(
            "evenAbove", 10_000, .agatston,
            .assumed(because: "the median course is taken as exponential; slowing is let in only far above it"),
            spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root")
    }
}
