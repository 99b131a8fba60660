import Modeling
import Studies

/// Shares of variance for a terminal: for each output the numbers it hangs on, worst first.
public struct ShareListing: Sendable {
    public let shares: UncertaintyShares
    private let entries: [String: ParameterEntry]

    /// - Parameters:
    ///   - shares: of the variance of each output.
    ///   - models: whose numbers were moved, for where each comes from.
    public init(_ shares: UncertaintyShares, models: [Model]) {
        self.shares = shares
        entries = Dictionary(
            ParameterEntry.sourced(in: models).map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Tables of at most `width` characters.
    public func text(top: Int, assumedOnly: Bool, width: Int = 110) -> String {
        let doses = shares.regimens.isEmpty ? "nothing taken" : shares.regimens.joined(separator: "; ")
        var lines = Paragraph.lines(
            "\(shares.title), \(shares.arm): \(doses); after \(TimeScale.words(shares.horizon)).", width: width)
        for output in shares.outputs {
            let unit = output.unit == "1" ? "" : " \(output.unit)"
            lines += [
                "",
                "\(output.label): \(NumberText.value(output.value))\(unit), standard deviation "
                    + "\(NumberText.value(output.standardDeviation))\(unit)",
            ]
            let shown = output.shares.filter { !assumedOnly || origin($0.parameter) == "assumed" }.prefix(top)
            let rows = shown.map { share in
                [
                    percent(share.share), share.parameter, origin(share.parameter),
                    "\(NumberText.range(share.low, share.high))\(unit)", entries[share.parameter]?.spreadText ?? "",
                ]
            }
            let columns: [TextTable.Column] = [
                .init(title: "share", isNumber: true), .init(title: "number"), .init(title: "origin"),
                .init(title: "from −1 SD to +1 SD"), .init(title: "spread"),
            ]
            lines +=
                rows.isEmpty
                ? ["  nothing uncertain reaches it"] : TextTable(columns, rows: Array(rows)).lines(width: width)
        }
        if !shares.failures.isEmpty {
            lines += ["", "Could not be moved:"] + shares.failures.flatMap { Paragraph.lines("  \($0)", width: width) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func origin(_ parameter: String) -> String { entries[parameter]?.originName ?? "" }

    private func percent(_ share: Double) -> String {
        share < 5e-4 ? "<0.1 %" : "\(NumberText.value((share * 1000).rounded() / 10)) %"
    }
}
