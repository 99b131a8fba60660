import Modeling
import Studies

extension ModelBook {
    /// Numbers that someone chose, first of all: those that the outputs hang on most, then all of them.
    var assumptionsSection: Markup {
        let entries = entries
        let assumed = entries.filter { $0.originName == "assumed" }
        let counts = PlainList.joined(ParameterEntry.counts(entries))
        return """
            <section id="assumptions">
            <h2>What it assumes</h2>
            <p>Of \(entries.count) numbers with a source, \(counts). An assumed number was chosen, for the reason given; it is where the model \
            is most likely to be wrong.</p>
            \(rankingBlock(assumed: assumed))
            <details>
            <summary>All \(assumed.count) assumed numbers, worst first</summary>
            \(assumedTable(assumed))
            </details>
            </section>
            """
    }

    /// Assumed numbers worst first, by their largest share of any output's variance in any course; those without a share follow by name.
    private func worstFirst(_ assumed: [ParameterEntry]) -> [ParameterEntry] {
        let largest = Dictionary(
            shares.flatMap(\.parametersByLargestShare).map { ($0.parameter, $0.share) }, uniquingKeysWith: max)
        return assumed.sorted {
            (largest[$1.identifier] ?? -1, $0.identifier) < (largest[$0.identifier] ?? -1, $1.identifier)
        }
    }

    private func rankingBlock(assumed: [ParameterEntry]) -> Markup {
        guard let first = shares.first else { return "" }
        let courses = shares.map { courseBlock($0, assumed: assumed) }
        return """
            <h3>Which of them matter</h3>
            <p>Share of each output’s variance that comes from one number, for \(first.title), after \(TimeScale.words(first.horizon)). Each \
            uncertain number is moved one standard deviation to either side, the others at rest; what two numbers do only together is not \
            counted. A course at a time, the assumed numbers that weigh most in it, worst first:</p>
            \(courses.joined())
            """
    }

    private func courseBlock(_ shares: UncertaintyShares, assumed: [ParameterEntry]) -> Markup {
        let places = Dictionary(
            uniqueKeysWithValues: shares.parametersByLargestShare.enumerated().map { ($1.parameter, $0) })
        let worst = assumed.filter { places[$0.identifier] != nil }
            .sorted { places[$0.identifier]! < places[$1.identifier]! }.prefix(Self.shownCount)
        let doses = shares.regimens.isEmpty ? "nothing taken" : shares.regimens.joined(separator: "; ")
        let columns =
            [PageTable.Column(title: "Assumed number")] + shares.outputs.map { .init(title: $0.label, isNumber: true) }
        let rows = worst.map { entry -> [Markup] in
            [
                "<a href=\"#q-\(entry.identifier)\"><code>\(BookNames.breakable(entry.identifier))</code></a><small>\(entry.summary)</small>"
            ]
                + shares.outputs.map { cell($0.share(of: entry.identifier)) }
        }
        let sums = ParameterEntry.originNames.map { origin -> [Markup] in
            let own = Set(entries.filter { $0.originName == origin }.map(\.identifier))
            return ["<b>all \(origin) numbers together</b>"]
                + shares.outputs.map { output in
                    cell(output.shares.filter { own.contains($0.parameter) }.reduce(0) { $0 + $1.share })
                }
        }
        let table = PageTable(
            caption: "Share of each output's variance by assumed number: \(doses)", columns: columns,
            rows: Array(rows) + sums)
        return """
            <h4>\(shares.arm.firstCapital)</h4>
            <div class="heat">\(table.markup)</div>
            \(failureNote(shares))
            """
    }

    /// Rows of the ranking on the page; the table below holds the rest.
    private static let shownCount = 12

    private func failureNote(_ shares: UncertaintyShares) -> Markup {
        guard !shares.failures.isEmpty else { return "" }
        let items = shares.failures.map { failure -> Markup in "<li>\(failure)</li>" }
        return """
            <details class="note"><summary>\(shares.failures.count) numbers could not be moved</summary><ul>\(items.joined())</ul></details>
            """
    }

    /// A share in percent on paper that is the darker the larger it is.
    private func cell(_ share: Double) -> Markup {
        let percent = share * 100
        let text = percent < 0.5 ? (percent < 0.05 ? "" : "<1") : "\(Int(percent.rounded()))"
        if text.isEmpty { return "" }
        return "<span class=\"share\" style=\"--share:\(Int(percent.rounded()))%\">\(text)</span>"
    }

    private func assumedTable(_ assumed: [ParameterEntry]) -> Markup {
        let columns: [PageTable.Column] = [
            .init(title: "Number"), .init(title: "Value", isNumber: true), .init(title: "Spread"), .init(title: "Why"),
            .init(title: "Most in", isNumber: true), .init(title: "Evidence"),
        ]
        let rows = worstFirst(assumed).map { entry -> [Markup] in
            [
                "<a href=\"#q-\(entry.identifier)\"><code>\(BookNames.breakable(entry.identifier))</code></a><small>\(entry.summary)</small>",
                "\(entry.valueText)", "\(entry.spreadText)", "\(entry.reason)", most(entry),
                GradeWords(grade: entry.grade).badge,
            ]
        }
        return PageTable(caption: "Assumed numbers, worst first", columns: columns, rows: rows).markup
    }

    /// The output that a number weighs most in, with its share.
    private func most(_ entry: ParameterEntry) -> Markup {
        guard !shares.isEmpty else { return "" }
        guard entry.spread != .none else { return "not varied" }
        let all = shares.flatMap { course in
            course.outputs.map { (label: $0.label, arm: course.arm, share: $0.share(of: entry.identifier)) }
        }
        guard let largest = all.max(by: { $0.share < $1.share }), largest.share >= 0.0005 else {
            return "next to nothing in these courses"
        }
        return "\(NumberText.value(largest.share * 100)) %<small>\(largest.label), \(largest.arm)</small>"
    }
}
