import Modeling

/// What a food holds of the vitamers of vitamin K, per 100 g.
public struct Food: Sendable {
    /// One content [µg/100 g] and where it was read.
    public struct Content: Sendable {
        public let amount: Double
        public let evidence: Evidence
    }

    public let name: String
    /// `nil` is not measured, which is not the same as none.
    public let phylloquinone: Content?
    public let menaquinone4: Content?
    public let menaquinone7: Content?
    /// Menaquinones longer than MK-7.
    public let longMenaquinones: Content?

    /// What the model calls MK-7: menaquinone-7 and longer, as far as measured [µg/100 g]; `nil` where neither was.
    public var longChain: Double? {
        let known = [menaquinone7, longMenaquinones].compactMap { $0?.amount }
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}
