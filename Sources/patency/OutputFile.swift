import Foundation
import Reports

/// A file, or standard output, that a command writes text to.
enum OutputFile {
    /// Writes whole or not at all; `-` is standard output, and devices are written to, never replaced.
    ///
    /// - Throws: ``Failure`` where the file cannot be written.
    static func write(_ text: String, to path: String) throws {
        if path == "-" {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        do {
            try AtomicFile.write(text, to: path)
        } catch {
            throw Failure(.wrongInput, "\(path): cannot be written: \(error)")
        }
    }
}
