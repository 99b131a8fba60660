import Modeling
import Studies

extension ModelBook {
    /// What the model is for and how large it is.
    var headSection: Markup {
        let words = book.introduction.map { sentence -> Markup in "<p>\(sentence)</p>" }
        let states = model.quantities.count(where: \.isSpecies)
        let facts: [(Int, String)] = [
            (model.components.count, "components"), (states, "states"), (model.reactions.count, "flows"),
            (entries.count, "numbers with a source"), (model.outputs.count, "outputs"),
        ]
        let items = facts.map { fact -> Markup in "<li><b>\(fact.0)</b> \(fact.1)</li>" }
        return """
            <header id="top">
            <h1>\(title)</h1>
            <div class="answer">\(words.joined())</div>
            <ul class="facts">\(items.joined())</ul>
            <p class="quiet">Names in formulas are links to where they are told; point at one for what it is. A small name below \
            is the part it belongs to. Time runs in units of \(model.timeUnit.description); factors that only change a unit are left out.</p>
            \(GradeWords.legend)
            </header>
            """
    }

    /// Links to every section, chapters with their parts.
    func contents(_ chapters: [BookChapter]) -> Markup {
        func item(_ chapter: BookChapter) -> Markup {
            let parts = chapter.depth < 1 ? chapter.parts.map(item).joined() : ""
            let list: Markup = parts.text.isEmpty ? "" : "<ul>\(parts)</ul>"
            return "<li><a href=\"#\(chapter.anchor)\">\(chapter.title)</a>\(list)</li>"
        }
        func link(_ anchor: String, _ title: String) -> Markup { "<li><a href=\"#\(anchor)\">\(title)</a></li>" }
        let front = [
            link("assumptions", "What it assumes"), link("limits", "What it cannot say"), link("outputs", "Outputs"),
        ]
        let back = (scores.isEmpty ? [] : [link("validation", "Against the studies")]) + [link("works", "Works")]
        return """
            <nav class="contents" aria-label="Contents">
            <ul>\(front.joined())</ul>
            <p>The model</p>
            <ul>\(chapters.map(item).joined())</ul>
            <p>The evidence</p>
            <ul>\(back.joined())</ul>
            </nav>
            """
    }

    /// Every output with the weakest link on its path.
    var outputsSection: Markup {
        let grades = model.outputGrades()
        let columns: [PageTable.Column] = [
            .init(title: "Output"), .init(title: "Unit"), .init(title: "Evidence"), .init(title: "Set by"),
        ]
        let rows = model.outputs.map { output -> [Markup] in
            let grade = grades[output.identifier]
            let summary: Markup = output.summary.isEmpty ? "" : "<small>\(output.summary)</small>"
            return [
                "\(output.label)<small><code>\(output.identifier)</code></small>\(summary)",
                "\(output.unit.description == "1" ? "" : output.unit.description)",
                GradeWords(grade: grade?.grade ?? output.grade).badge, reason(grade),
            ]
        }
        return """
            <section id="outputs">
            <h2>Outputs and how sure they are</h2>
            <p>An output is no surer than the weakest part on the way to it, however little that part weighs, with everything in use \
            that can be given.</p>
            <details>
            <summary>All \(model.outputs.count) outputs</summary>
            \(PageTable(caption: "Outputs", columns: columns, rows: rows).markup)
            </details>
            </section>
            """
    }

    private func reason(_ grade: OutputGrade?) -> Markup {
        guard let grade else { return "" }
        return grade.isComponent
            ? "<a href=\"#part-\(grade.element)\">\(grade.element)</a>"
            : model.outputs.contains { $0.identifier == grade.element }
                ? "its own formula" : "<a href=\"#q-\(grade.element)\">\(grade.element)</a>"
    }

    /// The works that numbers, foods, studies and statements come from, and no others.
    var worksSection: Markup {
        let keys = otherReferences.union(entries.compactMap(\.referenceKey)).sorted()
        let items = keys.map { key -> Markup in
            let citation = bibliography[key] ?? Citation("\(key): not in the bibliography")
            let link: Markup =
                citation.address.map { " <a href=\"\($0)\" rel=\"noreferrer\">doi:\(citation.doi ?? "")</a>" } ?? ""
            return "<li id=\"work-\(key)\">\(citation.text)\(link)</li>"
        }
        return """
            <section id="works">
            <h2>The \(keys.count) works it rests on</h2>
            <ol class="works">
            \(items.joined())
            </ol>
            </section>
            """
    }
}
