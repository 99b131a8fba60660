import Foundation

/// Most resident memory of whole processes, which hold the models and results of all their runs.
enum PeakMemory {
    /// Of a process so far [MiB]; NaN where the system does not tell.
    static func mebibytes(of process: Int32 = getpid()) -> Double {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 } ?? .nan
    }

    /// What it took to measure, as a line under a table.
    static func line(beside peers: [Peer]) -> String {
        let all = [("Patency", mebibytes())] + peers.map { ($0.kind.rawValue, $0.peakMebibytes) }
        return "Peak memory of the processes that measured, models and results of all runs so far included: "
            + all.map { String(format: "\($0.0) %.0f MiB", $0.1) }.joined(separator: ", ") + ".\n"
    }
}
