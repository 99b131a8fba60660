import Studies

/// The posterior sample of the fitted numbers and what is known of it; `patency fit --write` puts the text of this file in place, and nothing
/// else does.
public enum FittedPosterior {
    /// Draws, all numbers of one together; `nil` before the first sample.
    public static let draws = PosteriorDraws(parsing: drawsText)

    /// Diagnostics, profiles, and the effect that may be none.
    ///
    /// - Throws: an error of decoding, where the text below was changed by hand.
    public static var evidence: FitEvidence { get throws { try FitEvidence(json: evidenceText) } }

    // Written from here on.

    static let drawsText = """
        """

    static let evidenceText = """
        {}
        """
}
