import Claims

extension ClaimsReport {
    /// Everything behind a verdict: what exactly is claimed, each test with its numbers, the rule that decided.
    func audit(of claim: ClaimResult) -> Markup {
        let facts = claim.facts.map { fact -> Markup in "<div><dt>\(fact.label)</dt><dd>\(fact.text)</dd></div>" }
        let tests = claim.tests.map(test)
        return """
            <dl>\(facts.joined())</dl>
            \(tests.joined())
            <h4>Rule</h4>
            <p><code>\(claim.rule.id)</code> \(claim.rule.text) → \(claim.verdict.rawValue)</p>
            """
    }

    private func test(_ test: TestResult) -> Markup {
        let table: Markup =
            test.rows.isEmpty
            ? ""
            : PageTable(
                caption: "\(Self.title(of: test.kind))",
                columns: test.columns.map { PageTable.Column(title: $0) }, rows: test.rows.map { $0.map { "\($0)" } }
            ).markup
        let works = test.references.map(link)
        let sources: Markup = works.isEmpty ? "" : "<p class=\"quiet\">\(works.joined())</p>"
        return """
            <h4>\(Self.title(of: test.kind)): \(test.finding)</h4>
            <p>\(test.text)</p>
            \(table)
            \(sources)
            """
    }

    private static func title(of kind: TestResult.Kind) -> String {
        switch kind {
        case .trial: "Studies"
        case .simulation: "Simulation"
        case .arithmetic: "Arithmetic"
        case .citation: "Citation"
        case .safety: "Safety"
        }
    }

    private func link(_ key: String) -> Markup { "<a href=\"#work-\(key)\">\(key)</a>" }

    /// Every rule, in the order in which they are asked.
    var rulesSection: Markup {
        let items = VerdictRule.allCases.map { rule -> Markup in
            "<li><code>\(rule.rawValue)</code> \(rule.text) → \(rule.verdict.rawValue)</li>"
        }
        return """
            <section id="rules">
            <h2>How a verdict comes about</h2>
            <p>The rules below are asked from the top; the first that fits decides. Studies in people go before the model, and what the \
            model says never raises the certainty of studies. Their certainty follows GRADE: randomised trials start at high, observational \
            comparisons at low, all else at very low; each serious concern takes a step, a very serious one two. The model's plausibility is the share of \
            draws of its uncertain numbers in which the claim comes out, with its interval. Where the model's own grade is contested or \
            speculative, agreement is at most “plausible in the model, ungraded by trials”.</p>
            <details><summary>All \(VerdictRule.allCases.count) rules</summary><ol class="works">\(items.joined())</ol></details>
            </section>
            """
    }

    /// The works that tests refer to, by key.
    var worksSection: Markup {
        let keys = Set(results.claims.flatMap(\.tests).flatMap(\.references)).sorted()
        guard !keys.isEmpty else { return "" }
        let items = keys.map { key -> Markup in
            let citation = bibliography[key] ?? Citation("\(key): not in the bibliography")
            let link: Markup =
                citation.address.map { " <a href=\"\($0)\" rel=\"noreferrer\">doi:\(citation.doi ?? "")</a>" } ?? ""
            return "<li id=\"work-\(key)\">\(citation.text)\(link)</li>"
        }
        return """
            <section id="works">
            <h2>Sources</h2>
            <p>Most were read as abstracts or pages about the study; what could not be read is said to be not verified.</p>
            <ol class="works">
            \(items.joined())
            </ol>
            </section>
            """
    }

    /// What must be known to get the same numbers again.
    var simulationsSection: Markup {
        guard !results.simulations.isEmpty else { return "" }
        let columns: [PageTable.Column] = [
            .init(title: "Scenario"), .init(title: "Draws", isNumber: true), .init(title: "Seed", isNumber: true),
            .init(title: "Solver"), .init(title: "Scenario hash"), .init(title: "Model hash"),
        ]
        let rows = results.simulations.map { record -> [Markup] in
            let manifest = record.manifest
            return [
                "\(record.scenario)", "\(manifest.drawCount)", "\("\(manifest.seed)")", "\(manifest.solver)",
                "<code>\(String(manifest.scenarioHash.prefix(12)))</code>",
                "<code>\(String(manifest.modelHash.prefix(12)))</code>",
            ]
        }
        return """
            <section id="simulations">
            <h2>Simulations</h2>
            <p>A simulation shows what follows if the model is right; it is never evidence that it is.</p>
            \(PageTable(caption: "Simulated scenarios", columns: columns, rows: rows).markup)
            </section>
            """
    }
}
