import Foundation

/// Another simulator in a Python process of its own, asked by lines of JSON.
final class Peer {
    /// Which one: its name, its script under `scripts`, and the environment variable that names its interpreter.
    enum Kind: String {
        case libroadrunner, COPASI, AMICI

        var script: String {
            switch self {
            case .libroadrunner: "peer.py"
            case .COPASI: "peer_copasi.py"
            case .AMICI: "peer_amici.py"
            }
        }

        var interpreter: String { self == .libroadrunner ? "PATENCY_PYTHON" : "PATENCY_PEERS_PYTHON" }
    }

    let kind: Kind
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()

    /// Nil where the environment names no interpreter for it.
    init?(_ kind: Kind) throws {
        self.kind = kind
        var environment = ProcessInfo.processInfo.environment
        guard let python = environment[kind.interpreter], FileManager.default.isExecutableFile(atPath: python) else {
            return nil
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "scripts/\(kind.script)")
        // AMICI calls the cmake and swig that stand beside its interpreter.
        let tools = URL(fileURLWithPath: python).deletingLastPathComponent().path
        environment["PATH"] = "\(tools):\(environment["PATH"] ?? "")"
        process.environment = environment
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

    /// Most resident memory of its process so far [MiB].
    var peakMebibytes: Double { PeakMemory.mebibytes(of: process.processIdentifier) }

    /// What the peer says; an error of its own stands under `error`.
    func ask(_ request: [String: Any]) throws -> [String: Any] {
        var line = try JSONSerialization.data(withJSONObject: request)
        line.append(10)
        try requests.fileHandleForWriting.write(contentsOf: line)
        // One answer a request and a line an answer, so that the end of what has come is where a line ends.
        var answer = Data()
        while answer.last != 10 {
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { return ["error": "the peer ended"] }
            answer.append(more)
        }
        return try JSONSerialization.jsonObject(with: answer) as? [String: Any] ?? [:]
    }
}
