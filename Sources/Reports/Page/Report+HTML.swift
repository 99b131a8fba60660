import Studies

extension Report {
    /// The report as one page that opens offline: words, pictures, tables, sources and settings.
    ///
    /// Equal reports give equal bytes. No address is loaded; the page forbids it to itself.
    ///
    /// - Parameter bundle: the chart library, spliced in once with its licence.
    public func html(bundle: VegaBundle) -> String {
        let sections = [
            PageFrame.safety(result.safety), answerSection, questionSection, glanceSection, picturesSection,
            armsSection,
            tablesSection, PageFrame.limits(guide), sourcesSection, settingsSection,
        ]
        return PageFrame(
            title: result.title, version: result.manifest.patencyVersion, body: sections.joined(), charts: charts
        ).html(bundle: bundle)
    }
}
