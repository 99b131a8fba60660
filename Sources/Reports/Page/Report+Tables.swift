import Studies

extension Report {
    /// Every output of every arm at the end.
    var tablesSection: Markup {
        let columns: [PageTable.Column] = [
            .init(title: "Result"), .init(title: "Course"), .init(title: "Median", isNumber: true),
            .init(title: "5 % to 95 %", isNumber: true), .init(title: "Unit"),
            .init(title: "Difference (90 % range)", isNumber: true), .init(title: "Evidence"),
        ]
        let rows = outputsInOrder.flatMap { output in
            result.series(output).map { arm, series in endRow(arm.name, series) }
        }
        let caption = "Everything after \(TimeScale.words(result.times.last ?? 0))"
        return """
            <section id="tables" class="wide">
            <h2>Everything at the end</h2>
            <details>
            <summary>\(rows.count) rows: every output of every course</summary>
            \(PageTable(caption: caption, columns: columns, rows: rows).markup)
            </details>
            </section>
            """
    }

    private func endRow(_ arm: String, _ series: StudyResult.Series) -> [Markup] {
        let value = series.values[result.lastTimeIndex]
        let texts = NumberText.values([value.median, value.lower, value.upper])
        let range = value.isFinite ? "\(texts[1]) to \(texts[2])" : ""
        return [
            "\(series.label)", "\(arm)", "\(texts[0])", "\(range)", "\(series.unit == "1" ? "" : series.unit)",
            words(for: series).map(differenceCell) ?? "–", "\(series.grade)",
        ]
    }

    private func differenceCell(_ words: DifferenceWords) -> Markup {
        if words.finding == .same { return "the same" }
        let note: Markup = words.finding == .none ? "<small>cannot be told from zero</small>" : ""
        return "<div>\(NumberText.interval(words.difference, signed: true))\(note)</div>"
    }

    /// How much of an arm's repeated doses the solver simulated one by one.
    private func passedOver(_ arm: StudyResult.Arm) -> String {
        guard let share = arm.doseByDoseShare else { return "" }
        return ", repeated doses one by one for \(NumberText.value(100 * share)) % of the time"
    }

    /// What is needed to get the same numbers again.
    var settingsSection: Markup {
        let rows = result.manifest.entries.map { entry -> Markup in
            "<div><dt>\(entry.name)</dt><dd>\(entry.text)</dd></div>"
        }
        let steps = result.arms.map { arm -> Markup in
            "<div><dt>Work for “\(arm.name)”</dt><dd>\(arm.stepCount) steps, \(arm.rightHandSideCount) right-hand sides\(passedOver(arm))</dd></div>"
        }
        return """
            <section id="settings">
            <h2>Settings</h2>
            <p>The same settings and file give the same numbers again.</p>
            <dl class="settings">
            \(rows.joined())
            \(steps.joined())
            </dl>
            </section>
            """
    }
}

extension StudyResult.Manifest {
    /// Name and text of each setting, in order.
    var entries: [(name: String, text: String)] {
        [
            ("Patency", patencyVersion), ("Model", modelName), ("Model SHA-256", modelHash),
            ("Scenario SHA-256", scenarioHash), ("Seed", "\(seed)"), ("Draws", "\(drawCount)"), ("Kernel", kernel),
            ("Lanes", "\(laneCount)"), ("Solver", solver), ("Relative tolerance", "\(relativeTolerance)"),
            ("SUNDIALS", sundials), ("Swift", swiftVersion), ("Processor features", cpuFeatures),
        ]
    }
}
