import Studies

extension ScoreListing {
    /// The table of targets as Markdown: target, use, prediction with its range, observation, z, and the cause of each miss.
    public var markdown: String {
        let head =
            "| target | use | observation | predicted (90 % range) | observed ± SE | z | result |\n|---|---|---|---|---|---|---|"
        let rows = targets.flatMap { target, scores in
            scores.map { score in
                let cells = [
                    target, score.use.rawValue, score.quantityText, score.predictionText, score.observedText,
                    score.zText,
                    score.isMet == false ? "missed" : score.isMet == true ? "met" : "not scored",
                ]
                return "| " + cells.map(Self.cell).joined(separator: " | ") + " |"
            }
        }
        let causes = targets.flatMap(\.scores).filter { $0.isMet != true && !$0.cause.isEmpty }.map { score in
            let words = score.cause.onOneLine
            return "- **\(score.study)**, \(Self.cell(score.quantityText)): \(Self.cell(words))"
        }
        var seen: Set<String> = []
        let causeLines = causes.filter { seen.insert($0).inserted }
        let causeBlock =
            causeLines.isEmpty ? [] : ["", "Causes of misses, and why some are not scored:", ""] + causeLines
        return ([verdict, "", legend, "", head] + rows + causeBlock).joined(separator: "\n") + "\n"
    }

    /// Text that cannot end its cell.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }
}
