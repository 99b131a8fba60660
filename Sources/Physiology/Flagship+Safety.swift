import Modeling
import Studies

extension Flagship {
    /// Daily MK-4 from which the adverse reactions of Inoue 2009 are printed [mg/d].
    private static let studiedHighDose = 45.0

    /// Works that the statements rest on.
    static let safetyReferences: [Reference] = [.inoue2009, .goto2019]

    public func safetyStatements(for scenario: Scenario) -> [String] {
        let regimens = scenario.arms.flatMap(\.regimens)
        var statements = [
            "On warfarin or another vitamin K antagonist, do not start, stop or change vitamin K in any form, on the skin included, "
                + "without the prescriber: starting can undo the protection, stopping can raise the INR and cause bleeding.",
            "Erectile trouble, pain in chest or legs on effort, or sudden weakness, speech or visual trouble need a doctor, the last at once.",
            "Nothing here replaces a treatment. This is a simulation for study and not medical advice.",
        ]
        if Self.dailyMenaquinone4(regimens) >= Self.studiedHighDose {
            statements.append(
                "At 45 mg of MK-4 a day, adverse reactions were more frequent than in controls in a trial of 4,378 people (Inoue 2009)."
            )
        }
        if regimens.contains(where: { $0.doseInput == Self.topical }) {
            statements.append(
                "MK-4 on the skin: no measurement in people exists. In cell culture MK-4 harms skin cells under ultraviolet A light (Goto 2019)."
            )
        }
        return statements
    }

    /// The largest daily amount of MK-4 over all regimens together [mg/d].
    private static func dailyMenaquinone4(_ regimens: [Scenario.Regimen]) -> Double {
        let hoursPerDay = Unit.day.scale / Unit.hour.scale
        return regimens.filter { $0.substance == "MK-4" }
            .map { $0.amount * ($0.interval.map { interval in hoursPerDay / interval } ?? 1) }
            .reduce(0, +)
    }
}
