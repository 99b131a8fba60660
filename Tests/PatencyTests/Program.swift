import Foundation

/// The built executable, run as a user runs it.
struct Program {
    struct Outcome {
        var code: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle.
    static let binary = URL(
        fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    )
    .deletingLastPathComponent().appending(path: "patency")

    static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs it in a folder; output goes through files, so that no pipe can fill up.
    static func run(_ arguments: String..., in folder: URL, environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, in: folder, environment: environment)
    }

    static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        let outputs = try ["stdout", "stderr"].map { name in
            let url = FileManager.default.temporaryDirectory.appending(path: "patency-\(UUID().uuidString)-\(name)")
            _ = FileManager.default.createFile(atPath: url.path, contents: nil)
            return (url: url, handle: try FileHandle(forWritingTo: url))
        }
        defer { for output in outputs { try? FileManager.default.removeItem(at: output.url) } }
        process.standardOutput = outputs[0].handle
        process.standardError = outputs[1].handle
        try process.run()
        process.waitUntilExit()
        let texts = try outputs.map { try String(contentsOf: $0.url, encoding: .utf8) }
        return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

/// A folder that goes away with the test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "patency-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }
}
