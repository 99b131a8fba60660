import Studies

extension Report {
    /// What must be read before anything else.
    var safetySection: Markup {
        let items = result.safety.map { statement -> Markup in "<li>\(statement)</li>" }
        return """
            <aside class="safety" aria-labelledby="safety-title">
            <h2 id="safety-title">First, for your safety</h2>
            <ul>
            \(items.joined())
            </ul>
            </aside>
            """
    }

    /// Title, the answer in one paragraph, and who it is about.
    var answerSection: Markup {
        let facts = result.person.map { fact -> Markup in "<div><dt>\(fact.key)</dt><dd>\(fact.text)</dd></div>" }
        let arms = result.arms.map { arm -> Markup in
            let doses = arm.regimens.isEmpty ? "nothing taken" : arm.regimens.joined(separator: "; ")
            let mark: Markup = arm.name == result.referenceArm ? " <span class=\"quiet\">(reference)</span>" : ""
            return "<div><dt>\(swatch(arm.name))\(arm.name)\(mark)</dt><dd>\(doses)</dd></div>"
        }
        return """
            <header>
            <h1>\(result.title)</h1>
            <p class="answer">\(plainAnswer)</p>
            \(failureNote)
            <nav aria-label="Contents"><a href="#arms">What it says</a> <a href="#pictures">Pictures</a> \
            <a href="#tables">Tables</a> <a href="#limits">What it cannot say</a> <a href="#sources">Sources</a> \
            <a href="#settings">Settings</a></nav>
            </header>
            <section class="question" aria-label="The question">
            <div><h2>The person</h2><dl>\(facts.joined())</dl></div>
            <div><h2>The courses of action</h2><dl>\(arms.joined())</dl></div>
            </section>
            """
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

    /// A spot of the arm's colour.
    func swatch(_ arm: String) -> Markup {
        "<span class=\"swatch\" style=\"background:\(ArmScale(result).color(arm))\" aria-hidden=\"true\"></span>"
    }
}
