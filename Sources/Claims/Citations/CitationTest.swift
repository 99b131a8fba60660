/// Whether a cited work carries what it is cited for, aspect by aspect.
public struct CitationTest: Sendable {
    public var work: String
    /// What it is cited for, in our words.
    public var use: String
    /// How much of the work was read.
    public var seen: Seen
    public var aspects: [Aspect]

    public enum Seen: String, Codable, Sendable, CaseIterable { case full, abstract, no }

    /// One fact that the claim needs and what the work has.
    public struct Aspect: Sendable {
        public var name: String
        public var claimed: String
        /// `unknown` where it could not be read.
        public var found: String

        public var isUnknown: Bool { found == "unknown" }
        public var matches: Bool { claimed == "any" || claimed.lowercased() == found.lowercased() }
    }

    public static let aspectNames = ["species", "form", "route", "design", "outcome"]

    public enum Finding: String, Codable, Sendable, CaseIterable {
        case carries
        case partly
        case fails = "does not carry"
        case notVerified = "not verified"
    }

    /// Unread works are not verified. All aspects equal: carries. One differs, and it is not the species: partly. Else it does not.
    public var finding: Finding {
        guard seen != .no, aspects.contains(where: { !$0.isUnknown }) else { return .notVerified }
        let misses = aspects.filter { !$0.isUnknown && !$0.matches }
        if misses.isEmpty { return aspects.contains(where: \.isUnknown) ? .partly : .carries }
        return misses.count == 1 && misses[0].name != "species" ? .partly : .fails
    }
}
