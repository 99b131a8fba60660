import Foundation
import Studies

extension ModelBench {
    /// Measures everything and returns the tables in Markdown.
    func report() throws -> String {
        let machine = BuildFacts.cpuFeatures
        let loads = try loads()
        let warm = try warmRuns()
        func milliseconds(_ value: Double) -> String { String(format: "%.1f", value * 1e3) }
        let name = peer.kind.rawValue
        let isRoadrunner = peer.kind == .libroadrunner
        var lines = [
            "## Curated models beside \(name)",
            "Processor time, both sides in one run (\(machine)); `make bench` writes this section. Ratios above 1 mean",
            "that Patency is faster. Loading is from the file to the first step"
                + (isRoadrunner
                    ? ", libroadrunner's cache of compiled models missed by a changed comment, and hit" : "")
                + ". Warm runs: 101 points,",
            "\(name) at rtol 1e-6, ours on machine code where LLVM is there (as libroadrunner's; compiled before the runs, column",
            "to native), each method at the loosest of four tolerances a decade with no larger error against the reference; the ratio",
            "is that of the method chosen automatically.", "",
            "| \(loads.count) models | geometric mean of ratios | range |", "|---|---|---|",
            "| load | \(Self.summary(loads.map { $0.fresh / $0.seconds })) |",
        ]
        if isRoadrunner {
            lines.append("| load, its cache hit | \(Self.summary(loads.map { $0.cached / $0.seconds })) |")
        }
        let (cachedHeading, cachedRule) = isRoadrunner ? (" cached |", "---|") : ("", "")
        let withCompiling = loads.compactMap { load in
            warm.first { $0.name == load.name }.map { load.fresh / (load.seconds + $0.compileSeconds) }
        }
        lines += [
            "| load and compile | \(Self.summary(withCompiling)) |",
            "| warm run (\(warm.count { $0.automatic != nil }) compared) | \(Self.summary(warm.map { $0.ratio($0.automatic) })) |",
            "| warm run, Adams and BDF | \(Self.summary(warm.map { $0.ratio($0.multistep) })) |",
            "| warm run, Rodas4 | \(Self.summary(warm.map { $0.ratio($0.rosenbrock) })) |", "",
            "| model | load ms | \(name) |\(cachedHeading) ratio | to native ms | ours ms | Adams, BDF ms | Rodas4 ms | \(name) | ratio | error | its error |",
            "|---|---|---|\(cachedRule)---|---|---|---|---|---|---|---|---|",
        ]
        for load in loads {
            var row = "| \(load.name.suffix(4)) | \(milliseconds(load.seconds)) | \(milliseconds(load.fresh)) "
            if isRoadrunner { row += "| \(milliseconds(load.cached)) " }
            row += "| \(String(format: "%.1f", load.fresh / load.seconds)) "
            if let run = warm.first(where: { $0.name == load.name }) {
                let times = [run.automatic, run.multistep, run.rosenbrock].map { own in
                    own.map { String(format: "%.2f", $0.seconds * 1e3) } ?? "–"
                }
                row += "| \(milliseconds(run.compileSeconds)) | \(times.joined(separator: " | ")) "
                row += String(
                    format: "| %.2f | %.2f | %.0e | %.0e |", run.peerSeconds * 1e3, run.ratio(run.automatic),
                    run.automatic?.error ?? .nan, run.peerError)
            } else {
                row += "| – | – | – | – | – | – | – | – |"
            }
            lines.append(row)
        }
        lines += ["", PeakMemory.line(beside: [peer])]
        return lines.joined(separator: "\n") + (isRoadrunner ? "\n" + (try largeTable()) : "")
    }

    /// Geometric mean, and smallest to largest, of what is a number.
    private static func summary(_ ratios: [Double]) -> String {
        let known = ratios.filter { $0.isFinite && $0 > 0 }
        guard let least = known.min(), let most = known.max() else { return "– | –" }
        let mean = exp(known.reduce(0) { $0 + log($1) } / Double(known.count))
        return String(format: "%.1f | %.2f to %.1f", mean, least, most)
    }

    /// Puts a section in place of the one with the same heading, or at the end.
    static func write(_ section: String, into url: URL) throws {
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? "# Benchmarks\n"
        let heading = section.prefix { $0 != "\n" }
        var kept: [Substring] = []
        var isReplaced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") || line.hasPrefix("# ") { isReplaced = line == heading }
            if !isReplaced { kept.append(line) }
        }
        let rest = kept.joined(separator: "\n").trimmingCharacters(in: .newlines)
        try "\(rest)\n\n\(section)".write(to: url, atomically: true, encoding: .utf8)
    }
}
