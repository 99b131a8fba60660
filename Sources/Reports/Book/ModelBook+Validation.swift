import Studies

extension ModelBook {
    /// How the model meets the studies: a line an observation, target by target, with the cause of each miss.
    var validationSection: Markup {
        guard !scores.isEmpty else { return "" }
        let groups = ScoreListing(scores).targets.map { target, scores -> Markup in
            let rows = scores.map { score -> [Markup] in
                let mark: Markup = score.isMet == false ? " <span class=\"missed\">missed</span>" : ""
                return [
                    "\(score.quantityText)\(mark)<small>\(score.study), \(score.use.rawValue)</small>\(cause(of: score))",
                    "\(score.predictionText)", "\(score.observedText)", "\(score.zText)",
                ]
            }
            let columns: [PageTable.Column] = [
                .init(title: "Observation"), .init(title: "Predicted (90 % range)", isNumber: true),
                .init(title: "Observed ± SE", isNumber: true), .init(title: "z", isNumber: true),
            ]
            let titles = PlainList.joined(scores.map(\.title).removingRepeats())
            return """
                <h3>\(target)</h3><p class="quiet">\(titles)</p>
                \(PageTable(caption: "Observations of \(target)", columns: columns, rows: rows).markup)
                """
        }
        return """
            <section id="validation">
            <h2>Against the studies</h2>
            <p>\(ScoreListing(scores).verdict) z is (predicted − observed) ÷ standard error of the study’s mean or contrast; up to 2 is \
            met. Only calibration studies were fitted to. Ranges are over \(drawsText) draws, more where a share of people is asked for. \
            ≈ marks a standard error that the study does not give and its file assumes.</p>
            \(groups.joined())
            </section>
            """
    }

    /// "24" or "24 to 400".
    private var drawsText: String {
        let counts = scores.map(\.drawCount)
        let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    private func cause(of score: StudyScore) -> Markup {
        score.isMet == true || score.cause.isEmpty
            ? "" : "<small>\(score.cause.onOneLine)</small>"
    }
}

extension [String] {
    /// Each once, in order.
    fileprivate func removingRepeats() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
