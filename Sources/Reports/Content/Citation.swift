/// A work as reports print it.
public struct Citation: Hashable, Sendable {
    /// Authors, year, title and place, as one line.
    public var text: String
    /// Without a resolver in front: `10.1159/000073575`.
    public var doi: String?

    public init(_ text: String, doi: String? = nil) {
        self.text = text
        self.doi = doi
    }

    /// Address of the work's page; characters that an address may not hold are percent-encoded.
    public var address: String? {
        guard let doi, !doi.isEmpty else { return nil }
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:()".utf8)
        let path = doi.utf8.map { allowed.contains($0) ? String(UnicodeScalar($0)) : percent($0) }.joined()
        return "https://doi.org/" + path
    }

    private func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }
}
