/// What a model's numbers and quantities are elsewhere, for the annotations of a document.
public struct ModelAnnotations: Sendable {
    /// Addresses of the works that evidence refers to, by the key of the reference: `https://identifiers.org/doi:…`.
    public var references: [String: String] = [:]
    /// Addresses of what a quantity is, by its identifier: `https://identifiers.org/CHEBI:…`.
    public var identities: [String: [String]] = [:]
    /// One paragraph each about the model as a whole.
    public var notes: [String] = []

    public init() {}
}
