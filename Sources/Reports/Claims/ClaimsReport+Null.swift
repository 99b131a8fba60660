import Foundation
import Studies

extension ClaimsReport {
    /// What trials of an effect that may be none say together, in chances, and what they cannot; empty where nobody fitted them.
    var nullSection: Markup {
        guard let nullEffect, !nullEffect.contrasts.isEmpty else { return "" }
        func percent(_ share: Double) -> String {
            share < 0.01 ? "under 1\u{A0}%" : NumberText.percent(share)
        }
        let rows = nullEffect.contrasts.map { contrast -> [Markup] in
            [
                "\(contrast.study), \(contrast.output)<small>\(contrast.arm) against \(contrast.against)</small>",
                "\(percent(contrast.prior.negligible))", "\(percent(contrast.posterior.slowing))",
                "\(percent(contrast.posterior.negligible))", "\(percent(contrast.posterior.speeding))",
                "\(percent(contrast.detectable))",
            ]
        }
        let table = PageTable(
            caption: "Chances of what vitamin K does to the progression of calcium",
            columns: [
                .init(title: "Trial"), .init(title: "Next to nothing, before", isNumber: true),
                .init(title: "Slower, after", isNumber: true), .init(title: "Next to nothing, after", isNumber: true),
                .init(title: "Faster, after", isNumber: true),
                .init(title: "Smallest change it would find", isNumber: true),
            ], rows: rows)
        let items = unidentified.map { item -> Markup in "<li>\(item)</li>" }
        let open: Markup = items.isEmpty ? "" : "<h3>What the trials cannot tell</h3><ul>\(items.joined())</ul>"
        return """
            <section id="null" class="wide">
            <h2>What the trials say together, none included</h2>
            <p>Trials that scanned calcium were fitted together, given what trials of the marker dp-ucMGP say of how much each dose activates, and \
            beginning with no effect as the likeliest. \
            Next to nothing is a change of progression by less than \(percent(nullEffect.threshold)). The last column is what a trial of that \
            size finds in four of five times: smaller effects it can neither show nor exclude. No verdict above rests on this.</p>
            \(table.markup)
            \(open)
            </section>
            """
    }
}
