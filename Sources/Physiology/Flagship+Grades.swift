import Studies

extension Flagship {
    /// By ``gradeReferences``; `patency rank --grades FILE` makes the table again.
    public var gradeShares: GradeShares { Self.committedShares }

    private static let committedShares =
        GradeShares(csv: String(decoding: PackageResources.GradeShares_csv, as: UTF8.self)) ?? GradeShares()

    /// Scenarios of the courses by which parts are weighed: nothing, then each substance by mouth at the largest dose much studied, since what is faint
    /// there is fainter below. The skin is not among them: whatever its doses reach counts in full.
    /// After ninety days blood has settled; after ten years arteries have changed.
    public static let gradeReferences = ["90 days", "10 years"].map(reference)

    private static func reference(_ horizon: String) -> String {
        """
        title: weights of the grades
        arms:
          - {name: nothing, doses: []}
          - {name: K1, doses: [K1 1 mg oral with 30 g fat daily]}
          - {name: MK-4, doses: [MK-4 45 mg oral with 30 g fat daily]}
          - {name: MK-7, doses: [MK-7 360 ug oral with 30 g fat daily]}
          - {name: warfarin, doses: [warfarin 5 mg oral daily]}
        horizon: \(horizon)
        outputs: [\(outputNames)]
        """
    }

    private static var outputNames: String {
        Flagship().model(using: []).outputs.map(\.identifier).joined(separator: ", ")
    }
}
