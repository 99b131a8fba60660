/// A table that becomes a list of cards on a narrow screen, where each cell shows its column's name.
struct PageTable: Sendable {
    struct Column: Sendable {
        let title: String
        var isNumber = false
    }

    let caption: String
    let columns: [Column]
    /// The first cell of each row is its heading.
    let rows: [[Markup]]

    var markup: Markup {
        let heads = columns.map { column -> Markup in
            "<th scope=\"col\"\(kind(column))>\(column.title)</th>"
        }
        let body = rows.map { row -> Markup in
            let cells = zip(columns, row).enumerated().map { index, pair -> Markup in
                index == 0
                    ? "<th scope=\"row\">\(pair.1)</th>"
                    : "<td data-title=\"\(pair.0.title)\"\(kind(pair.0))>\(pair.1)</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <div class="scroll"><table>
            <caption>\(caption)</caption>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(body.joined())
            </tbody>
            </table></div>
            """
    }

    private func kind(_ column: Column) -> Markup { column.isNumber ? " class=\"number\"" : "" }
}
