import CLibSBML

/// What libSBML says about a document, as issues with the element and what to do.
struct LibraryMessages {
    let issues: [FormatIssue]

    /// Issues of one rule beyond this number are summed up in one.
    private static let perRule = 20

    /// - Parameters:
    ///   - handle: a document that has been read, checked or converted.
    ///   - text: that it was read from.
    ///   - sources: all files of the model; where there are several, libSBML does not say which one a line is of.
    init(_ handle: OpaquePointer, text: String, sources: SourceFiles) {
        let errors = (0..<SBMLDocument_getNumErrors(handle)).compactMap { SBMLDocument_getError(handle, $0) }
        let lines = Set(errors.map { Int(XMLError_getLine($0)) })
        var text = text
        let elements =
            errors.isEmpty
            ? [:] : text.withUTF8 { DocumentOutline.elements(at: lines, in: UnsafeRawBufferPointer($0)) }
        var counts: [UInt32: Int] = [:]
        var found: [FormatIssue] = []
        for error in errors {
            let rule = XMLError_getErrorId(error)
            counts[rule, default: 0] += 1
            guard counts[rule]! <= Self.perRule else { continue }
            let line = Int(XMLError_getLine(error))
            let place = sources.place(ofLine: line > 0 ? line : nil)
            let element = place.file == sources.main && place.line != nil ? elements[line] : nil
            found.append(Self.issue(error, element: element ?? "", file: place.file, line: place.line))
        }
        for (rule, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.perRule {
            found.append(
                FormatIssue(
                    .warning, "SBML rule \(rule)", element: "",
                    "breaks rule \(rule) in \(count - Self.perRule) more places", remedy: "mend those named first",
                    file: sources.main, line: nil))
        }
        issues = found
    }

    private static func issue(_ error: OpaquePointer, element: String, file: String, line: Int?) -> FormatIssue {
        let isError = XMLError_getSeverity(error) >= UInt32(LIBSBML_SEV_ERROR.rawValue)
        let message = XMLError_getMessage(error).map { String(cString: $0) } ?? "unknown problem"
        let rule = XMLError_getErrorId(error)
        // The text of the rule comes first and what breaks it last, with a reference to the standard between them.
        let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return FormatIssue(
            isError ? .error : .warning, "SBML rule \(rule)", element: element, words, remedy: remedy(for: error, rule),
            file: file, line: line)
    }

    /// What to do, by the kind of rule that is broken.
    private static func remedy(for error: OpaquePointer, _ rule: UInt32) -> String {
        switch rule {
        case 10101: return "save the file as UTF-8"
        case 10102...10199: return "correct the element or attribute at this place"
        case 10201...10299: return "mend the formula"
        case 10301...10399: return "give each element an identifier of its own"
        case 10501...10599: return "correct the formula or the declared units"
        case 10601: return "drop a rule or let another quantity vary"
        default: break
        }
        switch Int32(bitPattern: XMLError_getCategory(error)) {
        case Int32(LIBSBML_CAT_INTERNAL.rawValue), Int32(LIBSBML_CAT_SYSTEM.rawValue): return "try the file elsewhere"
        case Int32(LIBSBML_CAT_XML.rawValue): return "mend the XML at this place"
        case Int32(LIBSBML_CAT_UNITS_CONSISTENCY.rawValue): return "correct the formula or the declared units"
        case Int32(LIBSBML_CAT_MATHML_CONSISTENCY.rawValue): return "mend the formula"
        case Int32(LIBSBML_CAT_IDENTIFIER_CONSISTENCY.rawValue): return "correct the identifier or the reference"
        case Int32(LIBSBML_CAT_OVERDETERMINED_MODEL.rawValue): return "drop a rule or let another quantity vary"
        case Int32(LIBSBML_CAT_SBO_CONSISTENCY.rawValue): return "correct the SBO term"
        case Int32(LIBSBML_CAT_MODELING_PRACTICE.rawValue): return "nothing has to change, but look at this place"
        default: return "correct the element at this place as the rule says"
        }
    }
}
