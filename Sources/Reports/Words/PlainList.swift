/// Lists in sentences.
enum PlainList {
    /// `a, b and c`
    static func joined(_ items: [String], with word: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
