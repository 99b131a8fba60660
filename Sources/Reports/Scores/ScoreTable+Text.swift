extension ScoreTable {
    /// The table for a terminal; a missed target is marked and its cause printed.
    public func text(width: Int = 100) -> String {
        let columns: [TextTable.Column] = [
            .init(title: "target"), .init(title: "use"), .init(title: "quantity", wraps: true),
            .init(title: "predicted (90 %)", isNumber: true), .init(title: "observed ± SE", isNumber: true),
            .init(title: "unit"), .init(title: "z", isNumber: true), .init(title: ""),
        ]
        let cells = rows.map { row in
            [
                row.target, row.use.rawValue, row.quantity, row.predictionText, row.observedText, row.unit, row.zText,
                row.isMissed ? "!" : "",
            ]
        }
        let causes = rows.filter { !$0.causeText.isEmpty }.flatMap { row in
            Paragraph.lines("\(row.target): \(row.causeText)", width: width, indent: "  ")
        }
        var lines = [title, ""] + TextTable(columns, rows: cells).lines(width: width)
        lines += [""] + Paragraph.lines(verdict, width: width)
        if !causes.isEmpty { lines += ["", "Causes of misses (!) and of targets not scored:"] + causes }
        return lines.joined(separator: "\n") + "\n"
    }
}
