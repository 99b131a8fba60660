import Claims
import Studies

/// What is told of a claim file: each claim with its verdict, the two scores, one picture and the sources.
public struct ClaimsReport: Sendable {
    public var results: ClaimResults
    /// Simulated scenarios by name, for pictures.
    public var studies: [String: StudyResult]
    /// Citation of each reference key.
    public var bibliography: [String: Citation]
    /// What trials say together of an effect that may be none, and what they cannot.
    public var nullEffect: NullEffect?
    public var unidentified: [String]
    /// Where the page will stand; without it, ids in the reviews are relative to `claims.html`.
    public var address: String?
    public var version: String

    public init(
        _ results: ClaimResults, studies: [String: StudyResult] = [:], bibliography: [String: Citation] = [:],
        nullEffect: NullEffect? = nil, unidentified: [String] = [], address: String? = nil,
        version: String = BuildFacts.version
    ) {
        self.results = results
        self.studies = studies
        self.bibliography = bibliography
        self.nullEffect = nullEffect
        self.unidentified = unidentified
        self.address = address
        self.version = version
    }

    /// Verdicts in the order they are counted in.
    static let order: [Verdict] = [.supported, .partlySupported, .notSupported, .contradicted, .untestable]

    /// "3 supported, 2 partly supported …", those that occur.
    var countText: String {
        let parts = Self.order.compactMap { verdict -> String? in
            let count = results.count(of: verdict)
            return count > 0 ? "\(count) \(verdict.rawValue)" : nil
        }
        return PlainList.joined(parts)
    }

    /// Claims made at a place, in the order of the file.
    func claims(madeAt place: String) -> [ClaimResult] { results.claims.filter { $0.made == place } }

    /// What the whole comes to, in sentences; the numbers are those of the verdicts.
    var shortAnswer: String {
        let counts = results.places.compactMap { place -> String? in
            let own = claims(madeAt: place.key)
            guard !own.isEmpty else { return nil }
            let held = own.count { $0.verdict == .supported }
            let partly = own.count { $0.verdict == .partlySupported }
            let against = own.count { $0.verdict == .contradicted }
            return "\(place.text): \(own.count) claims, \(held) supported, \(partly) partly, \(against) contradicted."
        }
        return counts.joined(separator: " ")
    }
}
