import Foundation
import Studies

extension PeerPrecision {
    private static let own = ["Patency, bytecode", "Patency, native"]

    /// Ratios at equal error, over all models and tolerances of a peer.
    func section(_ curves: [Curve]) -> String {
        var lines = [
            "## Error against time beside libroadrunner, COPASI and AMICI",
            "\(curves.count) curated models (\(curves.map(\.model).joined(separator: ", "))), 101 reports, rtol 1e-3 to 1e-9, absolute",
            "tolerances a millionth of that; processor time, medians of five rounds in which all take turns",
            "(\(BuildFacts.cpuFeatures)); `patency-bench peers` writes this section. Errors are the largest over columns and times,",
            "relative to a column's largest value, against a solution at 1e-12. AMICI, compiled for each model in minutes, ran",
            "\(Self.namesForAMICI.sorted().joined(separator: ", ")). `work-precision.vl.json` plots error against time.",
            "",
            "| peer | points | ratio, bytecode: median | quartiles | ratio, native: median | quartiles |",
            "|---|---|---|---|---|---|",
        ]
        for peer in peers.map(\.kind.rawValue) {
            let ratios = Self.own.map { name in curves.flatMap { Self.ratios(of: peer, to: name, in: $0) }.sorted() }
            let cells = ratios.map { values -> String in
                guard !values.isEmpty else { return "– | –" }
                func at(_ share: Double) -> Double { values[Int(share * Double(values.count - 1) + 0.5)] }
                return String(format: "%.2f | %.2f to %.2f", at(0.5), at(0.25), at(0.75))
            }
            lines.append("| \(peer) | \(ratios.map(\.count).max() ?? 0) | \(cells.joined(separator: " | ")) |")
        }
        lines += [
            "", "Ratios above 1 mean that Patency is faster at the error the peer reached.",
            PeakMemory.line(beside: peers),
        ]
        return lines.joined(separator: "\n")
    }

    /// The peer's time at each of its points over ours at that error; errors above 1 % are no solution.
    private static func ratios(of peer: String, to own: String, in curve: Curve) -> [Double] {
        let ours = curve.points.filter { $0.solver == own }
        return curve.points.filter { $0.solver == peer && $0.error <= 1e-2 }.compactMap { point in
            ours.seconds(atError: point.error).map { point.median / $0 }
        }
    }

    /// One panel a model, as a Vega-Lite figure with its data.
    func plot(_ curves: [Curve]) throws -> String {
        func axis(_ field: String, _ title: String) -> [String: Any] {
            ["field": field, "type": "quantitative", "scale": ["type": "log"], "title": title]
        }
        func rounded(_ value: Double) -> Double { Double(String(format: "%.3g", value)) ?? value }
        let values = curves.flatMap { curve in
            curve.points.filter { $0.median.isFinite && $0.error > 0 }.map { point in
                [
                    "model": curve.model, "solver": point.solver, "rtol": point.tolerance,
                    "error": rounded(point.error), "seconds": rounded(point.median),
                ] as [String: Any]
            }
        }
        let specification: [String: Any] = [
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "title": "Error against time on curated models",
            "data": ["values": values],
            "facet": ["field": "model", "type": "nominal", "title": NSNull()],
            "columns": 3,
            "resolve": ["scale": ["x": "independent", "y": "independent"]],
            "spec": [
                "width": 240, "height": 200,
                "mark": ["type": "line", "point": true],
                "encoding": [
                    "x": axis("error", "largest relative error"), "y": axis("seconds", "processor time [s]"),
                    "color": ["field": "solver", "type": "nominal", "title": NSNull()],
                    "order": ["field": "rtol"],
                ],
            ] as [String: Any],
        ]
        let data = try JSONSerialization.data(
            withJSONObject: specification, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
