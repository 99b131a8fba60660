import Modeling
import Studies

/// A component of the model with what it declares, and the components within it.
struct BookChapter {
    let name: String
    let grade: Grade
    let summary: String
    let depth: Int
    let quantities: [Quantity]
    let reactions: [Reaction]
    let doseInputs: [DoseInput]
    let events: [Event]
    let parts: [BookChapter]
    private let context: BookContext

    /// The chapters of a model in the order of its declarations; what is in no component stands in a last one.
    static func all(of book: ModelBook) -> [BookChapter] {
        let context = BookContext(book)
        let model = book.model
        let notes = model.components
        func chapter(_ note: Model.ComponentNote, depth: Int) -> BookChapter {
            let inside = notes.filter { context.parent(of: $0.name) == note.name }
            return BookChapter(
                name: note.name, grade: note.grade, summary: note.summary, depth: depth, context: context, model: model,
                parts: inside.map { chapter($0, depth: depth + 1) })
        }
        let top = notes.filter { context.parent(of: $0.name) == nil }.map { chapter($0, depth: 0) }
        let rest = BookChapter(
            name: "", grade: .established, summary: "what belongs to no component", depth: 0, context: context,
            model: model, parts: [])
        return top + (rest.isEmpty ? [] : [rest])
    }

    private init(
        name: String, grade: Grade, summary: String, depth: Int, context: BookContext, model: Model,
        parts: [BookChapter]
    ) {
        self.name = name
        self.grade = grade
        self.summary = summary
        self.depth = depth
        self.context = context
        self.parts = parts
        func isOwn(_ identifier: String) -> Bool { context.home(of: identifier) == name }
        quantities = model.quantities.filter { isOwn($0.identifier) && !context.isHeldByDose($0.identifier) }
        reactions = model.reactions.filter { isOwn($0.identifier) }
        doseInputs = model.doseInputs.filter { isOwn($0.identifier) }
        events = model.events.filter { isOwn($0.identifier) }
    }

    private var isEmpty: Bool {
        quantities.isEmpty && reactions.isEmpty && doseInputs.isEmpty && events.isEmpty && parts.isEmpty
    }

    /// Heading in words, such as "Vitamin K · MK-4" for `vitaminK.mk4`.
    var title: String {
        guard !name.isEmpty else { return "Other parts" }
        if let title = context.titles[name] { return title }
        return BookNames.words(name.split(separator: ".").last ?? "").firstCapital
    }

    var anchor: String { "part-\(name)" }

    /// The chapter with its parts and figures.
    func markup(_ pictures: BookPictures) -> Markup {
        let level = min(depth + 2, 4)
        let words = summary.lowercased()
        let repeatsTitle = words == title.lowercased() || words == "the \(title.lowercased())"
        let subtitle: Markup = summary.isEmpty || repeatsTitle ? "" : "<p class=\"lead\">\(Self.sentence(summary))</p>"
        return """
            <section class="component depth-\(depth)" id="\(anchor)">
            <div class="head"><\(heading(level))>\(title)</\(heading(level))>\(GradeWords(grade: grade).badge)</div>
            \(subtitle)
            \(pictures.markup(forComponent: name))
            \(equationsBlock)
            \(numbersTable)
            \(parts.map { $0.markup(pictures) }.joined())
            </section>
            """
    }

    private func heading(_ level: Int) -> Markup { Markup(raw: "h\(level)") }

    static func sentence(_ text: String) -> String {
        let first = text.firstCapital
        return first.hasSuffix(".") ? first : first + "."
    }

    // MARK: Equations

    private var equationsBlock: Markup {
        let math = context.names.math(in: name)
        var lines: [Markup] = []
        for quantity in quantities {
            let left = context.names.piece(quantity.identifier, in: name)
            if let formula = context.assignments[quantity.identifier] {
                lines.append(line(quantity, math.equation(left, formula)))
            } else if let terms = context.change(of: quantity, in: name) {
                let equation = math.equation(.derivative(of: left), terms: terms)
                lines.append(line(quantity, equation))
            } else if quantity.evidence == nil, let initial = quantity.initial {
                lines.append(line(quantity.identifier, math.equation(left, initial), caption(quantity, start: nil)))
            }
        }
        for reaction in reactions {
            let left = context.names.piece(reaction.identifier, in: name)
            lines.append(line(reaction.identifier, math.equation(left, reaction.rate), caption(reaction)))
        }
        for input in doseInputs {
            lines.append(contentsOf: assignments(input.assignments, "on a dose", input.summary, math))
        }
        for event in events {
            let when: Markup = "when \(math.inline(event.trigger))"
            lines.append(contentsOf: assignments(event.assignments, when, event.summary, math))
        }
        return lines.isEmpty ? "" : "<div class=\"equations\">\(lines.joined())</div>"
    }

    private func line(_ quantity: Quantity, _ equation: Markup) -> Markup {
        let start = start(of: quantity)
        let caption = caption(quantity, start: start.inline)
        return line(quantity.identifier, "\(equation)\(start.below)", caption)
    }

    private func line(_ identifier: String, _ equation: Markup, _ caption: Markup) -> Markup {
        "<div class=\"equation\" id=\"q-\(identifier)\"><div class=\"scroll\">\(equation)</div><p>\(caption)</p></div>"
    }

    /// Where a state begins: among the words beneath its equation, or a line of its own where the formula is long.
    private func start(of quantity: Quantity) -> (inline: Markup?, below: Markup) {
        guard quantity.isSpecies, let initial = quantity.initial, context.assignments[quantity.identifier] == nil else {
            return (nil, "")
        }
        let math = context.names.math(in: name)
        let words: Markup = quantity.isPinned ? "starts at" : "balanced before day 0, from a guess of"
        guard math.width(of: initial) > Self.longestInline else { return ("\(words) \(math.inline(initial))", "") }
        let left = context.names.piece(quantity.identifier, in: name).atStart
        let below: Markup = "<div class=\"start\">\(math.equation(left, initial))</div>"
        return (quantity.isPinned ? nil : "balanced before day 0, from that guess", below)
    }

    /// Characters of a formula that may stand among words.
    private static let longestInline = 48

    private func assignments(
        _ assignments: [Event.Assignment], _ when: Markup, _ summary: String, _ math: MathMarkup
    ) -> [Markup] {
        assignments.map { assignment in
            let left = context.names.piece(assignment.variable, in: name)
            return """
                <div class="equation"><div class="scroll">\(math.equation(left, assignment.formula))</div>\
                <p>\(when): \(summary)</p></div>
                """
        }
    }

    private func caption(_ quantity: Quantity, start: Markup?) -> Markup {
        var parts: [Markup] = quantity.summary.isEmpty ? [] : ["\(quantity.summary)"]
        if quantity.unit.description != "1" {
            parts.append("<span class=\"unit\">[\(quantity.unit.description)]</span>")
        }
        if let start { parts.append(start) }
        if quantity.isSpecies, quantity.isPinned { parts.append("pinned to the person") }
        return (parts + marks(quantity.grade) + ontology(context.term(of: quantity), of: quantity.identifier))
            .separated()
    }

    private func caption(_ reaction: Reaction) -> Markup {
        func side(_ participants: [Reaction.Participant]) -> Markup {
            guard !participants.isEmpty else { return "outside" }
            let names = participants.map { participant in
                context.names.words(participant.species) + Self.place(of: participant.species, seenFrom: name, context)
            }
            return "\(PlainList.joined(names))"
        }
        let way: Markup = "\(side(reaction.reactants)) → \(side(reaction.products))"
        let summary: [Markup] = reaction.summary.isEmpty ? [] : ["\(reaction.summary)"]
        return (summary + [way] + marks(reaction.grade) + ontology(.process, of: reaction.identifier)).separated()
    }

    private static func place(of identifier: String, seenFrom name: String, _ context: BookContext) -> String {
        let home = context.home(of: identifier)
        return home == name || home.isEmpty ? "" : " (\(BookNames.words(home.split(separator: ".").last ?? "")))"
    }

    /// A badge where something is less sure than its component.
    private func marks(_ own: Grade) -> [Markup] { own < grade ? [GradeWords(grade: own).badge] : [] }

    private func ontology(_ term: OntologyTerm?, of identifier: String) -> [Markup] {
        let terms = term.map { term -> Markup in
            "<a class=\"term\" href=\"\(term.address)\" title=\"\(term.name)\" rel=\"noreferrer\">\(term.rawValue)</a>"
        }
        let others = (context.identities[identifier] ?? []).map { address -> Markup in
            let name = address.replacing("https://identifiers.org/", with: "")
            return "<a class=\"term\" href=\"\(address)\" rel=\"noreferrer\">\(name)</a>"
        }
        return others + [terms].compactMap(\.self)
    }

    // MARK: Numbers

    private var numbersTable: Markup {
        let own = quantities.compactMap { quantity in
            ParameterEntry(quantity).map { (entry: $0, quantity: quantity) }
        }
        guard !own.isEmpty else { return "" }
        let columns: [PageTable.Column] = [
            .init(title: "Number"), .init(title: "Value", isNumber: true), .init(title: "Spread"),
            .init(title: "Where it comes from"), .init(title: "Evidence"),
        ]
        let rows = own.map { entry, quantity -> [Markup] in
            let terms = ontology(context.term(of: quantity), of: entry.identifier).joined()
            return [
                """
                <span id="q-\(entry.identifier)">\(context.names.words(entry.identifier))</span><small>\(entry.summary)</small>\
                <small><code>\(BookNames.breakable(entry.identifier))</code> \(terms)</small>
                """,
                "\(entry.valueText)", "\(entry.spreadText)", context.source(of: entry),
                GradeWords(grade: entry.grade).badge,
            ]
        }
        return PageTable(caption: "Numbers of \(title)", columns: columns, rows: rows).markup
    }
}

extension [Markup] {
    /// With a dot between.
    fileprivate func separated() -> Markup { Markup(raw: map(\.text).joined(separator: " · ")) }
}
