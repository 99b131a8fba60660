import Studies

/// The fit that gives every fitted number of the flagship.
public enum Calibration {
    /// All calibration studies, every fitted number from its first estimate.
    ///
    /// The result does not depend on the present values nor on the number of threads.
    public static func fit(threadCount: Int) -> Fit {
        var fit = Fit(
            family: Flagship(), library: StudyFiles.library, parameters: parameters,
            // Thirty times tighter than a study, so that differences of one part in a hundred stand clear of noise.
            solver: .lanes(relativeTolerance: 1e-5), threadCount: threadCount)
        fit.samplingSolver = .standard
        return fit
    }

    /// Every study of an effect that may be none, fitted together: the effect of active MGP on calcification, how the coronary bed and the
    /// valve differ from it, and how it acts. The other fitted numbers stay where a fit left them.
    ///
    /// - Parameter fixed: those values, by identifier.
    public static func nullAwareFit(threadCount: Int, fixed: [String: Double] = [:]) throws -> Fit {
        let prefix = "calcification.vitaminK."
        var fit = Fit(
            family: Flagship(), library: StudyFiles.library,
            parameters: [
                FitParameter(
                    prefix + "effect", in: -5...5, scale: .linear(typical: 1), priorDeviation: 1, estimate: 0),
                FitParameter(
                    prefix + "coronaryDeviation", in: -1.5...1.5, scale: .linear(typical: 1), priorDeviation: 0.3,
                    estimate: 0),
                FitParameter(
                    prefix + "valveDeviation", in: -1.5...1.5, scale: .linear(typical: 1), priorDeviation: 0.3,
                    estimate: 0),
                FitParameter(prefix + "throughPhenotype", in: 0...1, scale: .linear(typical: 1)),
            ],
            solver: .lanes(relativeTolerance: 1e-5), threadCount: threadCount)
        fit.fixed = fixed
        fit.samplingSolver = .standard
        fit.studyIdentifiers = Set(
            try StudyFiles.library.studies([.calibration], for: Flagship()).filter(\.isNullAware).map(\.id))
        return fit
    }

    /// Outputs on which the effect is looked for.
    public static let nullAwareOutputs: Set<String> = ["CAC", "valveCalcium"]

    /// An effect on less than a tenth of the progression is negligible: the trials of two to three years could not have seen one
    /// several times as large.
    public static let negligibleShare = 0.1

    /// A value may move by a factor of twenty; beyond that the model, not the number, is to be questioned. Its estimate holds
    /// it back as an observation whose standard error is a factor of e.
    private static var parameters: [FitParameter] {
        FittedValues.all.map { fitted in
            FitParameter(
                fitted.identifier, in: fitted.estimate / 20...min(fitted.estimate * 20, fitted.greatest ?? .infinity),
                priorDeviation: 1, estimate: fitted.estimate)
        }
    }
}
