// Goals, in order: nothing is read that is not understood; every message has its line; one linear pass over the file.
// libSBML's converters for function definitions, local parameters and initial assignments lost: they are quadratic.

import CLibSBML
import Foundation
import Modeling

/// Reads SBML, Level 1 to Level 3 Version 2, into the one model form.
public enum SBMLReader {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - url: an SBML file.
    ///   - limits: bounds checked before parsing.
    /// - Returns: the model and what was remarked on the way.
    /// - Throws: ``FormatError`` for a file that is missing, too large, not XML, not SBML, broken, or that asks for
    ///   something Patency does not do; with all reasons.
    public static func read(contentsOf url: URL, limits: ReadingLimits = .standard) throws(FormatError) -> SBMLFile {
        let data = try FileBytes.read(url, named: url.lastPathComponent, limits: limits)
        return try read(data, file: url.lastPathComponent, url: url, limits: limits)
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
        try read(Data(text.utf8), file: file, url: nil, limits: limits)
    }

    /// Reads bytes, as they would stand in a file.
    ///
    /// - Parameters:
    ///   - data: an SBML document.
    ///   - file: name for messages.
    ///   - limits: bounds checked before parsing.
    /// - Returns: the model and what was remarked on the way.
    /// - Throws: ``FormatError`` as for a file.
    public static func read(
        data: Data, file: String, limits: ReadingLimits = .standard
    ) throws(FormatError) -> SBMLFile {
        try read(data, file: file, url: nil, limits: limits)
    }

    /// Suits reading to a program that reads one file, runs it on one thread and ends; a fifth faster for a large file.
    ///
    /// To be called once, before there are other threads. All threads share one heap: the one that reads would else have its own,
    /// which glibc lets grow by a page a system call (without effect on other C libraries). Many threads would wait for one another,
    /// a study on two takes 8 % longer. And what libSBML made of the file is left to the end of the process.
    public static func expectOneFile() {
        #if canImport(Glibc)
            patency_share_one_heap()
        #endif
        SBMLDocument.areLeft.store(true, ordering: .relaxed)
    }

    private static func read(
        _ data: Data, file: String, url: URL?, limits: ReadingLimits
    ) throws(FormatError) -> SBMLFile {
        let result: Result<SBMLFile, FormatError> = DeepStack.run {
            Result { () throws(FormatError) -> SBMLFile in
                let (text, scan) = try scan(data, file: file, limits: limits)
                let document = try SBMLDocument(text, scan: scan, file: file, url: url, limits: limits)
                var reading = ModelReading(document, file: file, limits: limits)
                return try reading.read()
            }
        }
        return try result.get()
    }

    /// The text of a document within all bounds.
    static func scan(
        _ data: Data, file: String, limits: ReadingLimits
    ) throws(FormatError) -> (text: String, scan: DocumentScan) {
        let result: Result<DocumentScan, FormatError> = data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            Result { () throws(FormatError) -> DocumentScan in try DocumentScan(bytes, file: file, limits: limits) }
        }
        let scan = try result.get()
        try scan.requireSBML(file: file)
        return (String(decoding: data, as: UTF8.self), scan)
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
    /// Where elements were declared.
    let sources: SourceFiles
    let ruleLines: [String: Int]
    let initialLines: [String: Int]
}
