import Foundation
import Reports

/// A folder for results that is known to be writable.
struct OutputFolder {
    let path: String

    /// Makes the folder where needed and tries to write in it.
    ///
    /// - Throws: ``Failure`` with `wrongInput` where that is impossible.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(.wrongInput, "cannot make the folder \(path) (choose another with --out)")
        }
        let probe = "\(path)/.patency-\(ProcessInfo.processInfo.processIdentifier)"
        guard FileManager.default.createFile(atPath: probe, contents: nil) else {
            throw Failure(.wrongInput, "cannot write in the folder \(path) (choose another with --out)")
        }
        try? FileManager.default.removeItem(atPath: probe)
    }

    /// Writes a whole file.
    ///
    /// - Throws: `ReportError.unwritable`.
    func write(_ data: Data, to name: String) throws { try AtomicFile.write(data, to: "\(path)/\(name)") }
}
