import Studies

/// The posterior sample of the fitted numbers; `patency fit --posterior --write` puts the draws of this file in place, and nothing else does.
public enum FittedPosterior {
    /// Draws, all numbers of one together.
    public static let draws = PosteriorDraws(parsing: text)

    /// A line of names, then a line a draw, as ``PosteriorDraws/text``.
    static let text = """
        """
}
