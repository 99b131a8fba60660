import Foundation

/// One pass over the bytes of an XML file before any parser sees it.
///
/// It bounds size, depth and number of elements, refuses document types and entities, finds a file that ends too early,
/// and notes the attributes of the root. It builds nothing, so its memory does not grow with the file.
struct DocumentScan: @unchecked Sendable {
    /// Name of the root without prefix.
    private(set) var rootName = ""
    /// Attributes of the root as written, prefix included.
    private(set) var rootAttributes: [String: String] = [:]

    // Empty again once the scan is over, so that no pointer outlives its bytes.
    private var bytes: UnsafeRawBufferPointer
    private let file: String
    private let limits: ReadingLimits
    private var position = 0
    private var line = 1
    private var depth = 0
    private var elementCount = 0
    private var hasRoot = false

    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name for messages.
    ///   - limits: what is too much.
    /// - Throws: ``FormatError`` with the one issue that stopped the scan.
    init(_ bytes: UnsafeRawBufferPointer, file: String, limits: ReadingLimits) throws(FormatError) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        try run()
        self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    private func stop(_ construct: String, _ message: String, remedy: String) -> FormatError {
        FormatError([
            FormatIssue(.error, construct, element: "", message, remedy: remedy, file: file, line: line)
        ])
    }

    private mutating func run() throws(FormatError) {
        guard bytes.count <= limits.byteCount else {
            throw stop(
                "size", "has \(bytes.count) bytes, more than the \(limits.byteCount) allowed",
                remedy: "split the model or raise the limit")
        }
        while let start = find(UInt8(ascii: "<")) {
            position = start + 1
            guard position < bytes.count else { throw tooShort }
            switch bytes[position] {
            case UInt8(ascii: "!"): try skipDeclaration()
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "/"):
                depth -= 1
                guard depth >= 0 else {
                    throw stop("XML", "closes more elements than it opens", remedy: "mend the XML")
                }
                try skip(past: ">")
            default: try readTag()
            }
        }
        guard hasRoot else {
            throw stop("XML", "is not XML: no element in it", remedy: "give an SBML file")
        }
        guard depth == 0 else { throw tooShort }
    }

    private var tooShort: FormatError {
        stop("XML", "ends before all elements are closed", remedy: "the file is cut off: get it again whole")
    }

    /// The next such byte, counting lines on the way.
    private mutating func find(_ byte: UInt8) -> Int? {
        while position < bytes.count {
            let next = bytes[position]
            if next == byte { return position }
            if next == 10 { line += 1 }
            guard hasRoot || next <= 32 || next == 0xEF || next == 0xBB || next == 0xBF else { return nil }
            position += 1
        }
        return nil
    }

    private mutating func skip(past end: StaticString) throws(FormatError) {
        let count = end.utf8CodeUnitCount
        while position + count <= bytes.count {
            if memcmp(bytes.baseAddress! + position, end.utf8Start, count) == 0 {
                position += count
                return
            }
            if bytes[position] == 10 { line += 1 }
            position += 1
        }
        position = bytes.count
        throw tooShort
    }

    private func begins(with text: StaticString) -> Bool {
        position + text.utf8CodeUnitCount <= bytes.count
            && memcmp(bytes.baseAddress! + position, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private mutating func skipDeclaration() throws(FormatError) {
        if begins(with: "!--") {
            position += 3
            try skip(past: "-->")
        } else if begins(with: "![CDATA[") {
            try skip(past: "]]>")
        } else {
            throw stop(
                "document type", "declares a document type or entities, which SBML has no use for",
                remedy: "remove the <!DOCTYPE …> part")
        }
    }

    private mutating func readTag() throws(FormatError) {
        let start = position
        var quote: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            if byte == 10 { line += 1 }
            position += 1
        }
        guard position < bytes.count else { throw tooShort }
        if !hasRoot {
            hasRoot = true
            readRoot(String(decoding: bytes[start..<position], as: UTF8.self))
        }
        elementCount += 1
        guard elementCount <= limits.elementCount else {
            throw stop(
                "size", "has more than \(limits.elementCount) elements", remedy: "split the model or raise the limit")
        }
        if bytes[position - 1] != UInt8(ascii: "/") { depth += 1 }
        guard depth <= limits.depth else {
            throw stop(
                "depth", "nests elements more than \(limits.depth) deep",
                remedy: "split the formula by assignment rules")
        }
        position += 1
    }

    private mutating func readRoot(_ tag: String) {
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
        rootName = String(name.split(separator: ":").last ?? "")
        var rest = tag.dropFirst(name.count)
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].trimmingCharacters(in: .whitespacesAndNewlines)
            rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: quote) else { return }
            rootAttributes[key] = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
        }
    }
}
