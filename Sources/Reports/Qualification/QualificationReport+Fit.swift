import Studies

extension QualificationReport {
    /// The posterior of every fitted number with what tells whether to trust it.
    var posteriorSection: Markup {
        guard let sample = evidence.posterior else { return "" }
        let rows = sample.marginals.map { marginal -> [Markup] in
            let own: Markup = marginal.study.map { "<small>\($0) alone</small>" } ?? ""
            return [
                "\(marginal.identifier)\(own)",
                "\(text(marginal.median)) (\(text(marginal.lower)) to \(text(marginal.upper)))",
                "\(marginal.priorShare.map(NumberText.percent) ?? NumberText.missing)", "\(text(marginal.splitRHat))",
                "\(text(marginal.effectiveSize))",
            ]
        }
        let table = PageTable(
            caption: "Posterior of the fitted numbers",
            columns: [
                .init(title: "Number"), .init(title: "Median (90 % range)", isNumber: true),
                .init(title: "Width over the prior's", isNumber: true), .init(title: "R̂", isNumber: true),
                .init(title: "Effective draws", isNumber: true),
            ], rows: rows)
        return """
            <section id="posterior">
            <h2>Posterior of the fitted numbers</h2>
            <p>All were sampled together, given every number that was not fitted; studies draw them together too. Tail shape of the weights \
            k̂ \(text(sample.paretoShape)) (to be trusted up to 0.7), \(text(sample.weightedSize)) effective of \(sample.proposalCount) weights, \
            \(NumberText.percent(sample.acceptance)) of proposals accepted. R̂ near 1 says that four chains agree. Where the width is near that of the \
            prior, the studies said little.\(correlationWords(sample))</p>
            \(table.markup)
            </section>
            """
    }

    /// Pairs that hang together.
    private func correlationWords(_ sample: FitEvidence.Sample) -> String {
        let pairs = sample.marginals.indices.flatMap { i in
            sample.marginals.indices.filter { $0 > i && abs(sample.correlation[i][$0]) >= 0.6 }.map { j in
                "\(sample.marginals[i].identifier) with \(sample.marginals[j].identifier) (\(NumberText.value(sample.correlation[i][j], signed: true)))"
            }
        }
        return pairs.isEmpty ? "" : " Correlated by 0.6 or more: \(pairs.joined(separator: "; "))."
    }

    var profilesSection: Markup {
        guard let profiles = evidence.profiles?.profiles, !profiles.isEmpty else { return "" }
        let figures = zip(profiles, profileCharts).map { profile, chart in
            figure(chart, profile.identifier, profile.kind.rawValue)
        }
        return """
            <section id="profiles" class="wide">
            <h2>What the studies alone tell of each fitted number</h2>
            <p>Each number was held away from its best value, the others free, priors left out. The rise is twice the loss of log likelihood; \
            below the dashed line (3.84) lies the 95\u{A0}% interval. A profile that crosses it to both sides is identifiable; one that \
            does not to one side is practically not; a level one structurally not.</p>
            \(profileTable(profiles, caption: "Profiles of the fitted numbers").markup)
            <div class="panels">\(figures.joined())</div>
            </section>
            """
    }

    func profileTable(_ profiles: [ProfileResult.Profile], caption: String) -> PageTable {
        PageTable(
            caption: caption,
            columns: [
                .init(title: "Number"), .init(title: "Best", isNumber: true),
                .init(title: "95 % interval", isNumber: true),
                .init(title: "The studies tell it"),
            ],
            rows: profiles.map { profile in
                let lower = profile.lower.map { NumberText.value($0) } ?? "no end"
                let upper = profile.upper.map { NumberText.value($0) } ?? "no end"
                return [
                    "\(profile.identifier)", "\(text(profile.best))", "\(lower) to \(upper)",
                    "\(profile.kind.rawValue)",
                ]
            })
    }

    var profileCharts: [Chart] {
        (evidence.profiles?.profiles ?? []).enumerated().map { index, profile in
            let rows = zip(profile.values, profile.rises).map { value, rise -> JSONValue in
                ["value": TimeChart.rounded(value), "rise": TimeChart.rounded(min(rise, 12))]
            }
            let x: JSONValue = [
                "field": "value", "type": "quantitative", "title": nil,
                "scale": ["type": "log", "nice": false, "padding": 4],
                "axis": ["tickCount": 4, "format": "~g"],
            ]
            let y: JSONValue = [
                "field": "rise", "type": "quantitative", "title": "rise", "scale": ["domainMin": 0],
                "axis": ["tickCount": 4],
            ]
            return Chart(
                "profile-\(index)",
                description: "Profile likelihood of \(profile.identifier): \(profile.kind.rawValue).", height: 170,
                body: [
                    "data": ["values": .array(rows)],
                    "layer": [
                        [
                            "mark": ["type": "rule", "color": "#7A7F87", "strokeDash": [4, 4]],
                            "encoding": ["y": ["datum": .number(ProfileLikelihood.threshold), "type": "quantitative"]],
                        ],
                        ["mark": ["type": "line", "color": "#0072B2", "point": true], "encoding": ["x": x, "y": y]],
                    ],
                ])
        }
    }
}
