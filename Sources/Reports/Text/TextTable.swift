/// Columns of text for a terminal, aligned, with long cells of flexible columns broken over lines.
struct TextTable: Sendable {
    struct Column: Sendable {
        let title: String
        /// On a line of its own below the title; no such line where no column has one.
        var unit = ""
        var isNumber = false
        /// Broken over lines where the table would be too wide.
        var wraps = false
    }

    let columns: [Column]
    let rows: [[String]]
    /// Characters between columns.
    private let gap = 2

    init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Lines of at most `width` characters, if the columns that do not wrap leave room.
    func lines(width: Int) -> [String] {
        let widths = columnWidths(width)
        let units = columns.map(\.unit)
        let head = [line(columns.map(\.title), widths)] + (units.allSatisfy(\.isEmpty) ? [] : [line(units, widths)])
        let rule = String(repeating: "─", count: widths.reduce(0, +) + gap * (columns.count - 1))
        let body = rows.flatMap { row -> [String] in
            let cells = row.enumerated().map { index, cell in
                columns[index].wraps ? Paragraph.lines(cell, width: widths[index]) : [cell]
            }
            let height = cells.map(\.count).max() ?? 1
            return (0..<height).map { index in line(cells.map { $0.indices.contains(index) ? $0[index] : "" }, widths) }
        }
        return head + [rule] + body
    }

    private func columnWidths(_ width: Int) -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.count, columns[index].unit.count, rows.map { $0[index].count }.max() ?? 0)
        }
        let flexible = columns.indices.filter { columns[$0].wraps }
        // The widest flexible column gives way first, so that short ones stay whole.
        while widths.reduce(0, +) + gap * (columns.count - 1) > width,
            let widest = flexible.max(by: { widths[$0] < widths[$1] }), widths[widest] > 12
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.enumerated().map { index, cell in
            let fill = String(repeating: " ", count: max(0, widths[index] - cell.count))
            return columns[index].isNumber ? fill + cell : cell + fill
        }
        let text = padded.joined(separator: String(repeating: " ", count: gap))
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}

/// Text broken at spaces.
enum Paragraph {
    /// Lines of at most `width` characters; a longer word stands alone.
    static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            let room = width - (lines.isEmpty ? 0 : indent.count)
            if !current.isEmpty, current.count + 1 + word.count > room {
                lines.append((lines.isEmpty ? "" : indent) + current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        lines.append((lines.isEmpty ? "" : indent) + current)
        return lines
    }
}
