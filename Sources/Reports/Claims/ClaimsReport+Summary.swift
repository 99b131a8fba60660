import Claims

extension ClaimsReport {
    /// What a terminal shows after a run: safety first, then a claim a row.
    ///
    /// - Parameter width: longest line [characters].
    public func summary(width: Int = 100) -> String {
        var lines = results.safety.flatMap { Paragraph.lines("! " + $0, width: width, indent: "  ") }
        lines += [""] + Paragraph.lines("\(results.title). \(results.claims.count) claims: \(countText).", width: width)
        for place in results.places {
            let rows = claims(madeAt: place.key).map { claim in
                let model = claim.plausibility?.share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
                return [claim.text, claim.verdict.rawValue, claim.certainty.description, model]
            }
            guard !rows.isEmpty else { continue }
            let columns: [TextTable.Column] = [
                .init(title: place.text, wraps: true), .init(title: "verdict"), .init(title: "studies"),
                .init(title: "draws", isNumber: true),
            ]
            lines += [""] + TextTable(columns, rows: rows).lines(width: width)
        }
        let notes = [
            "Studies: certainty of the evidence in people (GRADE). Draws: share of simulations in which it goes as claimed; "
                + "what the model says never raises the first."
        ]
        lines += [""] + notes.flatMap { Paragraph.lines($0, width: width) }
        return lines.joined(separator: "\n") + "\n"
    }
}
