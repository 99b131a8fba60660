/// Finds the word somebody probably meant.
package enum Spelling {
    /// The nearest of `words`, where it is near enough to be a slip: at most a third of the letters differ.
    package static func nearest(to word: String, among words: [String]) -> String? {
        let lowered = Array(word.lowercased())
        let ranked = words.map { (word: $0, distance: distance(lowered, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, (lowered.count + 1) / 3) && best.distance < best.word.count ? best.word : nil
    }

    /// `did you mean mg?`, else the allowed words in one line.
    package static func remedy(for word: String, among words: [String], noun: String) -> String {
        if let near = nearest(to: word, among: words) { return "did you mean \(near)?" }
        return words.isEmpty ? "there is no \(noun) to choose from" : "allowed: \(words.joined(separator: ", "))"
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
