import Foundation

/// Reads files whole, having looked at what they are.
enum FileBytes {
    /// - Throws: ``FormatError`` for a file that is missing, a folder, a device, too large, or not to be read.
    static func read(_ url: URL, named name: String, limits: ReadingLimits) throws(FormatError) -> Data {
        let place = Place(file: name, line: nil, element: "")
        // A link is looked at where it leads.
        let path = url.resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw place.error("file", "is not there", "check the path")
        }
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular?: break
        case .typeDirectory?: throw place.error("file", "is a folder", "give a file in it")
        default: throw place.error("file", "is no ordinary file", "give an SBML file")
        }
        if let size = attributes[.size] as? UInt64, size > UInt64(limits.byteCount) {
            throw DocumentScan.tooLarge(byteCount: Int(clamping: size), file: name, limits: limits)
        }
        do {
            return try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw place.error("file", "cannot be read: \(error.localizedDescription)", "check its permissions")
        }
    }
}
