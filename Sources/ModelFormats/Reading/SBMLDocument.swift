import CLibSBML
import Foundation
import Modeling
import Synchronization

/// A parsed document of libSBML, freed with its last owner.
final class SBMLDocument {
    let handle: OpaquePointer
    let level: Int
    let version: Int
    /// The files it comes from, for the place of an element.
    let sources: SourceFiles
    /// Whether submodels may have a time of their own.
    let hasTimeFactors: Bool

    /// - Parameters:
    ///   - text: of the document.
    ///   - scan: of the same text.
    ///   - file: its name for messages.
    ///   - url: where it was read from; `nil` for a text in memory.
    ///   - limits: for the files that it asks for.
    /// - Throws: ``FormatError`` with libSBML's errors, with a package that changes the meaning and is not understood.
    init(
        _ text: String, scan: DocumentScan, file: String, url: URL?, limits: ReadingLimits
    ) throws(FormatError) {
        let parsed = scan.essence.bytes.withUnsafeBytes { bytes in
            readSBMLFromString(bytes.assumingMemoryBound(to: CChar.self).baseAddress)
        }
        guard let handle = parsed else {
            throw FormatError([
                FormatIssue(
                    .error, "libSBML", element: "", "could not be parsed", remedy: "check the file", file: file,
                    line: nil)
            ])
        }
        self.handle = handle
        level = Int(SBMLDocument_getLevel(handle))
        version = Int(SBMLDocument_getVersion(handle))
        let isHierarchy = SBase_getPlugin(handle, "comp") != nil
        hasTimeFactors = isHierarchy && text.contains("timeConversionFactor")
        var problems = Self.errors(of: handle, text: text, sources: SourceFiles(file))
        problems += Self.unknownPackages(scan, file: file)
        do throws(FormatError) {
            sources =
                isHierarchy
                ? try Self.sources(of: text, file: file, url: url, limits: limits) : SourceFiles(file)
        } catch {
            sources = SourceFiles(file)
            if problems.isEmpty { problems = error.issues }
        }
        guard problems.isEmpty else { throw FormatError(problems) }
        if isHierarchy { try flatten(text, file: file, url: url) }
        guard SBMLDocument_getModel(handle) != nil else {
            throw FormatError([
                FormatIssue(
                    .error, "no model", element: "", "holds no model", remedy: "give an SBML file with a <model>",
                    file: file, line: nil)
            ])
        }
    }

    /// Whether documents are left to the end of the process, which frees them at once.
    static let areLeft = Atomic<Bool>(false)

    deinit { if !Self.areLeft.load(ordering: .relaxed) { SBMLDocument_free(handle) } }

    private static func sources(
        of text: String, file: String, url: URL?, limits: ReadingLimits
    ) throws(FormatError) -> SourceFiles {
        var text = text
        let result: Result<SourceFiles, FormatError> = text.withUTF8 { bytes in
            Result { () throws(FormatError) -> SourceFiles in
                try SourceFiles(
                    hierarchy: UnsafeRawBufferPointer(bytes), file: file, folder: url?.deletingLastPathComponent(),
                    limits: limits)
            }
        }
        return try result.get()
    }

    /// libSBML's own errors, as issues.
    static func errors(of handle: OpaquePointer, text: String, sources: SourceFiles) -> [FormatIssue] {
        LibraryMessages(handle, text: text, sources: sources).issues.filter { $0.severity == .error }
    }

    /// Packages that change the meaning of the model and that nothing here reads.
    private static func unknownPackages(_ scan: DocumentScan, file: String) -> [FormatIssue] {
        let understood: Set = ["comp", "l3v2extendedmath"]
        return scan.rootAttributes.sorted { $0.key < $1.key }.compactMap { key, value in
            guard key.hasSuffix(":required"), value == "true" || value == "1" else { return nil }
            let prefix = key.prefix { $0 != ":" }
            let space = scan.rootAttributes["xmlns:\(prefix)"] ?? ""
            guard !understood.contains(where: { space.contains("/\($0)/") }) else { return nil }
            return FormatIssue(
                .refusal, "package \(prefix)", element: "",
                "needs the SBML package '\(prefix)' (\(space)), which changes what the model means",
                remedy: "export the model without it", file: file, line: scan.rootLine)
        }
    }

    /// Makes one model of a hierarchy, by libSBML's converter.
    private func flatten(_ text: String, file: String, url: URL?) throws(FormatError) {
        let properties = ConversionProperties_create()
        defer { ConversionProperties_free(properties) }
        ConversionProperties_addOptionWithKey(properties, "flatten comp")
        ConversionProperties_setBoolValue(properties, "flatten comp", 1)
        ConversionProperties_addOptionWithKey(properties, "performValidation")
        ConversionProperties_setBoolValue(properties, "performValidation", 0)
        if let url { locate(at: url) }
        guard SBMLDocument_convert(handle, properties) == 0 else {
            let said = Self.errors(of: handle, text: text, sources: sources)
            let plain = FormatIssue(
                .refusal, "hierarchy", element: "", "is a hierarchy of models that cannot be made flat",
                remedy: "check submodels, ports and the files they come from", file: file, line: nil)
            throw FormatError(said.isEmpty ? [plain] : said)
        }
    }

    /// Without a location, libSBML would look for external models in the working folder first.
    private func locate(at url: URL) {
        SBMLDocument_setLocationURI(handle, "file:" + url.standardizedFileURL.path)
    }
}
