/// The works in `References.bib`: key and the fields of the entry.
public enum Bibliography {
    public struct Entry: Sendable {
        public let key: String
        /// By lower-case name: title, doi, isbn, url.
        public let fields: [String: String]
        /// Where the work can be found: DOI or ISBN, else PMID or page.
        public var locator: String? {
            fields["doi"].map { "doi:\($0)" } ?? fields["isbn"].map { "ISBN \($0)" } ?? fields["pmid"].map {
                "PMID \($0)"
            } ?? fields["url"]
        }
    }

    /// The file as it stands.
    public static let text = String(decoding: PackageResources.References_bib, as: UTF8.self)

    /// Entries by key.
    public static let entries: [String: Entry] = Dictionary(
        text.split(separator: "\n").compactMap(entry).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// One entry on one line: `@kind{key, name={value}, …}`.
    private static func entry(_ line: Substring) -> Entry? {
        guard line.hasPrefix("@"), let open = line.firstIndex(of: "{"), let comma = line.firstIndex(of: ",") else {
            return nil
        }
        let key = String(line[line.index(after: open)..<comma])
        var fields: [String: String] = [:]
        var rest = line[line.index(after: comma)...]
        while let equals = rest.firstIndex(of: "="), equals < rest.endIndex {
            let name = rest[..<equals].drop { $0 == " " || $0 == "," || $0 == "}" }
            var depth = 0
            var value = ""
            var index = rest.index(after: equals)
            repeat {
                let character = rest[index]
                if character == "{" {
                    depth += 1
                } else if character == "}" {
                    depth -= 1
                } else {
                    value.append(character)
                }
                index = rest.index(after: index)
            } while depth > 0 && index < rest.endIndex
            fields[name.lowercased()] = value
            rest = rest[index...]
        }
        return Entry(key: key, fields: fields)
    }
}
