import Foundation

/// libroadrunner in a Python process of its own (`scripts/peer.py`), asked by lines of JSON.
final class Peer {
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()
    private var buffer = Data()

    /// Nil where PATENCY_PYTHON names no interpreter.
    init?() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let python = environment["PATENCY_PYTHON"], FileManager.default.isExecutableFile(atPath: python) else {
            return nil
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "scripts/peer.py")
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [script.path]
        process.standardInput = requests
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        try? requests.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// What the peer says; an error of its own stands under `error`.
    func ask(_ request: [String: Any]) throws -> [String: Any] {
        var line = try JSONSerialization.data(withJSONObject: request)
        line.append(10)
        try requests.fileHandleForWriting.write(contentsOf: line)
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let answer = buffer[buffer.startIndex..<end]
                buffer = Data(buffer[(end + 1)...])
                return try JSONSerialization.jsonObject(with: answer) as? [String: Any] ?? [:]
            }
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { return ["error": "the peer ended"] }
            buffer.append(more)
        }
    }
}
