import Foundation

/// What stands at the very start of files that are not SBML as text.
enum FileSignature {
    /// Beginnings of compressed files, with the program that unpacks them.
    static let compressed: [(name: String, bytes: [UInt8], unpack: String)] = [
        ("gzip", [0x1F, 0x8B], "gunzip"), ("bzip2", [0x42, 0x5A, 0x68], "bunzip2"),
        ("zip", [0x50, 0x4B, 0x03, 0x04], "unzip"), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A], "unxz"),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD], "unzstd"),
    ]
    /// Beginnings of text in other encodings, with and without byte order mark.
    static let encodings: [(name: String, bytes: [UInt8])] = [
        ("UTF-32", [0xFF, 0xFE, 0, 0]), ("UTF-32", [0, 0, 0xFE, 0xFF]), ("UTF-32", [0x3C, 0, 0, 0]),
        ("UTF-32", [0, 0, 0, 0x3C]), ("UTF-16", [0xFF, 0xFE]), ("UTF-16", [0xFE, 0xFF]),
        ("UTF-16", [0x3C, 0]), ("UTF-16", [0, 0x3C]), ("EBCDIC", [0x4C, 0x6F, 0xA7, 0x94]),
    ]
}

extension DocumentScan {
    /// Refuses what is no UTF-8 text: empty, compressed, in another encoding, with NUL, which ends a text for libSBML.
    func checkKind() throws(FormatError) {
        guard !bytes.isEmpty else {
            throw stop("file", "is empty", remedy: "give an SBML file")
        }
        if let found = FileSignature.compressed.first(where: { bytes.starts(with: $0.bytes) }) {
            throw stop(
                "compressed", "is compressed (\(found.name))", remedy: "unpack it first, as with \(found.unpack)")
        }
        if let found = FileSignature.encodings.first(where: { bytes.starts(with: $0.bytes) }) {
            throw otherEncoding(found.name)
        }
        if let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) {
            throw stop(
                "XML", "holds a NUL byte, which XML forbids", remedy: "get the file again, or remove the byte",
                line: line(at: UnsafeRawPointer(found) - start))
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw stop(
                "encoding", "is not UTF-8, as SBML must be", remedy: "convert it, as with iconv -t UTF-8",
                line: line(at: firstInvalidByte))
        }
    }

    /// Refuses an XML declaration that names another encoding, in which the bytes would mean something else.
    ///
    /// - Parameter start: where the declaration begins; it has been read to its end.
    func checkEncoding(from start: Int) throws(FormatError) {
        let text = String(decoding: bytes[start..<min(position, start + 400)], as: UTF8.self)
        guard text.hasPrefix("<?xml"), text.dropFirst(5).first?.isWhitespace == true,
            let range = text.range(of: "encoding")
        else { return }
        let value = text[range.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return }
        let name = value.dropFirst().prefix { $0 != quote }
        guard ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) else {
            throw otherEncoding(String(name.prefix(40)))
        }
    }

    private func otherEncoding(_ name: String) -> FormatError {
        stop(
            "encoding", "is in \(name); SBML must be in UTF-8", remedy: "convert it, as with iconv -f \(name) -t UTF-8",
            line: 1)
    }

    private func line(at position: Int) -> Int { 1 + bytes[..<position].count { $0 == 10 } }

    private var firstInvalidByte: Int {
        var position = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { position += UTF8.width(scalar) }
        return min(position, bytes.count)
    }
}
