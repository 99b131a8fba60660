import Foundation

/// One pass over the bytes of an XML file before any parser sees it.
///
/// It bounds size, depth and number of elements, refuses document types and entities, finds a file that ends too early,
/// and notes the attributes of the root. On the way it copies what a parser needs: notes, annotations, comments, blanks
/// between tags and packages that are not read and not required stay behind, which is most of a curated file.
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
    /// The copy, ended by a zero; lines are those of the file.
    private(set) var essence: [UInt8] = []
    /// Start of what has not been copied yet.
    private var copied = 0
    /// Lines left out since the last tag; they go into the next tag, so that its end keeps its line.
    private var pendingLines = 0
    /// Whether the last tag copied opened an element: blanks are all that an element may hold.
    private var followsOpening = false
    /// Depth at which an element that is left out began.
    private var skippedDepth: Int?
    /// Prefixes of packages that are neither read nor required.
    private var skippedPrefixes: [[UInt8]] = []

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
        essence.append(0)
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
        essence.reserveCapacity(bytes.count + 1)
        while let start = find(UInt8(ascii: "<")) {
            copyText(upTo: start)
            position = start + 1
            guard position < bytes.count else { throw tooShort }
            switch bytes[position] {
            case UInt8(ascii: "!"): try skipDeclaration(from: start)
            case UInt8(ascii: "?"):
                try skip(past: "?>")
                copy(start..<position)
            case UInt8(ascii: "/"):
                depth -= 1
                guard depth >= 0 else {
                    throw stop("XML", "closes more elements than it opens", remedy: "mend the XML")
                }
                try skip(past: ">")
                if let skippedDepth {
                    leaveOut(start..<position)
                    if depth == skippedDepth { self.skippedDepth = nil }
                } else {
                    copyTag(start..<position)
                }
            default: try readTag(from: start)
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

    /// Text between tags: kept where it says something; of blanks only the lines are counted.
    private mutating func copyText(upTo end: Int) {
        defer { copied = end }
        var lines = 0
        var isBlank = true
        for index in copied..<end {
            if bytes[index] == 10 { lines += 1 } else if bytes[index] > 32 { isBlank = false }
        }
        let isContent = followsOpening && end > copied && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "/")
        if (isBlank && !isContent) || skippedDepth != nil { pendingLines += lines } else { copy(copied..<end) }
    }

    private mutating func copy(_ range: Range<Int>) {
        defer { copied = range.upperBound }
        guard skippedDepth == nil else { return leaveOut(range) }
        essence.append(contentsOf: repeatElement(10, count: hasRoot ? pendingLines : 0))
        pendingLines = hasRoot ? 0 : pendingLines
        essence.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }

    /// A tag with the lines left out before it in front of its closing bracket, where they are no text.
    private mutating func copyTag(_ range: Range<Int>) {
        let isEmpty = bytes[range.upperBound - 2] == UInt8(ascii: "/")
        followsOpening = !isEmpty && bytes[range.lowerBound + 1] != UInt8(ascii: "/")
        let end = range.upperBound - (isEmpty ? 2 : 1)
        essence.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound..<end]))
        if pendingLines > 0 { essence.append(contentsOf: repeatElement(10, count: pendingLines)) }
        pendingLines = 0
        essence.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[end..<range.upperBound]))
        copied = range.upperBound
    }

    private mutating func leaveOut(_ range: Range<Int>) {
        for index in range where bytes[index] == 10 { pendingLines += 1 }
        copied = range.upperBound
    }

    /// Whether an element begins here that is left out with everything in it.
    private func isLeftOut(_ start: Int) -> Bool {
        func isNamed(_ name: StaticString) -> Bool {
            let end = start + 1 + name.utf8CodeUnitCount
            return end < bytes.count && memcmp(bytes.baseAddress! + start + 1, name.utf8Start, end - start - 1) == 0
                && (bytes[end] <= 32 || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/"))
        }
        if isNamed("annotation") || isNamed("notes") { return true }
        return skippedPrefixes.contains { prefix in
            let end = start + 1 + prefix.count
            return end < bytes.count && bytes[end] == UInt8(ascii: ":")
                && memcmp(bytes.baseAddress! + start + 1, prefix, prefix.count) == 0
        }
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

    private mutating func skipDeclaration(from start: Int) throws(FormatError) {
        if begins(with: "!--") {
            position += 3
            try skip(past: "-->")
            leaveOut(start..<position)
        } else if begins(with: "![CDATA[") {
            try skip(past: "]]>")
            copy(start..<position)
        } else {
            throw stop(
                "document type", "declares a document type or entities, which SBML has no use for",
                remedy: "remove the <!DOCTYPE …> part")
        }
    }

    private mutating func readTag(from opening: Int) throws(FormatError) {
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
        let isEmpty = bytes[position - 1] == UInt8(ascii: "/")
        if skippedDepth != nil {
            leaveOut(opening..<position + 1)
        } else if depth > 0, isLeftOut(opening) {
            leaveOut(opening..<position + 1)
            if !isEmpty { skippedDepth = depth }
        } else {
            copyTag(opening..<position + 1)
        }
        if !isEmpty { depth += 1 }
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
        for (key, value) in rootAttributes where key.hasSuffix(":required") && (value == "false" || value == "0") {
            let prefix = key.prefix { $0 != ":" }
            let space = rootAttributes["xmlns:\(prefix)"] ?? ""
            guard !Self.readPackages.contains(where: { space.contains("/\($0)/") }) else { continue }
            skippedPrefixes.append(Array(prefix.utf8))
        }
    }

    /// Packages that are read, required or not.
    private static let readPackages = ["fbc", "comp", "l3v2extendedmath"]
}
