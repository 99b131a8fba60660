import Modeling

/// Foods with sourced contents, from `Foods.csv`: one food a line, blank where a vitamer was not measured.
///
/// A cell is the content per 100 g [µg], then `@key place` where that was read in the work itself, or `~key place` where
/// another page quotes the work, then a blank-free key of `References.bib`.
public enum FoodTable {
    static let columns = ["food", "K1", "MK-4", "MK-7", "longer"]

    /// The foods in the order of the file; empty where the file has anything wrong, which a test would find.
    public static let foods: [Food] = (try? parse(text)) ?? []

    /// The food of this name, in any letter case.
    public static func food(_ name: String) -> Food? { foods.first { $0.name.lowercased() == name.lowercased() } }

    /// The file as it stands.
    static let text = String(decoding: PackageResources.Foods_csv, as: UTF8.self)

    /// What is wrong in a food file.
    enum Problem: Error, Equatable, CustomStringConvertible {
        case columns(found: String)
        case cells(line: Int, found: Int)
        case content(line: Int, column: String, found: String)
        case repeated(line: Int, food: String)

        var description: String {
            switch self {
            case .columns(let found): "the columns are \(found), not \(FoodTable.columns.joined(separator: ","))"
            case .cells(let line, let found): "line \(line) has \(found) cells, not \(FoodTable.columns.count)"
            case .content(let line, let column, let found):
                "line \(line), \(column): '\(found)' is not a content above zero with its source, such as 31 @key table 2"
            case .repeated(let line, let food): "line \(line): '\(food)' stands already above"
            }
        }
    }

    /// - Throws: ``Problem`` for the first line that does not fit.
    static func parse(_ text: String) throws(Problem) -> [Food] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let head = lines.first, head == columns.joined(separator: ",") else {
            throw .columns(found: lines.first ?? "")
        }
        var foods: [Food] = []
        var names: Set<String> = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == columns.count else { throw .cells(line: index + 1, found: cells.count) }
            func content(_ column: Int) throws(Problem) -> Food.Content? {
                if cells[column].isEmpty { return nil }
                guard let found = self.content(cells[column]) else {
                    throw .content(line: index + 1, column: columns[column], found: cells[column])
                }
                return found
            }
            guard names.insert(cells[0].lowercased()).inserted else { throw .repeated(line: index + 1, food: cells[0]) }
            foods.append(
                Food(
                    name: cells[0], phylloquinone: try content(1), menaquinone4: try content(2),
                    menaquinone7: try content(3), longMenaquinones: try content(4)))
        }
        return foods
    }

    /// `31 @key place` or `31 ~key place`.
    private static func content(_ cell: String) -> Food.Content? {
        let words = cell.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, let amount = Double(words[0]), amount > 0, amount.isFinite, words[1].count > 1 else {
            return nil
        }
        let key = String(words[1].dropFirst())
        switch words[1].first {
        case "@": return Food.Content(amount: amount, evidence: .published(Reference(key), at: words[2]))
        case "~":
            return Food.Content(
                amount: amount, evidence: .assumed(because: "\(key), \(words[2]); the work itself was not seen"))
        default: return nil
        }
    }
}
