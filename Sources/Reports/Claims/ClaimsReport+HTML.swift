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
        let charts = self.charts
        let drawn = Dictionary(charts.map { ($0.claim, $0.chart) }, uniquingKeysWith: { first, _ in first })
        let sections = results.places.map { place in section(place, charts: drawn) }
        let body: Markup = """
            \(PageFrame.safety(results.safety))
            \(head)
            \(sections.joined())
            \(nullSection)
            \(rulesSection)
            \(worksSection)
            \(simulationsSection)
            """
        return PageFrame(
            title: results.title, version: version, style: ClaimsStyle.text,
            head: "<script type=\"application/ld+json\">\(Markup(raw: claimReviews.text))</script>", body: body,
            charts: charts.map(\.chart)
        ).html(bundle: bundle)
    }

    /// Title, counts, the short answer and the claims that matter most.
    private var head: Markup {
        let counts = Self.order.filter { results.count(of: $0) > 0 }.map { verdict -> Markup in
            "<li><b>\(results.count(of: verdict))</b> \(VerdictWords(verdict: verdict).badge)</li>"
        }
        let headlines = results.claims.filter(\.isHeadline).map { claim -> Markup in
            "<li>\(VerdictWords(verdict: claim.verdict).badge) <a href=\"#\(claim.id)\">\(claim.text)</a></li>"
        }
        let list: Markup = headlines.isEmpty ? "" : "<ul class=\"headlines\">\(headlines.joined())</ul>"
        let links = results.places.map { place -> Markup in "<a href=\"#place-\(place.key)\">\(place.text)</a>" }
        let together: Markup = nullSection.text.isEmpty ? "" : "<a href=\"#null\">The trials together</a>"
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

    private func section(_ place: ClaimResults.Place, charts: [String: Chart]) -> Markup {
        let cards = claims(madeAt: place.key).map { card($0, chart: charts[$0.id]) }
        return """
            <section id="place-\(place.key)" class="wide">
            <h2>\(place.text)</h2>
            <div class="claims">\(cards.joined())</div>
            </section>
            """
    }

    /// One claim: what is claimed, the verdict, why, a picture; the tests are folded away below.
    private func card(_ claim: ClaimResult, chart: Chart?) -> Markup {
        let remarks = claim.remarks.map { remark -> Markup in "<p class=\"quiet\">\(remark)</p>" }
        let plausibility: Markup =
            claim.plausibilityText.map { text in
                let grade = claim.plausibility.flatMap { GradeWords(named: $0.grade)?.badge } ?? ""
                return "<li>\(text) \(grade)</li>"
            } ?? ""
        return """
            <article class="claim" id="\(claim.id)">
            <h3>\(claim.text)</h3>
            <p>\(VerdictWords(verdict: claim.verdict).badge) \(claim.rule.text)</p>
            <p>\(claim.brief)</p>
            <ul class="scores"><li>\(claim.certaintyText)</li>\(plausibility)</ul>
            \(remarks.joined())
            \(picture(of: claim, chart))
            <details><summary>Tests, numbers and the rule</summary>\(audit(of: claim))</details>
            </article>
            """
    }

    private func picture(of claim: ClaimResult, _ chart: Chart?) -> Markup {
        guard let chart, let picture = claim.picture, let study = studies[picture.scenario] else { return "" }
        let label = study.series(picture.output).first?.series.label ?? picture.output
        let unit = study.series(picture.output).first?.series.unit ?? ""
        let against = picture.against.map { " against “\($0)”" } ?? ""
        return """
            <figure class="panel">
            <figcaption><h4>\(label), “\(picture.arm)”\(against)\(AxisTitle.labelled("", unit))</h4></figcaption>
            <p class="quiet">\(study.title). Line: median; band: 90\u{A0}% of \(study.manifest.drawCount) simulations.</p>
            <div class="chart" id="\(chart.identifier)"></div>
            </figure>
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
