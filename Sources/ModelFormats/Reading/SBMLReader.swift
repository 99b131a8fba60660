// Goals, in order: nothing is read that is not understood; every message has its line; one linear pass over the file.
// libSBML's converters for function definitions, local parameters and initial assignments lost: they are quadratic.

import CLibSBML
import Foundation
import Modeling
import Synchronization

/// Reads SBML, Level 1 to Level 3 Version 2, into the one model form.
public enum SBMLReader {
    /// libSBML keeps registries of packages without locks of its own, so files are parsed one at a time.
    static let parsing = Mutex(())

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - url: an SBML file.
    ///   - limits: bounds checked before parsing.
    /// - Returns: the model and what was remarked on the way.
    /// - Throws: ``FormatError`` for a file that is missing, too large, not XML, not SBML, broken, or that asks for
    ///   something Patency does not do; with all reasons.
    public static func read(contentsOf url: URL, limits: ReadingLimits = .standard) throws(FormatError) -> SBMLFile {
        let name = url.lastPathComponent
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw FormatError([
                FormatIssue(
                    .error, "file", element: "", "cannot be read: \(error.localizedDescription)",
                    remedy: "check the path", file: url.path, line: nil)
            ])
        }
        return try read(data, file: name, folder: url.deletingLastPathComponent().path, limits: limits)
    }

    /// Reads text.
    ///
    /// - Parameters:
    ///   - text: an SBML document.
    ///   - file: name for messages.
    ///   - limits: bounds checked before parsing.
    /// - Returns: the model and what was remarked on the way.
    /// - Throws: ``FormatError`` as for a file.
    public static func read(
        text: String, file: String, limits: ReadingLimits = .standard
    ) throws(FormatError) -> SBMLFile {
        try read(Data(text.utf8), file: file, folder: nil, limits: limits)
    }

    private static func read(
        _ data: Data, file: String, folder: String?, limits: ReadingLimits
    ) throws(FormatError) -> SBMLFile {
        let result: Result<SBMLFile, FormatError> = DeepStack.run {
            Result { () throws(FormatError) -> SBMLFile in
                let scan = try scan(data, file: file, limits: limits)
                // A closure under a lock cannot throw a typed error through, so it hands back a result.
                let parsed: Result<SBMLFile, FormatError> = parsing.withLock { _ in
                    Result { () throws(FormatError) -> SBMLFile in
                        var reading = ModelReading(
                            try SBMLDocument(scan, file: file, folder: folder), file: file, limits: limits)
                        return try reading.read()
                    }
                }
                return try parsed.get()
            }
        }
        return try result.get()
    }

    private static func scan(
        _ data: Data, file: String, limits: ReadingLimits
    ) throws(FormatError) -> DocumentScan {
        let result: Result<DocumentScan, FormatError> = data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            Result { () throws(FormatError) -> DocumentScan in try DocumentScan(bytes, file: file, limits: limits) }
        }
        let scan = try result.get()
        guard scan.rootName == "sbml" else {
            throw FormatError([
                FormatIssue(
                    .error, "not SBML", element: "", "is XML with root <\(scan.rootName)>, not <sbml>",
                    remedy: "give an SBML file", file: file, line: nil)
            ])
        }
        return scan
    }
}

/// A model read from a file and what was remarked on the way.
public struct SBMLFile: Sendable {
    public let model: Model
    /// The flux balance problem of a file with package fbc, which is solved in place of a time course.
    public let fluxBalance: FluxBalance?
    /// Warnings; errors and refusals are thrown.
    public let issues: [FormatIssue]
    /// Level and version as written, such as `Level 3 Version 2`.
    public let level: String
}
