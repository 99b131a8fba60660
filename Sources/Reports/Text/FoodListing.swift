/// A food table for a terminal: contents per 100 g, a dash where not measured, and sources.
public struct FoodListing: Sendable {
    public struct Row: Sendable {
        public let name: String
        /// K1, MK-4, MK-7 and longer menaquinones [µg/100 g].
        public let contents: [Double?]
        public let sources: [String]

        public init(name: String, contents: [Double?], sources: [String]) {
            self.name = name
            self.contents = contents
            self.sources = sources
        }
    }

    private let rows: [Row]

    public init(_ rows: [Row]) { self.rows = rows }

    public func text(width: Int = 100) -> String {
        let cells = rows.map { row -> [String] in
            var seen: Set<String> = []
            let sources = row.sources.filter { seen.insert($0).inserted }
            return [row.name] + row.contents.map { $0.map { "\($0)" } ?? "–" } + [sources.joined(separator: "; ")]
        }
        let vitamers = ["K1", "MK-4", "MK-7", "longer"].map {
            TextTable.Column(title: $0, unit: "µg/100 g", isNumber: true)
        }
        let table = TextTable(
            [.init(title: "food")] + vitamers + [.init(title: "source", wraps: true)], rows: cells)
        return table.lines(width: width).joined(separator: "\n") + "\n"
    }
}
