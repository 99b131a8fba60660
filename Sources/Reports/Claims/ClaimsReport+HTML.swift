import Claims
import Modeling
import Studies

extension ClaimsReport {
    /// The claims as one page that opens offline: safety first, the short answer, each claim, and what each rests on.
    ///
    /// Equal results give equal bytes. No address is loaded; the page forbids it to itself.
    ///
    /// - Parameter bundle: the chart library, spliced in once with its licence.
    public func html(bundle: VegaBundle) -> String {
        let figures = Dictionary(
            results.claims.map { ($0.id, self.figures(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let sections = results.places.map { place in section(place, figures: figures) }
        let together = nullSection
        let body: Markup = """
            \(PageFrame.safety(results.safety))
            \(head(hasNullSection: !together.text.isEmpty))
            \(sections.joined())
            \(together)
            \(rulesSection)
            \(worksSection)
            \(simulationsSection)
            """
        return PageFrame(
            title: results.title, version: version, style: ClaimsStyle.text,
            head: "<script type=\"application/ld+json\">\(Markup(raw: claimReviews.text))</script>", body: body,
            charts: results.claims.flatMap { figures[$0.id] ?? [] }.map(\.chart)
        ).html(bundle: bundle)
    }

    /// Title, counts, the short answer and the claims that matter most.
    private func head(hasNullSection: Bool) -> Markup {
        let counts = Self.order.filter { results.count(of: $0) > 0 }.map { verdict -> Markup in
            "<li><b>\(results.count(of: verdict))</b> \(VerdictWords(verdict: verdict).badge)</li>"
        }
        let headlines = results.claims.filter(\.isHeadline).map { claim -> Markup in
            "<li>\(VerdictWords(verdict: claim.verdict).badge) <a href=\"#\(claim.id)\">\(claim.text)</a></li>"
        }
        let list: Markup = headlines.isEmpty ? "" : "<ul class=\"headlines\">\(headlines.joined())</ul>"
        let links = results.places.filter { !claims(madeAt: $0.key).isEmpty }.map { place -> Markup in
            "<a href=\"#place-\(place.key)\">\(place.text)</a>"
        }
        let together: Markup = !hasNullSection ? "" : "<a href=\"#null\">The trials together</a>"
        let day: Markup =
            results.reviewed.isEmpty ? "" : "<p class=\"quiet\">Evidence as read by \(results.reviewed).</p>"
        return """
            <header>
            <h1>\(results.title)</h1>
            <p>\(results.about)</p>
            <div class="answer">
            <p>\(results.claims.count) claims: \(countText).</p>
            <p>\(shortAnswer)</p>
            </div>
            <ul class="counts">\(counts.joined())</ul>
            \(list)
            \(day)
            <details><summary>What the verdicts mean</summary>\(VerdictWords.legend)</details>
            <nav aria-label="Contents">\(links.joined()) \(together) <a href="#rules">Rules</a> <a href="#works">Sources</a> \
            <a href="#simulations">Simulations</a></nav>
            </header>
            """
    }

    private func section(_ place: ClaimResults.Place, figures: [String: [ClaimFigure]]) -> Markup {
        let cards = claims(madeAt: place.key).map { card($0, figures: figures[$0.id] ?? []) }
        guard !cards.isEmpty else { return "" }
        return """
            <section id="place-\(place.key)">
            <h2>\(place.text)</h2>
            <div class="claims">\(cards.joined())</div>
            </section>
            """
    }

    /// One claim, folded to its verdict: unfolded it says why and shows its pictures; the tests are folded away once more.
    private func card(_ claim: ClaimResult, figures: [ClaimFigure]) -> Markup {
        let remarks = claim.remarks.map { remark -> Markup in "<p class=\"quiet\">\(remark)</p>" }
        let plausibility: Markup =
            claim.plausibilityText.map { text in
                let grade = claim.plausibility.flatMap { GradeWords(named: $0.grade)?.badge } ?? ""
                return "<li>\(text) \(grade)</li>"
            } ?? ""
        return """
            <details class="claim" id="\(claim.id)">
            <summary>\(VerdictWords(verdict: claim.verdict).badge) <h3>\(claim.text)</h3></summary>
            <p>\(claim.brief)</p>
            <p><b>Why:</b> \(claim.rule.text)</p>
            <ul class="scores"><li>\(claim.certaintyText)</li>\(plausibility)</ul>
            \(remarks.joined())
            \(figures.map(\.markup).joined())
            <details class="tests"><summary>Tests, numbers and the rule</summary>\(audit(of: claim))</details>
            </details>
            """
    }
}

extension GradeWords {
    /// A grade by its word; `nil` where there is none of that name.
    init?(named name: String) {
        guard let grade = Grade.allCases.first(where: { "\($0)" == name }) else { return nil }
        self.init(grade: grade)
    }
}
