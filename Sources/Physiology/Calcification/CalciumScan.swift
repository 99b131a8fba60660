import Modeling

/// The coronary score as scanners read it: two scans of the same heart on one day differ.
///
///     scan = C · exp(σ(C) · z),   σ(C) = (a + b / √(C + 1 AU)) / q
///
/// a and b are those of the limit a + b / √C that 95 % of pairs of scans stay within, relative to the score; q = 1.96 · √2 turns it
/// into the deviation of one scan. The limit's small term in body-mass index, none near 25 kg/m², is left out.
/// - Source: Chung 2008 (doi:10.2214/AJR.07.2726), 3,380 people with calcium.
struct CalciumScan: Component {
    /// What a scan now reads [AU].
    let reading: Expression
    /// A scan now less one at the start, each with its own error [AU].
    let change: Expression

    init(in scope: Scope, calcium: Expression, atStart: Expression) {
        let place = "abstract: limit 0.17 S + 4.89 √S for 95 % of repeated scans"
        let proportion = scope.parameter(
            "proportion", 0.17, .dimensionless, .published(.chung2008, at: place), "limit in proportion to the score")
        let root = scope.parameter(
            "root", 4.89, .rootAgatston, .published(.chung2008, at: place), "limit on the root of the score")
        _ = scope.parameter(
            "normalQuantile", 1.96, .dimensionless,
            .assumed(because: "95 % of a normal distribution lie within so many deviations: arithmetic, not a finding"),
            "limit that holds 95 %, in deviations")
        let quantile = scope.parameter(
            "quantile", 2.772, .dimensionless,
            .derived(from: ["calcification.scan.normalQuantile"], by: "times √2: a difference of two scans"),
            "limit of a difference over the deviation of one scan")
        let unit = scope.parameter(
            "unit", 1, .agatston, .assumed(because: "keeps the deviation finite without calcium"), "offset")
        func error(_ name: String, _ summary: String) -> Expression {
            scope.parameter(
                name, 0, .dimensionless, .assumed(because: "a standard normal deviate, one for each scan"),
                spread: .normal(standardDeviation: 1), nonNegative: false, summary)
        }
        func read(_ score: Expression, _ error: Expression) -> Expression {
            score * exp((proportion + root / sqrt(score + unit)) / quantile * error)
        }
        reading = scope.define(
            "reading", .agatston, read(calcium, error("error", "error of a later scan, in its deviations")),
            "score as one scan reads it")
        let first = scope.define(
            "first", .agatston,
            read(atStart, error("errorAtStart", "error of the scan at the start, in its deviations")),
            "score at the start as one scan reads it")
        change = scope.define("change", .agatston, reading - first, "difference of two scans")
    }
}
