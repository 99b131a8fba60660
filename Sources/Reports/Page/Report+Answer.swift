import Studies

extension Report {
    /// Title, the answer in a few sentences, and who it is about.
    var answerSection: Markup {
        let sentences = lead
        let points = sentences.dropFirst().dropLast().map { sentence -> Markup in "<li>\(sentence)</li>" }
        let list: Markup = points.isEmpty ? "" : "<ul>\(points.joined())</ul>"
        return """
            <header>
            <h1>\(result.title)</h1>
            <div class="answer">
            <p>\(sentences.first ?? "")</p>
            \(list)
            <p>\(sentences.last ?? "")</p>
            </div>
            \(failureNote)
            <nav aria-label="Contents"><a href="#glance">At a glance</a> <a href="#pictures">Pictures</a> \
            <a href="#arms">Course by course</a> <a href="#tables">Tables</a> <a href="#limits">What it cannot say</a> \
            <a href="#sources">Sources</a> <a href="#settings">Settings</a></nav>
            </header>
            """
    }

    /// The person and what is compared; what the scenario left out is folded away.
    var questionSection: Markup {
        func list(_ facts: [StudyResult.Fact]) -> Markup {
            let rows = facts.map { fact -> Markup in "<div><dt>\(fact.key)</dt><dd>\(fact.text)</dd></div>" }
            return facts.isEmpty ? "" : "<dl>\(rows.joined())</dl>"
        }
        let defaults = result.person.filter(\.isDefault)
        let folded: Markup =
            defaults.isEmpty
            ? "" : "<details><summary>\(defaults.count) more, at their defaults</summary>\(list(defaults))</details>"
        let arms = result.arms.map { arm -> Markup in
            let doses = arm.regimens.isEmpty ? "nothing taken" : arm.regimens.joined(separator: "; ")
            let mark: Markup = arm.reference == nil ? " <span class=\"quiet\">(reference)</span>" : ""
            return "<div><dt>\(swatch(arm.name))\(arm.name)\(mark)</dt><dd>\(doses)</dd></div>"
        }
        return """
            <section class="question" aria-label="The question">
            <div><h2>The person</h2>\(list(result.person.filter { !$0.isDefault }))\(folded)\(startFacts)</div>
            <div><h2>The courses of action</h2><dl>\(arms.joined())</dl></div>
            </section>
            """
    }

    /// Outputs of the start alone, such as risk: once, not by course.
    private var startFacts: Markup {
        let rows = startTopics.flatMap { topic in
            topic.outputs.flatMap { output -> [Markup] in
                let all = result.series(output).map {
                    (arm: $0.arm.name, series: $0.series, text: startText($0.series))
                }
                let isShared = Set(all.map(\.text)).count == 1
                return all.prefix(isShared ? 1 : all.count).map { item in
                    let name: Markup = isShared ? "" : " <span class=\"quiet\">(\(item.arm))</span>"
                    return """
                        <div><dt>\(item.series.label)\(name)</dt><dd>\(item.text) \
                        \(GradeWords(grade: item.series.evidenceGrade).badge)<small>\(topic.meaning).</small></dd></div>
                        """
                }
            }
        }
        return rows.isEmpty ? "" : "<h2>At the start</h2><dl>\(rows.joined())</dl>"
    }

    private func startText(_ series: StudyResult.Series) -> String {
        let unit = series.unit == "1" ? "" : "\u{A0}\(series.unit)"
        return NumberText.interval(series.values[0]) + unit
    }

    /// Draws that could not be simulated; empty where all could.
    private var failureNote: Markup {
        let count = result.failureCount
        guard count > 0 else { return "" }
        let messages = result.arms.flatMap { arm in
            arm.failures.map { failure -> Markup in
                "<li>\(arm.name), draw \(failure.drawIndex): \(failure.message)</li>"
            }
        }
        return """
            <details class="note"><summary>\(count) of \(result.manifest.drawCount * result.arms.count) simulations failed; \
            the ranges are over the others.</summary><ul>\(messages.joined())</ul></details>
            """
    }

    /// A stroke of the arm's colour and dash, as in the pictures.
    func stroke(_ arm: String) -> Markup { ArmScale(result).stroke(arm) }

    /// A spot of the arm's colour.
    func swatch(_ arm: String) -> Markup {
        "<span class=\"swatch\" style=\"background:\(ArmScale(result).color(arm))\" aria-hidden=\"true\"></span>"
    }
}
