import Foundation

/// The copy of a document that the parser is given; every line keeps its number.
///
/// Notes, annotations, comments, blanks between tags and packages that are neither read nor required stay behind, which
/// is most of a curated file.
struct EssentialText {
    /// The copy so far.
    private(set) var bytes: [UInt8] = []
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
    private var hasRoot = false

    /// Packages that are read, required or not.
    private static let readPackages = ["fbc", "comp", "l3v2extendedmath"]

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count + 1) }

    /// Ends the copy as C expects it.
    mutating func finish() { bytes.append(0) }

    /// Notes which packages stay behind.
    ///
    /// - Parameter attributes: of the root, as written.
    mutating func begin(rootAttributes attributes: [String: String]) {
        hasRoot = true
        for (key, value) in attributes where key.hasSuffix(":required") && (value == "false" || value == "0") {
            let prefix = key.prefix { $0 != ":" }
            let space = attributes["xmlns:\(prefix)"] ?? ""
            guard !Self.readPackages.contains(where: { space.contains("/\($0)/") }) else { continue }
            skippedPrefixes.append(Array(prefix.utf8))
        }
    }

    /// Text between tags: kept where it says something; of blanks only the lines are counted.
    mutating func addText(upTo end: Int, of source: UnsafeRawBufferPointer) {
        defer { copied = end }
        var lines = 0
        var isBlank = true
        for index in copied..<end {
            if source[index] == 10 { lines += 1 } else if source[index] > 32 { isBlank = false }
        }
        let isContent =
            followsOpening && end > copied && end + 1 < source.count && source[end + 1] == UInt8(ascii: "/")
        if (isBlank && !isContent) || skippedDepth != nil {
            pendingLines += lines
        } else {
            addWhole(copied..<end, of: source)
        }
    }

    /// A processing instruction or character data.
    mutating func addWhole(_ range: Range<Int>, of source: UnsafeRawBufferPointer) {
        defer { copied = range.upperBound }
        guard skippedDepth == nil else { return leaveOut(range, of: source) }
        bytes.append(contentsOf: repeatElement(10, count: hasRoot ? pendingLines : 0))
        pendingLines = hasRoot ? 0 : pendingLines
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[range]))
    }

    /// A comment.
    mutating func leaveOut(_ range: Range<Int>, of source: UnsafeRawBufferPointer) {
        for index in range where source[index] == 10 { pendingLines += 1 }
        copied = range.upperBound
    }

    /// A tag that opens an element or is one.
    ///
    /// - Parameter depth: number of elements around it.
    mutating func addOpening(_ range: Range<Int>, depth: Int, of source: UnsafeRawBufferPointer) {
        if skippedDepth != nil {
            leaveOut(range, of: source)
        } else if depth > 0, staysBehind(range.lowerBound, of: source) {
            leaveOut(range, of: source)
            if source[range.upperBound - 2] != UInt8(ascii: "/") { skippedDepth = depth }
        } else {
            addTag(range, of: source)
        }
    }

    /// A tag that closes an element.
    ///
    /// - Parameter depth: number of elements around that element.
    mutating func addClosing(_ range: Range<Int>, depth: Int, of source: UnsafeRawBufferPointer) {
        guard let skippedDepth else { return addTag(range, of: source) }
        leaveOut(range, of: source)
        if depth == skippedDepth { self.skippedDepth = nil }
    }

    /// A tag with the lines left out before it in front of its closing bracket, where they are no text.
    private mutating func addTag(_ range: Range<Int>, of source: UnsafeRawBufferPointer) {
        let isEmpty = source[range.upperBound - 2] == UInt8(ascii: "/")
        followsOpening = !isEmpty && source[range.lowerBound + 1] != UInt8(ascii: "/")
        let end = range.upperBound - (isEmpty ? 2 : 1)
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[range.lowerBound..<end]))
        if pendingLines > 0 { bytes.append(contentsOf: repeatElement(10, count: pendingLines)) }
        pendingLines = 0
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[end..<range.upperBound]))
        copied = range.upperBound
    }

    /// Whether an element begins here that stays behind with everything in it.
    private func staysBehind(_ start: Int, of source: UnsafeRawBufferPointer) -> Bool {
        func isNamed(_ name: StaticString) -> Bool {
            let end = start + 1 + name.utf8CodeUnitCount
            return end < source.count && memcmp(source.baseAddress! + start + 1, name.utf8Start, end - start - 1) == 0
                && (source[end] <= 32 || source[end] == UInt8(ascii: ">") || source[end] == UInt8(ascii: "/"))
        }
        if isNamed("annotation") || isNamed("notes") { return true }
        return skippedPrefixes.contains { prefix in
            let end = start + 1 + prefix.count
            return end < source.count && source[end] == UInt8(ascii: ":")
                && memcmp(source.baseAddress! + start + 1, prefix, prefix.count) == 0
        }
    }
}
