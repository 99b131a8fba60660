import Foundation

extension ModelBench {
    private static let largeRounds = 3
    private static let runsInARow = 2

    /// Large models from file to first step, each in a process of its own, in Markdown.
    func largeTable() throws -> String {
        var lines = [
            "| large model, in a process of its own | Patency | libroadrunner | ratio |", "|---|---|---|---|",
        ]
        // libroadrunner's compilation of multisite2 takes longer than all else here together.
        for (file, withPeer) in [("egfr_net.xml", true), ("model_Chen_MSB2009.xml", true), ("multisite2.xml", false)] {
            lines.append(try large(file, withPeer: withPeer))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One large model: seconds and peak memory of a process that loads it, the fastest of rounds in which both sides take turns.
    ///
    /// A process after another's pays for memory that the machine has to find first, so each side runs twice in a row.
    private func large(_ file: String, withPeer: Bool) throws -> String {
        let path = scaling.appending(path: file).path
        let program = SensitivityBench.program.path
        let requests: [[String: Any]] = [
            ["command": [program, "simulate", path, "--end", "1e-6", "--points", "2", "--out", "/dev/null"]],
            ["path": path],
        ]
        var found: [[(seconds: Double, mebibytes: Double)]] = [[], []]
        for _ in 0..<Self.largeRounds {
            for (side, request) in requests.enumerated() where side == 0 || withPeer {
                for _ in 0..<Self.runsInARow {
                    let answer = try peer.ask(request.merging(["do": "memory"]) { $1 })
                    guard let seconds = answer["seconds"] as? Double, let memory = answer["mebibytes"] as? Double
                    else { continue }
                    found[side].append((seconds, memory))
                }
            }
        }
        let fastest = found.map { side in side.min { $0.seconds < $1.seconds } }
        let cells = fastest.map { $0.map { String(format: "%.2f s, %.0f MiB", $0.seconds, $0.mebibytes) } ?? "–" }
        let ratio = fastest[0].flatMap { own in fastest[1].map { String(format: "%.0f", $0.seconds / own.seconds) } }
        return "| \(file) | \(cells[0]) | \(cells[1]) | \(ratio ?? "–") |"
    }
}
