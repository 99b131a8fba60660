import Modeling

/// How the book calls the parts of a model: in words, with the component as a subscript where it is another.
struct BookNames {
    /// Innermost component of each quantity and reaction, by identifier; absent where there is none.
    let components: [String: String]
    private let titles: [String: String]
    /// Parameters that only hold the dose being given; the book tells them nowhere else.
    private let held: Set<String>

    init(_ model: Model) {
        let known = Set(model.components.map(\.name))
        var components: [String: String] = [:]
        var titles: [String: String] = [:]
        func add(_ identifier: String, _ summary: String, _ unit: String) {
            var name = identifier[...]
            while let dot = name.lastIndex(of: ".") {
                name = name[..<dot]
                if known.contains(String(name)) {
                    components[identifier] = String(name)
                    break
                }
            }
            let words = summary.isEmpty ? identifier : "\(summary) (\(identifier))"
            titles[identifier] = unit.isEmpty || unit == "1" ? words : "\(words) [\(unit)]"
        }
        for quantity in model.quantities { add(quantity.identifier, quantity.summary, quantity.unit.description) }
        for reaction in model.reactions { add(reaction.identifier, reaction.summary, "") }
        held = Set(model.doseInputs.flatMap { [$0.amount] + $0.attributes.values })
        self.components = components
        self.titles = titles
    }

    /// The identifier within its component, in words: `mineral.relativePTH` is "relative PTH".
    func words(_ identifier: String) -> String {
        let local = components[identifier].map { identifier.dropFirst($0.count + 1) } ?? identifier[...]
        return Self.words(local)
    }

    /// Words of an identifier: `hepaticClearance` is "hepatic clearance", `byPTH` is "by PTH", and `absorption_`, a flow beside a number
    /// of that name, is "absorption flow".
    static func words(_ identifier: some StringProtocol) -> String {
        if identifier.hasSuffix("_") { return words(identifier.dropLast()) + " flow" }
        let characters = identifier.map { character -> Character in "._".contains(character) ? " " : character }
        var words: [String] = []
        var open = ""
        for (index, character) in characters.enumerated() {
            let previous = index > 0 ? characters[index - 1] : " "
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // A lone small letter belongs to what follows: eGFR.
            let isLone = open.count == 1 && words.isEmpty
            let begins =
                previous.isLowercase && !isLone || previous.isNumber || previous.isUppercase && next.isLowercase
            if character == " " || character.isUppercase && begins {
                if !open.isEmpty { words.append(open) }
                open = ""
            }
            if character != " " { open.append(character) }
        }
        if !open.isEmpty { words.append(open) }
        return words.map { word in
            let isAcronym = word.count > 1 && word.dropFirst().contains { $0.isUppercase || $0.isNumber }
            return isAcronym || word.count == 1 ? word : word.lowercased()
        }.joined(separator: " ")
    }

    /// An identifier that may be broken after its points and before its capitals, and nowhere else.
    static func breakable(_ identifier: String) -> Markup {
        var text = ""
        for character in identifier {
            if character.isUppercase, text.last?.isLowercase == true { text += "<wbr>" }
            text += Markup.escaped(String(character))
            if character == "." { text += "<wbr>" }
        }
        return Markup(raw: text)
    }

    /// A symbol of a formula that stands in a component: a link to where it is told, with what it is as its title.
    /// Not `mtext`, which counts as space: a product of two would lose the room around its sign.
    func piece(_ identifier: String, in component: String) -> MathPiece {
        let own = words(identifier)
        let link: Markup =
            held.contains(identifier)
            ? "<mi>\(own)</mi>"
            : "<mi><a href=\"#q-\(identifier)\" title=\"\(titles[identifier] ?? identifier)\">\(own)</a></mi>"
        guard let home = components[identifier], home != component else {
            return MathPiece(link.text, width: own.count)
        }
        let place = Self.words(home.split(separator: ".").last ?? "")
        let subscripted: Markup = "<msub>\(link)<mtext class=\"place\">\(place)</mtext></msub>"
        return MathPiece(subscripted.text, width: own.count + place.count * 3 / 4)
    }

    func math(in component: String) -> MathMarkup { MathMarkup { piece($0, in: component) } }
}
