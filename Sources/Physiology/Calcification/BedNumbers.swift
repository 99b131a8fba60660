import Modeling

/// Numbers of one bed; each bed has a file of its own that gives them.
struct BedNumbers: Sendable {
    /// Score at the start [AU].
    let atStart: Expression
    /// New mature calcium of the reference person at the usual age [AU/y].
    let onset: Expression
    /// Growth in proportion, of small scores [1/y].
    let growth: Expression
    /// Score above which growth is even on its square root [AU].
    let evenAbove: Expression
}

/// Numbers that all beds share.
struct DepositNumbers: Sendable {
    /// Micro-deposits become mature, and are cleared [1/y].
    let maturing: Expression
    let clearing: Expression
    /// Mature deposits are removed [1/y].
    let removal: Expression
    /// Bone-like share of cells in the reference person [1] and its turnover [1/y].
    let usualPhenotype: Expression
    let phenotypeTurnover: Expression

    init(in scope: Scope) {
        maturing = scope.parameter(
            "maturing", 2, .perYear,
            .assumed(because: "sites that take up fluoride today hold calcium on a scan within a year or two"),
            spread: .logNormal(coefficientOfVariation: 0.4), "micro-deposits become mature")
        clearing = scope.parameter(
            "clearing", 0.5, .perYear,
            .assumed(because: "small crystals can be dissolved or engulfed; a fifth is, before it matures"),
            spread: .logNormal(coefficientOfVariation: 0.5), "micro-deposits are cleared")
        removal = scope.parameter(
            "removal", 0.005, .perYear,
            .assumed(because: "no mean regression is seen in any human trial: at most slow"),
            spread: .logNormal(coefficientOfVariation: 0.7), "removal of mature calcium")
        usualPhenotype = scope.parameter(
            "usualPhenotype", 0.02, .dimensionless,
            .assumed(because: "bone-like cells are few in a wall; only how soon the share levels off hangs on it"),
            spread: .logNormal(coefficientOfVariation: 0.5), "bone-like share of cells in the reference person")
        phenotypeTurnover = scope.parameter(
            "phenotypeTurnover", 4, .perYear,
            .assumed(because: "cells turn within weeks in culture; a wall is taken to follow within months"),
            spread: .logNormal(coefficientOfVariation: 0.5), "turnover of the bone-like share")
    }
}
