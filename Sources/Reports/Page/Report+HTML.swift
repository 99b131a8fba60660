import Studies

extension Report {
    /// The report as one page that opens offline: words, pictures, tables, sources and settings.
    ///
    /// Equal reports give equal bytes. No address is loaded; the page forbids it to itself.
    ///
    /// - Parameter bundle: the chart library, spliced in once with its licence.
    public func html(bundle: VegaBundle) -> String {
        let sections = [
            answerSection, questionSection, glanceSection, picturesSection, armsSection, tablesSection, limitsSection,
            sourcesSection, settingsSection,
        ]
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Patency \(result.manifest.patencyVersion)">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <title>\(result.title)</title>
            <style>\(Markup(raw: PageStyle.text))</style>
            </head>
            <body>
            <main>
            \(safetySection)
            \(sections.joined())
            <footer>Made by Patency \(result.manifest.patencyVersion). Not medical advice.</footer>
            </main>
            \(PageScripts.markup(charts, bundle: bundle))
            </body>
            </html>

            """
        return page.text
    }

    /// Nothing is fetched from anywhere; scripts and styles are those in the file.
    static let policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:;"
        + " form-action 'none'; base-uri 'none'"
}

/// The scripts at the end of a page: specifications of its charts, the chart library with its licence, the page's own.
enum PageScripts {
    static func markup(_ charts: [Chart], bundle: VegaBundle) -> Markup {
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
}
