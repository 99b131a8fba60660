import Studies

/// The fit that gives every fitted number of the flagship.
public enum Calibration {
    /// All calibration studies, every fitted number from its first estimate.
    ///
    /// The result does not depend on the present values nor on the number of threads.
    public static func fit(threadCount: Int) -> Fit {
        Fit(
            family: Flagship(), library: StudyFiles.library, parameters: parameters,
            // Thirty times tighter than a study, so that differences of one part in a hundred stand clear of noise.
            solver: .lanes(relativeTolerance: 1e-5), threadCount: threadCount)
    }

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
