import CLibSBML
import Modeling

/// A parsed document of libSBML, freed with its last owner.
final class SBMLDocument {
    let handle: OpaquePointer
    let level: Int
    let version: Int

    /// - Throws: ``FormatError`` with libSBML's errors, with a package that changes the meaning and is not understood.
    init(_ scan: DocumentScan, file: String, folder: String?) throws(FormatError) {
        let parsed = scan.essence.withUnsafeBytes { bytes in
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
        var problems = Self.errors(of: handle, file: file)
        problems += Self.unknownPackages(scan, file: file)
        guard problems.isEmpty else { throw FormatError(problems) }
        if SBase_getPlugin(handle, "comp") != nil { try flatten(file: file, folder: folder) }
        guard SBMLDocument_getModel(handle) != nil else {
            throw FormatError([
                FormatIssue(
                    .error, "no model", element: "", "holds no model", remedy: "give an SBML file with a <model>",
                    file: file, line: nil)
            ])
        }
    }

    deinit { SBMLDocument_free(handle) }

    /// libSBML's own errors, as issues.
    static func errors(of handle: OpaquePointer, file: String) -> [FormatIssue] {
        (0..<SBMLDocument_getNumErrors(handle)).compactMap { index in
            SBMLDocument_getError(handle, index).map { issue($0, file: file) }
        }.filter { $0.severity == .error }
    }

    /// What libSBML says, as an issue on one line.
    static func issue(_ error: OpaquePointer, file: String) -> FormatIssue {
        let isError = XMLError_getSeverity(error) >= UInt32(LIBSBML_SEV_ERROR.rawValue)
        let message = XMLError_getMessage(error).map { String(cString: $0) } ?? "unknown problem"
        let line = Int(XMLError_getLine(error))
        return FormatIssue(
            isError ? .error : .warning, "SBML rule \(XMLError_getErrorId(error))", element: "",
            message.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            remedy: isError ? "mend the file at this place" : "look at this place", file: file,
            line: line > 0 ? line : nil)
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
                remedy: "export the model without it", file: file, line: 1)
        }
    }

    /// Makes one model of a hierarchy, by libSBML's converter.
    private func flatten(file: String, folder: String?) throws(FormatError) {
        let properties = ConversionProperties_create()
        defer { ConversionProperties_free(properties) }
        ConversionProperties_addOptionWithKey(properties, "flatten comp")
        ConversionProperties_setBoolValue(properties, "flatten comp", 1)
        ConversionProperties_addOptionWithKey(properties, "performValidation")
        ConversionProperties_setBoolValue(properties, "performValidation", 0)
        if let folder {
            ConversionProperties_addOptionWithKey(properties, "basePath")
            ConversionProperties_setValue(properties, "basePath", folder)
        }
        guard SBMLDocument_convert(handle, properties) == 0 else {
            let said = Self.errors(of: handle, file: file)
            let plain = FormatIssue(
                .refusal, "hierarchy", element: "", "is a hierarchy of models that cannot be made flat",
                remedy: "check submodels, ports and the files they come from", file: file, line: nil)
            throw FormatError(said.isEmpty ? [plain] : said)
        }
    }
}
