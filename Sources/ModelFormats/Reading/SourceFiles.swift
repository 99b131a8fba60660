import Foundation

/// The files a model comes from, each scanned before libSBML opens it, and where in them an element was declared.
struct SourceFiles: Sendable {
    struct Document: Sendable {
        let name: String
        let outline: DocumentOutline
        /// File of each external model definition by its identifier.
        var externals: [String: Int] = [:]
    }

    /// The main document first; empty where nothing needs to be told apart.
    private(set) var documents: [Document] = []
    /// Name of the main file.
    let main: String

    /// A file on its own.
    init(_ main: String) { self.main = main }

    /// A hierarchy: follows external model definitions, and refuses one that is too large, lacks files or holds itself.
    ///
    /// - Parameters:
    ///   - bytes: of the main document, already scanned.
    ///   - file: its name for messages.
    ///   - folder: where it lies; `nil` for a text in memory, which can have no files beside it.
    ///   - limits: for all files together.
    /// - Throws: ``FormatError``.
    init(
        hierarchy bytes: UnsafeRawBufferPointer, file: String, folder: URL?, limits: ReadingLimits
    ) throws(FormatError) {
        main = file
        documents = [Document(name: file, outline: DocumentOutline(bytes))]
        var folders = [folder]
        var known: [String: Int] = [:]
        var byteCount = bytes.count
        var index = 0
        while index < documents.count {
            for external in documents[index].outline.externals {
                let place = Place(file: documents[index].name, line: external.line, element: external.id)
                let url = try Self.url(of: external, from: folders[index], root: folder, place)
                if let other = known[url.path] {
                    documents[index].externals[external.id] = other
                    continue
                }
                guard documents.count < limits.fileCount else {
                    throw place.error("hierarchy", "needs more than \(limits.fileCount) files", "merge models")
                }
                let data = try FileBytes.read(url, named: external.source, limits: limits)
                byteCount += data.count
                guard byteCount <= limits.byteCount else {
                    throw place.error(
                        "size", "needs files of more than \(limits.byteCount) bytes together", "raise the limit")
                }
                known[url.path] = documents.count
                documents[index].externals[external.id] = documents.count
                folders.append(url.deletingLastPathComponent())
                documents.append(
                    Document(
                        name: external.source, outline: try Self.outline(data, named: external.source, limits: limits)))
            }
            index += 1
        }
        try checkSize(limits)
    }

    private static func outline(
        _ data: Data, named name: String, limits: ReadingLimits
    ) throws(FormatError) -> DocumentOutline {
        let result: Result<DocumentOutline, FormatError> = data.withUnsafeBytes { bytes in
            Result { () throws(FormatError) -> DocumentOutline in
                let scan = try DocumentScan(bytes, file: name, limits: limits)
                try scan.requireSBML(file: name)
                return DocumentOutline(bytes)
            }
        }
        return try result.get()
    }

    /// Only files in the main file's folder or below are opened, whatever a document asks for.
    private static func url(
        of external: DocumentOutline.External, from folder: URL?, root: URL?, _ place: Place
    ) throws(FormatError) -> URL {
        guard let folder, let root else {
            throw place.error("external model", "comes from a file, which a text in memory has none of", "read a file")
        }
        let source = external.source
        let isPlain = !source.isEmpty && !source.hasPrefix("/") && !source.contains { ":\\%".contains($0) }
        let url = folder.appending(path: source).standardizedFileURL.resolvingSymlinksInPath()
        let base = root.standardizedFileURL.resolvingSymlinksInPath().path
        guard isPlain, url.path.hasPrefix(base.hasSuffix("/") ? base : base + "/") else {
            throw place.error(
                "external model", "comes from '\(source)', which is not a file in the model's folder",
                "put it beside the model and give its name")
        }
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw place.error(
                "external model", "comes from '\(source)', which is not there", "put it beside the model")
        }
        return url
    }
}

/// Where something is said to be wrong.
struct Place {
    let file: String
    let line: Int?
    let element: String

    func error(_ construct: String, _ message: String, _ remedy: String) -> FormatError {
        FormatError([
            FormatIssue(.error, construct, element: element, message, remedy: remedy, file: file, line: line)
        ])
    }
}
