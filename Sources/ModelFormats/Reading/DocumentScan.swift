import Foundation

/// One pass over the bytes of an XML file before any parser sees it.
///
/// It bounds size, depth, number and width of elements, refuses document types, entities and other encodings, finds a file
/// that ends too early, and notes the attributes of the root. On the way it copies what the parser needs.
struct DocumentScan: @unchecked Sendable {
    /// Name of the root without prefix.
    private(set) var rootName = ""
    /// Attributes of the root as written, prefix included.
    private(set) var rootAttributes: [String: String] = [:]
    /// Line on which the root's tag ends.
    private(set) var rootLine = 1
    /// Operands of the widest MathML operation.
    private(set) var widestOperation = 0

    // Empty again once the scan is over, so that no pointer outlives its bytes.
    private(set) var bytes: UnsafeRawBufferPointer
    private let file: String
    private let limits: ReadingLimits
    private(set) var position = 0
    private var line = 1
    private var depth = 0
    private(set) var elementCount = 0
    private var hasRoot = false
    /// Per open element: how many children a MathML `apply` has so far, −1 for any other element.
    private var operandCounts: [Int] = []
    /// What the parser is given.
    private(set) var essence = EssentialText()

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
        essence.finish()
        self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    func stop(_ construct: String, _ message: String, remedy: String, line: Int? = nil) -> FormatError {
        FormatError([
            FormatIssue(.error, construct, element: "", message, remedy: remedy, file: file, line: line ?? self.line)
        ])
    }

    static func tooLarge(byteCount: Int, file: String, limits: ReadingLimits) -> FormatError {
        Place(file: file, line: nil, element: "").error(
            "size", "has \(byteCount) bytes, more than the \(limits.byteCount) allowed",
            "split the model or raise the limit")
    }

    /// - Throws: ``FormatError`` where the root is another than SBML's.
    func requireSBML(file: String) throws(FormatError) {
        guard rootName == "sbml" else {
            throw Place(file: file, line: nil, element: "").error(
                "not SBML", "is XML with root <\(rootName.prefix(80))>, not <sbml>", "give an SBML file")
        }
    }

    private mutating func run() throws(FormatError) {
        guard bytes.count <= limits.byteCount else {
            throw Self.tooLarge(byteCount: bytes.count, file: file, limits: limits)
        }
        try checkKind()
        essence.reserve(bytes.count)
        while let start = find(UInt8(ascii: "<")) {
            essence.addText(upTo: start, of: bytes)
            position = start + 1
            guard position < bytes.count else { throw tooShort }
            switch bytes[position] {
            case UInt8(ascii: "!"): try skipDeclaration(from: start)
            case UInt8(ascii: "?"):
                try skip(past: "?>")
                try checkEncoding(from: start)
                essence.addWhole(start..<position, of: bytes)
            case UInt8(ascii: "/"):
                depth -= 1
                guard depth >= 0 else {
                    throw stop("XML", "closes more elements than it opens", remedy: "mend the XML")
                }
                operandCounts.removeLast()
                try skip(past: ">")
                essence.addClosing(start..<position, depth: depth, of: bytes)
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
            essence.leaveOut(start..<position, of: bytes)
        } else if begins(with: "![CDATA[") {
            try skip(past: "]]>")
            essence.addWhole(start..<position, of: bytes)
        } else {
            throw stop(
                "document type", "declares a document type or entities, which SBML has no use for",
                remedy: "remove the <!DOCTYPE …> part")
        }
    }

    private mutating func readTag(from opening: Int) throws(FormatError) {
        let start = position
        var quote: UInt8 = 0
        var quoteStart = 0
        var attributeCount = 0
        while position < bytes.count {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote {
                    quote = 0
                    if position - quoteStart > limits.formulaLength, isFormula(before: quoteStart) {
                        throw stop(
                            "size", "has a formula of more than \(limits.formulaLength) characters",
                            remedy: "split it by rules")
                    }
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                quoteStart = position
                attributeCount += 1
            } else if byte == UInt8(ascii: ">") {
                break
            }
            if byte == 10 { line += 1 }
            position += 1
        }
        guard position < bytes.count else { throw tooShort }
        guard position - start <= limits.tagLength, attributeCount <= limits.attributeCount else {
            throw stop(
                "size",
                "has an element with \(position - start) bytes of attributes; allowed are \(limits.attributeCount) "
                    + "attributes of \(limits.tagLength) bytes together", remedy: "remove what SBML does not need")
        }
        if !hasRoot {
            hasRoot = true
            rootLine = line
            readRoot(String(decoding: bytes[start..<position], as: UTF8.self))
            essence.begin(rootAttributes: rootAttributes)
        }
        elementCount += 1
        guard elementCount <= limits.elementCount else {
            throw stop(
                "size", "has more than \(limits.elementCount) elements", remedy: "split the model or raise the limit")
        }
        try countOperand()
        essence.addOpening(opening..<position + 1, depth: depth, of: bytes)
        if bytes[position - 1] != UInt8(ascii: "/") {
            depth += 1
            operandCounts.append(isApply(at: start) ? 0 : -1)
        }
        guard depth <= limits.depth else {
            throw stop(
                "depth", "nests elements more than \(limits.depth) deep",
                remedy: "split the formula by assignment rules")
        }
        position += 1
    }

    private mutating func countOperand() throws(FormatError) {
        guard let count = operandCounts.last, count >= 0 else { return }
        operandCounts[operandCounts.count - 1] = count + 1
        widestOperation = max(widestOperation, count)
        guard count <= limits.operandCount else {
            throw stop(
                "size", "has an operation with more than \(limits.operandCount) operands",
                remedy: "split the formula by assignment rules")
        }
    }

    /// Whether the element that begins here is MathML's `apply`, with or without a prefix.
    private func isApply(at start: Int) -> Bool {
        var end = start
        while end < bytes.count, bytes[end] > 32, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "/") {
            end += 1
        }
        return end - start >= 5 && memcmp(bytes.baseAddress! + end - 5, "apply", 5) == 0
            && (end - start == 5 || bytes[end - 6] == UInt8(ascii: ":"))
    }

    /// Whether the attribute whose value begins here is Level 1's `formula`.
    private func isFormula(before quote: Int) -> Bool {
        var end = quote
        while end > 0, bytes[end - 1] <= 32 || bytes[end - 1] == UInt8(ascii: "=") { end -= 1 }
        return end >= 7 && memcmp(bytes.baseAddress! + end - 7, "formula", 7) == 0
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
