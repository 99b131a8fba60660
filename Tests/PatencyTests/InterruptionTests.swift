import Foundation
import Testing

/// What Ctrl-C does to the commands that take minutes: an orderly end, with nothing written.
@Suite struct InterruptionTests {
    private static let commands = [
        ["book", "--out", "page.html"], ["validate", "--markdown", "table.md"], ["rank", "--grades", "grades.csv"],
        ["fit", "--write", "--to", "values.swift", "--posterior-to", "draws.swift"],
    ]
    private static let sources = ["values.swift": "// values\n", "draws.swift": "    // Written from here on.\n"]

    @Test(arguments: commands.indices) func aSignalStopsItAndLeavesNothing(index: Int) throws {
        let folder = try ScratchFolder()
        for (name, text) in Self.sources { try folder.write(text, to: name) }
        let process = Process()
        process.executableURL = Program.binary
        process.arguments = Self.commands[index]
        process.currentDirectoryURL = folder.url
        let errors = folder.url.appending(path: "errors")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        // Asked only once it listens: before, the signal would end it at once.
        let deadline = Date(timeIntervalSinceNow: 120)
        while process.isRunning, !Self.listens(process), Date() < deadline { usleep(20_000) }
        #expect(Self.listens(process))
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 128 + SIGINT)
        let said = try String(contentsOf: errors, encoding: .utf8)
        #expect(said == "Error: stopped before the end; nothing was written\n")
        let left = Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
        #expect(left == Set(Self.sources.keys).union(["errors"]))
        for (name, text) in Self.sources {
            #expect(try String(contentsOf: folder.url.appending(path: name), encoding: .utf8) == text, "\(name)")
        }
    }

    /// Whether a process has a handler of its own for Ctrl-C.
    private static func listens(_ process: Process) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
            let mask = UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16)
        else { return false }
        return mask & (1 << UInt64(SIGINT - 1)) != 0
    }
}
