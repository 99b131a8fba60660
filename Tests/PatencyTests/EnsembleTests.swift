import Foundation
import Testing

@testable import Studies

/// Many people, as a user meets them: memory, interruption, a temporary folder without room.
@Suite struct EnsembleTests {
    static let scenario = """
        title: Many
        arms:
          - name: nothing
        horizon: 30 days
        report: every 1 h
        """

    /// A run of the program that can be looked at while it runs.
    private func start(_ arguments: [String], in folder: ScratchFolder) throws -> Process {
        let process = Process()
        process.executableURL = Program.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        let temporary = folder.url.appending(path: "temporary")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) { $1 }
        process.standardError = try output("errors", folder)
        process.standardOutput = try output("output", folder)
        try process.run()
        return process
    }

    private func output(_ name: String, _ folder: ScratchFolder) throws -> FileHandle {
        try folder.write("", to: name)
        return try FileHandle(forWritingTo: folder.url.appending(path: name))
    }

    private func text(_ name: String, _ folder: ScratchFolder) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    /// Most memory a running process has had [MiB].
    private static func peak(_ process: Process) -> Int? {
        let status = BuildFacts.systemText("/proc/\(process.processIdentifier)/status")
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 / 1024 }
    }

    private func peak(people: Int, _ folder: ScratchFolder) throws -> Int {
        let process = try start(
            ["run", "many.yaml", "--draws", "\(people)", "--format", "csv", "--threads", "1", "-q"], in: folder)
        var most = 0
        while process.isRunning {
            most = max(most, Self.peak(process) ?? 0)
            usleep(10_000)
        }
        let errors = try text("errors", folder)
        #expect(process.terminationStatus == 0, "\(errors)")
        return most
    }

    /// Every hour of a month of all outputs is half a megabyte a person: 500 people would be 230 MiB.
    @Test func memoryDoesNotGrowWithPeople() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.scenario, to: "many.yaml")
        let few = try peak(people: 100, folder)
        let many = try peak(people: 500, folder)
        #expect(few > 0 && many < few + 40, "\(few) MiB for 100 people, \(many) MiB for 500")
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalStopsItAndLeavesNothing(signal: Int32) throws {
        let folder = try ScratchFolder()
        try folder.write(Self.scenario, to: "many.yaml")
        let process = try start(["run", "many.yaml", "--draws", "20000", "--out", "results"], in: folder)
        // Whether it simulates already can be seen from its mapped draws.
        var isSimulating = false
        let deadline = Date(timeIntervalSinceNow: 60)
        while process.isRunning, !isSimulating, Date() < deadline {
            isSimulating = BuildFacts.systemText("/proc/\(process.processIdentifier)/maps").contains("patency-draws")
            usleep(20_000)
        }
        #expect(isSimulating)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
        #expect(try text("errors", folder) == "Error: stopped before the end; nothing was written\n")
        for name in ["temporary", "results"] {
            let path = folder.url.appending(path: name).path
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty, "\(name)")
        }
    }

    @Test func aTemporaryFolderThatIsGoneIsNamed() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.scenario, to: "many.yaml")
        let outcome = try Program.run(
            "run", "many.yaml", "--draws", "20000", in: folder.url, environment: ["TMPDIR": "/nowhere"])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("cannot keep the draws of this study in /nowhere"))
    }
}
