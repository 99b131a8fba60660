import Foundation
import Modeling

extension ObservedStudy.Observation {
    /// How a finding scatters about what the model says.
    public enum ErrorModel: String, Sendable, CaseIterable {
        /// By the same number of units wherever the model is.
        case normal
        /// By the same factor; for what is positive and skewed, such as an area under a curve.
        case logNormal = "log-normal"
    }

    /// What a number of the study tells of its people, which decides how its standard error follows from their spread.
    public enum Summary: String, Sendable, CaseIterable {
        case mean
        /// Its standard error is √(π/2) times that of a mean.
        case median
        /// A share or count of everyone.
        case population
    }

    /// Signed distance of a prediction from the finding, of which half the square is minus the log likelihood but for a constant;
    /// `nil` where the finding has no likelihood or the prediction none in this error model.
    ///
    /// - A number: z = √w·(p − o)/s, or √w·(ln p − ln o)/σ with σ² = ln(1 + (s/o)²) where errors are log-normal.
    /// - A limit, nothing below or above which was seen: √w·√(−2 ln Φ(u)), u = (limit − p)/s, or its logarithmic form; 0 far on the
    ///   right side of the limit, (p − limit)/s far on the wrong one.
    ///
    /// - Parameter predicted: what the model says [`unit`].
    public func residual(of predicted: Double) -> Double? {
        guard let error = scoringError, predicted.isFinite else { return nil }
        let distance: Double
        switch finding {
        case .value(let observed):
            guard let z = standardised(predicted, from: observed, error: error) else { return nil }
            distance = z
        case .below(let limit?):
            guard let z = standardised(predicted, from: limit, error: error) else { return nil }
            distance = Self.censored(-z)
        case .above(let limit):
            guard let z = standardised(predicted, from: limit, error: error) else { return nil }
            distance = -Self.censored(z)
        case .below(nil), .direction: return nil
        }
        return weight.squareRoot() * distance
    }

    private func standardised(_ predicted: Double, from observed: Double, error: Double) -> Double? {
        switch errorModel {
        case .normal: return (predicted - observed) / error
        case .logNormal:
            guard predicted > 0, observed > 0 else { return nil }
            return log(predicted / observed) / Self.logDeviation(error, of: observed)
        }
    }

    /// SD of the logarithm of a log-normal number with this mean and SD.
    static func logDeviation(_ deviation: Double, of mean: Double) -> Double {
        log(1 + (deviation / mean) * (deviation / mean)).squareRoot()
    }

    /// √(−2 ln Φ(u)); its asymptote −u + … far below zero, where Φ underflows.
    static func censored(_ u: Double) -> Double {
        if u > 8 { return 0 }
        if u > -30 { return (-2 * log(0.5 * erfc(-u / 2.0.squareRoot()))).squareRoot() }
        return (u * u + log(2 * Double.pi * u * u)).squareRoot()
    }
}
