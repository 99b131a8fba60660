/// The tags of an XML text that ``DocumentScan`` has let through, one after another, with their lines.
struct XMLTags: Sequence, IteratorProtocol {
    /// A start or end tag.
    struct Tag {
        /// Without prefix.
        let name: String
        /// By name without prefix; the five entities of XML are resolved.
        let attributes: [String: String]
        /// Lines of its first and last character.
        let lines: ClosedRange<Int>
        let isEnd: Bool
        /// Whether it closes itself.
        let isEmpty: Bool
    }

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var line = 1

    /// - Parameter bytes: must outlive the sequence.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while advance(to: UInt8(ascii: "<")) {
            position += 1
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "?"): advance(past: "?>")
            case UInt8(ascii: "!"): advance(past: bytes[position...].starts(with: "![CDATA[".utf8) ? "]]>" : "-->")
            default: return readTag()
            }
        }
        return nil
    }

    private mutating func advance(to byte: UInt8) -> Bool {
        while position < bytes.count, bytes[position] != byte {
            if bytes[position] == 10 { line += 1 }
            position += 1
        }
        return position < bytes.count
    }

    private mutating func advance(past end: String) {
        while position < bytes.count, !bytes[position...].starts(with: end.utf8) {
            if bytes[position] == 10 { line += 1 }
            position += 1
        }
        position = Swift.min(bytes.count, position + end.utf8.count)
    }

    private mutating func readTag() -> Tag {
        let first = line
        let isEnd = bytes[position] == UInt8(ascii: "/")
        if isEnd { position += 1 }
        let name = word()
        var attributes: [String: String] = [:]
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let byte = bytes[position]
            if byte == 10 { line += 1 }
            if byte <= 32 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                position += 1
                continue
            }
            let key = word()
            guard !key.isEmpty, advance(to: UInt8(ascii: "=")) else { break }
            position += 1
            while position < bytes.count, bytes[position] <= 32 {
                if bytes[position] == 10 { line += 1 }
                position += 1
            }
            guard position < bytes.count else { break }
            let quote = bytes[position]
            position += 1
            let start = position
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), advance(to: quote) else { break }
            attributes[key] = Self.resolved(String(decoding: bytes[start..<position], as: UTF8.self))
            position += 1
        }
        let isEmpty = position > 0 && bytes[position - 1] == UInt8(ascii: "/")
        return Tag(name: name, attributes: attributes, lines: first...line, isEnd: isEnd, isEmpty: isEmpty)
    }

    /// A name without its prefix.
    private mutating func word() -> String {
        let start = position
        while position < bytes.count, bytes[position] > 32, !"=/>\"'".utf8.contains(bytes[position]) { position += 1 }
        if position == start { position += 1 }
        let text = String(decoding: bytes[start..<Swift.min(position, bytes.count)], as: UTF8.self)
        return text.split(separator: ":").last.map(String.init) ?? ""
    }

    private static func resolved(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
