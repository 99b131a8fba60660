import Foundation
import Studies

/// Whole studies as a user runs them: ten years of a dose a day, time and peak memory by the number of people and of threads.
struct StudyBench {
    let peer: Peer
    var scenario = "Examples/ten-years.yaml"

    /// A table in Markdown.
    func report(_ runs: [(people: Int, threads: Int)]) throws -> String {
        var lines = [
            "### Ten years of daily doses, two arms",
            "`patency run \(scenario)`, tables written; a process of its own for each line.", "",
            "| people | threads | s by the clock | s of processor | peak MiB |", "|---|---|---|---|---|",
        ]
        for (people, threads) in runs {
            let answer = try peer.ask([
                "do": "memory",
                "command": [
                    SensitivityBench.program.path, "run", scenario, "--draws", "\(people)", "--threads", "\(threads)",
                    "--format", "csv", "--out", "out/bench-study", "--quiet",
                ],
            ])
            func number(_ key: String) -> Double { (answer[key] as? NSNumber)?.doubleValue ?? .nan }
            lines.append(
                String(
                    format: "| %d | %d | %.1f | %.1f | %.0f |", people, threads, number("wall"), number("seconds"),
                    number("mebibytes")))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
