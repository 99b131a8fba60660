import Foundation

/// What is known of the fitted numbers beside their values, as data: kept with them, shown in reports.
public struct FitEvidence: Codable, Sendable {
    public struct Marginal: Codable, Sendable {
        public var identifier: String
        public var study: String?
        /// Median and ends of the 90 % range [the number's unit].
        public var lower, median, upper: Double
        public var splitRHat, effectiveSize: Double
        public var priorShare: Double?
    }

    /// A posterior sample in short; the draws themselves stand elsewhere.
    public struct Sample: Codable, Sendable {
        public var marginals: [Marginal]
        /// `[marginalIndex][marginalIndex]`.
        public var correlation: [[Double]]
        public var paretoShape: Double?
        public var weightedSize, acceptance: Double
        public var proposalCount: Int
    }

    public var posterior: Sample?
    public var profiles: ProfileResult?
    public var nullEffect: NullEffect?

    public init() {}

    /// Reads ``json``.
    ///
    /// - Throws: an error of decoding.
    public init(json: String) throws {
        self = try JSONDecoder().decode(FitEvidence.self, from: Data(json.utf8))
    }

    /// Keys in order, a line a member, numbers to four digits.
    public var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
                .replacing("},{", with: "},\n{").replacing("],[", with: "],\n[")
        }
    }
}

extension Double {
    /// To four significant digits.
    var fourDigits: Double { isFinite ? Double(String(format: "%.4g", self)) ?? self : self }
}

extension FitEvidence.Sample {
    public init(_ result: PosteriorResult) {
        marginals = result.marginals.map { marginal in
            FitEvidence.Marginal(
                identifier: marginal.column.identifier, study: marginal.column.study, lower: marginal.lower.fourDigits,
                median: marginal.median.fourDigits, upper: marginal.upper.fourDigits,
                splitRHat: marginal.convergence.splitRHat.fourDigits,
                effectiveSize: marginal.convergence.effectiveSize.fourDigits,
                priorShare: marginal.priorShare?.fourDigits)
        }
        correlation = result.correlation.map { $0.map { ($0 * 100).rounded() / 100 } }
        paretoShape = result.paretoShape?.fourDigits
        weightedSize = result.weightedSize.fourDigits
        acceptance = result.acceptance.fourDigits
        proposalCount = result.proposalCount
    }
}
