extension ScoreTable {
    /// The table as a page of its own, without pictures.
    public var html: String {
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>\(Markup(raw: PageStyle.text))</style>
            </head>
            <body>
            <main>
            \(section)
            </main>
            </body>
            </html>

            """
        return page.text
    }

    /// The table as a section of another page.
    var section: Markup {
        let columns: [PageTable.Column] = [
            .init(title: "Target"), .init(title: "Use"), .init(title: "Predicted (90 % range)", isNumber: true),
            .init(title: "Observed ± SE", isNumber: true), .init(title: "Unit"), .init(title: "z", isNumber: true),
            .init(title: "Cause of a miss"),
        ]
        let cells = rows.map { row -> [Markup] in
            let z: Markup = row.isMissed ? "<b class=\"missed\">\(row.zText)</b>" : "\(row.zText)"
            return [
                "\(row.target)<small>\(row.quantity)</small>", "\(row.use.rawValue)", "\(row.predictionText)",
                "\(row.observedText)", "\(row.unit)", z, "\(row.causeText)",
            ]
        }
        return """
            <section id="scores" class="wide">
            <h2>\(title)</h2>
            <p>\(verdict). The score z is the distance from the observation in standard errors of the study; up to 2 is met.</p>
            \(PageTable(caption: title, columns: columns, rows: cells).markup)
            </section>
            """
    }
}
