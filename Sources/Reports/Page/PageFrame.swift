import Studies

/// The frame of a page that opens offline: head, style, body, the data of its pictures and the chart library.
///
/// Equal content gives equal bytes. No address is loaded; the page forbids it to itself.
struct PageFrame {
    let title: String
    let version: String
    /// Style sheet after the common one.
    var style = ""
    /// What the head holds besides.
    var head: Markup = ""
    /// What stands in `main`, above the footer.
    let body: Markup
    let charts: [Chart]

    func html(bundle: VegaBundle) -> String {
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Patency \(version)">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <title>\(title)</title>
            <style>\(Markup(raw: PageStyle.text + style))</style>
            \(head)
            </head>
            <body>
            <main>
            \(body)
            <footer>Made by Patency \(version). Not medical advice.</footer>
            </main>
            \(scripts(bundle: bundle))
            </body>
            </html>

            """
        return page.text
    }

    /// Nothing is fetched from anywhere; scripts and styles are those in the file.
    private static let policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:;"
        + " form-action 'none'; base-uri 'none'"

    private func scripts(bundle: VegaBundle) -> Markup {
        let specifications = charts.map { chart -> Markup in
            """
            <script type="application/json" id="\(chart.identifier)-spec">\(Markup(raw: chart.specification.text))</script>
            """
        }
        return """
            \(specifications.joined())
            <!--
            Licences of the chart library below:
            \(Markup(raw: bundle.licenceComment))
            -->
            <script>\(Markup(raw: bundle.spliceable))</script>
            <script>\(Markup(raw: PageScript.text))</script>
            """
    }

    /// What must be read before anything else.
    static func safety(_ statements: [String]) -> Markup {
        let items = statements.map { statement -> Markup in "<li>\(statement)</li>" }
        return """
            <aside class="safety" aria-labelledby="safety-title">
            <h2 id="safety-title">First, for your safety</h2>
            <ul>
            \(items.joined())
            </ul>
            </aside>
            """
    }

    /// What readers must not take from the model.
    static func limits(_ guide: ReportGuide) -> Markup {
        let items = (ReportLimits.general + guide.limits).map { limit -> Markup in "<li>\(limit)</li>" }
        return """
            <section id="limits">
            <h2>What this model cannot say</h2>
            <ul>
            \(items.joined())
            </ul>
            </section>
            """
    }

    /// Where the script draws a picture.
    static func place(_ chart: Chart) -> Markup { "<div class=\"chart\" id=\"\(chart.identifier)\"></div>" }
}
