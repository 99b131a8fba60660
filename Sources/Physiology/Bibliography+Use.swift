import Modeling
import Studies

extension Bibliography {
    /// Keys that studies, foods and safety statements refer to; the model's numbers name theirs themselves.
    ///
    /// - Throws: ``Studies/ScenarioError`` for a faulty study file.
    public static func keysBesideNumbers() throws -> Set<String> {
        let studies = try StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship())
        let contents = FoodTable.foods.flatMap {
            [$0.phylloquinone, $0.menaquinone4, $0.menaquinone7, $0.longMenaquinones].compactMap { $0 }
        }
        let foods = contents.compactMap { content -> String? in
            if case .published(let reference, _) = content.evidence.origin { reference.key } else { nil }
        }
        return Set(studies.flatMap(\.references)).union(foods).union(Flagship.safetyReferences.map(\.key))
    }
}
