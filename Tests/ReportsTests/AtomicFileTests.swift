import Foundation
import Testing

@testable import Reports

@Suite struct AtomicFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patency-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func writesAndReplaces() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("a.html").path
            try AtomicFile.write("old", to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try AtomicFile.write("new", to: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try names(folder) == ["a.html"])
        }
    }

    @Test func followsALink() throws {
        try withFolder { folder in
            let target = folder.appendingPathComponent("target").path
            let link = folder.appendingPathComponent("link").path
            try AtomicFile.write("old", to: target)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            try AtomicFile.write("new", to: link)
            #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        }
    }

    @Test func leavesADeviceInPlace() throws {
        try AtomicFile.write("gone", to: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect { try AtomicFile.write("x", to: "/dev/full") } throws: { "\($0)".contains("free some space") }
    }

    @Test func namesTheMissingFolder() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("none/a.csv").path
            #expect { try AtomicFile.write("x", to: path) } throws: { error in
                "\(error)"
                    == "cannot write \(path): No such file or directory (make the folder first, or correct the path)"
            }
            #expect { try AtomicFile.write("x", to: folder.path) } throws: { "\($0)".contains("Is a directory") }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel"), "needs a folder closed to all"))
    func namesAnUnwritableFolder() throws {
        #expect { try AtomicFile.write("x", to: "/sys/kernel/patency") } throws: { error in
            "\(error)" == "cannot write /sys/kernel/patency: Permission denied (choose a folder you may write to)"
        }
    }

    @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a small disk"))
    func aFullDiskKeepsTheOldFileAndNothingElse() throws {
        try withFolder { folder in
            #expect(SmallDisk.mount(folder.path))
            defer { SmallDisk.unmount(folder.path) }
            let path = folder.appendingPathComponent("a.json").path
            try AtomicFile.write("old", to: path)
            let large = Data(repeating: 65, count: 1 << 20)
            #expect { try AtomicFile.write(large, to: path) } throws: { error in
                guard case ReportError.unwritable(path, _, let remedy) = error else { return false }
                return remedy.contains("free some space")
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
            #expect(try names(folder) == ["a.json"])
        }
    }
}

/// A disk of 64 KiB in memory, for root on Linux.
enum SmallDisk {
    static let isAvailable: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patency-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard mount(folder.path) else { return false }
        unmount(folder.path)
        return true
    }()

    static func mount(_ path: String) -> Bool {
        geteuid() == 0 && run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path)
    }

    static func unmount(_ path: String) { _ = run("umount", path) }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
