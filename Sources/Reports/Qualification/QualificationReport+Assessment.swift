import Studies

extension QualificationReport {
    /// A block a use, under the headings of the two frameworks, and how credibility was sought.
    var assessmentSection: Markup {
        guard !qualification.uses.isEmpty else { return "" }
        let blocks = qualification.uses.map { use -> Markup in
            let own = scores.filter { score in use.studies.contains { score.study.hasPrefix($0) } }
            let facts: [(String, String)] = [
                ("Context of use", use.context),
                ("Model influence", "\(use.influence.rawValue): \(use.influenceReason)"),
                ("Consequence of a wrong decision", "\(use.consequence.rawValue): \(use.consequenceReason)"),
                ("Model risk", use.risk.rawValue),
                ("Model impact", "\(use.impact.rawValue): \(use.impactReason)"),
                ("Appropriateness", use.appropriateness),
                ("Technical criteria", use.criteria),
                ("Model evaluation", own.isEmpty ? "not compared" : ScoreListing(own).verdict),
                ("Outcome", use.outcome),
            ]
            let rows = facts.map { fact -> Markup in "<div><dt>\(fact.0)</dt><dd>\(fact.1)</dd></div>" }
            return "<h3>Question of interest: \(use.question)</h3><dl>\(rows.joined())</dl>"
        }
        let rows = qualification.credibility.map { item -> [Markup] in
            ["\(item.factor)", "\(item.goal)", "\(item.evidence)", "\(item.rating.rawValue)"]
        }
        let table = PageTable(
            caption: "Credibility factors",
            columns: [
                .init(title: "Factor"), .init(title: "Goal"), .init(title: "What was done"), .init(title: "Goal is"),
            ], rows: rows)
        return """
            <section id="assessment">
            <h2>What the model is for, and how far it may be trusted</h2>
            <p>Under the headings of ICH M15's assessment table and of ASME V&amp;V 40. The split of the studies stood before the first fit; \
            the criteria were written down after the calibration rows had been seen.</p>
            \(blocks.joined())
            <h3>Credibility</h3>
            \(table.markup)
            </section>
            """
    }

    /// Every validation study with its own people, doses and duration.
    var studiesSection: Markup {
        let blocks = studies.filter { $0.use == .validation }.map(block)
        guard !blocks.isEmpty else { return "" }
        return """
            <section id="studies">
            <h2>The validation studies</h2>
            <p>Each was simulated with its own people, doses, meals and duration. None was used in a fit.</p>
            \(blocks.joined())
            </section>
            """
    }

    private func block(_ study: ObservedStudy) -> Markup {
        let people = vocabulary.fields.filter { study.inputs[$0.input] != $0.defaultValue }.compactMap { field in
            study.inputs[field.input].map { value -> String in
                switch field.form {
                case .quantity(let unit, _):
                    let shown = NumberText.value(value)
                    return unit.description == "1" ? "\(field.key) \(shown)" : "\(field.key) \(shown) \(unit)"
                case .choice(let words): return words.first { $0.value == value }?.word ?? field.key
                case .flag: return value == 1 ? field.key : "no \(field.key)"
                }
            }
        }
        let arms = study.arms.map { arm -> Markup in
            let doses = arm.regimens.map(\.text).filter { !$0.isEmpty }
            return
                "<div><dt>\(arm.name)</dt><dd>\(doses.isEmpty ? "nothing" : doses.joined(separator: "; "))</dd></div>"
        }
        let works = study.references.compactMap { bibliography[$0] }.map { work -> Markup in
            work.address.map { "<a href=\"\($0)\">\(work.text)</a>" } ?? "\(work.text)"
        }
        let rows = scores.filter { $0.study == study.id }.map { score -> [Markup] in
            let cause: Markup = score.isMet == true || score.cause.isEmpty ? "" : "<small>\(score.cause)</small>"
            return [
                "\(score.quantityText)\(cause)", "\(score.predictionText)", "\(score.observedText)", "\(score.zText)",
                "\(score.isMet == true ? "met" : score.isMet == false ? "missed" : "not scored")",
            ]
        }
        let columns: [PageTable.Column] = [
            .init(title: "Observation"), .init(title: "Predicted (90 % range)", isNumber: true),
            .init(title: "Observed ± SE", isNumber: true), .init(title: "z", isNumber: true), .init(title: "Outcome"),
        ]
        let table: Markup =
            rows.isEmpty
            ? "<p class=\"quiet\">It measured nothing that the model has.</p>"
            : PageTable(caption: "Observations of \(study.id)", columns: columns, rows: rows).markup
        let bias = study.riskOfBias.map { "\($0.judgement.rawValue): \($0.reason)" } ?? "not judged"
        return """
            <h3>\(study.id): \(study.title)</h3>
            <p class="quiet">\(works.joined()) \(study.design?.rawValue ?? ""). Risk of bias \(bias). Funding: \(study.funding.isEmpty ? "not told" : study.funding). Read: \(study.reading)</p>
            <dl><div><dt>People</dt><dd>\(people.isEmpty ? "as by default" : people.joined(separator: ", "))</dd></div>\(arms.joined())</dl>
            \(table)
            """
    }
}
