import Modeling

extension Report {
    /// Where each number comes from, assumed ones first; empty where no model was given.
    var sourcesSection: Markup {
        let entries = ParameterEntry.sourced(in: models)
        guard !entries.isEmpty else { return "" }
        let columns: [PageTable.Column] = [
            .init(title: "Number"), .init(title: "Value", isNumber: true), .init(title: "Spread"),
            .init(title: "Where it comes from"), .init(title: "Evidence"),
        ]
        let rows = entries.map { entry -> [Markup] in
            let summary: Markup = entry.summary.isEmpty ? "" : "<small>\(entry.summary)</small>"
            return [
                "<code>\(entry.identifier)</code>\(summary)", "\(entry.valueText)", "\(entry.spreadText)",
                source(of: entry), GradeWords(grade: entry.grade).badge,
            ]
        }
        let counts = PlainList.joined(ParameterEntry.counts(entries))
        return """
            <section id="sources" class="wide">
            <h2>Sources</h2>
            <p>\(entries.count) numbers drive this model: \(counts).</p>
            <details>
            <summary>Every number, assumed ones first</summary>
            \(PageTable(caption: "Numbers of the model", columns: columns, rows: rows).markup)
            </details>
            \(works(of: entries))
            </section>
            """
    }

    private func source(of entry: ParameterEntry) -> Markup {
        guard case .published(let reference, let place) = entry.evidence.origin else { return "\("\(entry.evidence)")" }
        let address = bibliography[reference.key]?.address ?? "#work-\(reference.key)"
        return
            "<a href=\"\(address)\" rel=\"noreferrer\">\(reference.key)</a>, \(place) (\(entry.evidence.method.rawValue))"
    }

    /// The works that numbers were read in, by key.
    private func works(of entries: [ParameterEntry]) -> Markup {
        let keys = Set(entries.compactMap(\.referenceKey)).sorted()
        guard !keys.isEmpty else { return "" }
        let items = keys.map { key -> Markup in
            let citation = bibliography[key] ?? Citation("\(key): not in the bibliography")
            let link: Markup =
                citation.address.map { " <a href=\"\($0)\" rel=\"noreferrer\">doi:\(citation.doi ?? "")</a>" } ?? ""
            return "<li id=\"work-\(key)\">\(citation.text)\(link)</li>"
        }
        return """
            <details>
            <summary>The \(keys.count) works they were read in</summary>
            <ol class="works">
            \(items.joined())
            </ol>
            </details>
            """
    }
}
