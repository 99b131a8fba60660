/// The 95 % interval of a share that was seen in a number of draws.
enum ShareInterval {
    /// 97.5 % quantile of the normal distribution.
    private static let z = 1.959_963_984_540_054

    /// Wilson's score interval: centre (p + z²/2n) ÷ (1 + z²/n), half-width z·√(p(1 − p)/n + z²/4n²) ÷ (1 + z²/n).
    ///
    /// The whole range where nothing was drawn.
    /// - Source: Wilson, J Am Stat Assoc 1927;22:209–212, doi:10.1080/01621459.1927.10502953.
    static func wilson(share: Double, count: Int) -> ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let n = Double(count)
        let ratio = z * z / n
        let centre = share + ratio / 2
        let spread = z * (share * (1 - share) / n + ratio / (4 * n)).squareRoot()
        let lower = max(0, (centre - spread) / (1 + ratio))
        let upper = min(1, (centre + spread) / (1 + ratio))
        return lower...max(lower, upper)
    }
}
