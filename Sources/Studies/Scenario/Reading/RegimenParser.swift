import Modeling

/// Reads one dose line: substance, amount, route, then clauses in any order.
///
///     MK-4 10 mg oral with 30 g fat daily
///     MK-4 10 mg topical on 50 cm2 every 3 days for 2 years
///     MK-4 10 mg topical on 100 cm2 in gel daily, washed off after 8 h
///     warfarin 5 mg oral daily, standing
///
/// Parsing stops at the first problem; its offset is that of the word at fault.
struct RegimenParser {
    let vocabulary: ScenarioVocabulary
    /// Length of the study [h].
    let horizon: Double
    let text: String
    var words: [Word]
    var position = 0

    struct Word {
        var text: String
        /// Characters before it in the line.
        var offset: Int
    }

    /// What the clauses say, before it is checked as a whole.
    struct Clauses {
        var attributes: [String: Double] = [:]
        var infusionDuration: Double?
        var start: Double?
        var duration: Double?
        var end: Double?
        var clockTime: Double?
        var frequency: Frequency?
        var isStanding = false
        var form: ScenarioVocabulary.Route.Form?
        /// From a dose until what is left of it is taken off [h].
        var removal: Double?
        enum Frequency { case once, every(Double) }
    }

    init(_ text: String, vocabulary: ScenarioVocabulary, horizon: Double) {
        self.text = text
        self.vocabulary = vocabulary
        self.horizon = horizon
        words = Self.split(text)
    }

    /// Words between spaces; a comma ends a word unless a digit follows it.
    private static func split(_ text: String) -> [Word] {
        let characters = Array(text)
        var words: [Word] = []
        var current = Word(text: "", offset: 0)
        func isSeparator(_ index: Int) -> Bool {
            if characters[index] == "," { return index + 1 == characters.count || !characters[index + 1].isNumber }
            return characters[index].isWhitespace
        }
        for index in characters.indices {
            if isSeparator(index) {
                if !current.text.isEmpty { words.append(current) }
                current.text = ""
            } else {
                if current.text.isEmpty { current.offset = index }
                current.text.append(characters[index])
            }
        }
        if !current.text.isEmpty { words.append(current) }
        return words
    }

    // MARK: Words

    var next: Word? { position < words.count ? words[position] : nil }
    var last: Word { words[min(max(position - 1, 0), words.count - 1)] }

    mutating func take() -> Word? {
        guard let word = next else { return nil }
        position += 1
        return word
    }

    /// Takes the words if they come next, in any letter case.
    mutating func take(_ expected: String...) -> Bool {
        guard position + expected.count <= words.count else { return false }
        for (index, word) in expected.enumerated() where words[position + index].text.lowercased() != word {
            return false
        }
        position += expected.count
        return true
    }

    func problem(_ message: String, _ remedy: String, at word: Word? = nil) -> TextProblem {
        TextProblem(message: message, remedy: remedy, offset: word?.offset ?? 0)
    }

    func located<Value>(_ word: Word, _ body: () throws(TextProblem) -> Value) throws(TextProblem) -> Value {
        do { return try body() } catch {
            throw TextProblem(message: error.message, remedy: error.remedy, offset: word.offset)
        }
    }

    /// A number and its unit, as one word (`10mg`) or two (`10 mg`).
    mutating func quantity(after clause: String, example: String) throws(TextProblem) -> (
        value: Double, unit: Unit, text: String, word: Word
    ) {
        let previous = last
        guard let word = take() else {
            throw problem("'\(clause)' is followed by nothing", "write for example '\(example)'", at: previous)
        }
        let (numberText, glued) = QuantityText.split(word.text)
        guard !numberText.isEmpty else {
            throw problem("'\(word.text)' is not an amount", "write for example '\(example)'", at: word)
        }
        let value = try located(word) { () throws(TextProblem) in try QuantityText.number(numberText) }
        var unitWord = word
        if glued.isEmpty {
            guard let following = take() else {
                throw problem("'\(word.text)' has no unit", "write for example '\(example)'", at: word)
            }
            unitWord = following
        } else {
            unitWord = Word(text: glued, offset: word.offset + numberText.count)
        }
        return (
            value, try located(unitWord) { () throws(TextProblem) in try QuantityText.unit(unitWord.text) },
            "\(numberText) \(unitWord.text)", word
        )
    }

    /// A length of time [h], not negative.
    mutating func duration(after clause: String, example: String) throws(TextProblem) -> Double {
        let (value, unit, text, word) = try quantity(after: clause, example: example)
        guard unit.isSameDimension(as: .hour) else {
            throw problem("'\(text)' is not a length of time", "write for example '\(example)'", at: word)
        }
        guard value >= 0 else { throw problem("'\(text)' is negative", "write for example '\(example)'", at: word) }
        return unit == .hour ? value : value * (unit.scale / Unit.hour.scale)
    }
}
