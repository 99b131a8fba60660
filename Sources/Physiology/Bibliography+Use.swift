import Modeling
import Studies

extension Bibliography {
    /// Works that a person's defaults rest on: 41 AU is the median coronary score of men in Heinz Nixdorf Recall (Erbel 2014).
    private static let ofDefaults: [Reference] = [.erbel2014]

    /// Keys that studies, foods, a person's defaults and safety statements refer to; the model's numbers name theirs themselves.
    ///
    /// - Throws: `ScenarioError` for a faulty study file.
    public static func keysBesideNumbers() throws -> Set<String> {
        let studies = try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship())
        let contents = FoodTable.foods.flatMap {
            [$0.phylloquinone, $0.menaquinone4, $0.menaquinone7, $0.longMenaquinones].compactMap { $0 }
        }
        let foods = contents.compactMap { content -> String? in
            if case .published(let reference, _) = content.evidence.origin { reference.key } else { nil }
        }
        let others = (Flagship.safetyReferences + ofDefaults).map(\.key)
        return Set(studies.flatMap(\.references)).union(foods).union(others)
    }
}
