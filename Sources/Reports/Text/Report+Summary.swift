import Studies

extension Report {
    /// What a terminal shows after a run: safety first, then a table per arm of the main outputs.
    ///
    /// - Parameter width: longest line [characters]; names wider than it are not cut.
    public func summary(width: Int = 100) -> String {
        var lines = result.safety.flatMap { Paragraph.lines("! " + $0, width: width, indent: "  ") }
        lines += [""]
        lines += Paragraph.lines("\(result.title), after \(TimeScale.words(result.times.last ?? 0))", width: width)
        for arm in result.arms { lines += [""] + block(for: arm, width: width) }
        let words = result.comparedArms.flatMap(\.series).compactMap(words(for:))
        lines += [""]
        if words.contains(where: { $0.finding == .none }) {
            lines += Paragraph.lines("≈0: no difference the model can tell from zero", width: width)
        }
        if result.failureCount > 0 {
            let total = result.manifest.drawCount * result.arms.count
            lines.append("\(result.failureCount) of \(total) simulations failed; the ranges are over the others.")
        }
        lines += Paragraph.lines(rangeSentence, width: width)
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(for arm: StudyResult.Arm, width: Int) -> [String] {
        let isReference = arm.name == result.referenceArm
        let doses = arm.regimens.isEmpty ? "" : ": " + arm.regimens.joined(separator: "; ")
        let note = isReference ? " (reference)" : ""
        var columns: [TextTable.Column] = [
            .init(title: "result", wraps: true), .init(title: "at the end (90 %)", isNumber: true),
            .init(title: "unit"),
        ]
        if !isReference { columns += [.init(title: "difference (90 %)", isNumber: true), .init(title: "")] }
        columns.append(.init(title: "evidence"))
        let rows = mainOutputs.compactMap { output in
            arm.series.first { $0.output == output }.map { row($0, isReference: isReference) }
        }
        let heading = Paragraph.lines(arm.name + doses + note, width: width, indent: "  ")
        return heading + TextTable(columns, rows: rows).lines(width: width - 2).map { "  " + $0 }
    }

    private func row(_ series: StudyResult.Series, isReference: Bool) -> [String] {
        var cells = [
            series.label, NumberText.interval(series.values[result.lastTimeIndex]),
            series.unit == "1" ? "" : series.unit,
        ]
        if !isReference {
            let words = words(for: series)
            cells += words.map(differenceCells) ?? [NumberText.missing, ""]
        }
        cells.append(series.grade)
        return cells
    }

    private func differenceCells(_ words: DifferenceWords) -> [String] {
        if words.finding == .same { return ["the same", ""] }
        return [NumberText.interval(words.difference, signed: true), words.finding == .none ? "≈0" : ""]
    }
}
