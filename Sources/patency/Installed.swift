import Claims
import ModelFormats
import Modeling
import Physiology
import Reports
import Studies

/// The models and data this program comes with.
enum Installed {
    static let family: any ModelFamily = Flagship()

    static let studies = StudyFiles.library

    /// What claims are tested against.
    ///
    /// - Throws: `ScenarioError` for a faulty study file.
    static func claimContext() throws -> ClaimContext {
        ClaimContext(
            family: family, studies: try studies.studies(ObservedStudy.Use.allCases, for: family),
            references: Set(bibliography.keys))
    }

    static let bibliography = Bibliography.entries.mapValues { entry in
        let fields = entry.fields
        let author = fields["author"].map { "\($0) " } ?? ""
        let place = [fields["journal"] ?? fields["publisher"] ?? fields["school"], fields["volume"], fields["pages"]]
            .compactMap(\.self)
        let text = "\(author)(\(fields["year"] ?? "undated")). \(fields["title"] ?? entry.key)."
        let line = place.isEmpty ? text : "\(text) \(place.joined(separator: ", "))"
        return Citation(line.replacing("--", with: "–"), doi: fields["doi"])
    }

    /// Keys of works that studies, foods and safety statements refer to.
    static func otherReferences() throws -> Set<String> { try Bibliography.keysBesideNumbers() }

    /// Addresses of what each species of a model is, by its identifier.
    static func identities(in model: Model) -> [String: [String]] { Substances.addresses(in: model) }

    /// A model of the family as SBML, with its sources and substances as addresses.
    static func sbml(of model: Model) -> String {
        var annotations = ModelAnnotations()
        annotations.references = Bibliography.entries.compactMapValues { entry in
            entry.fields["doi"].map { "https://identifiers.org/doi:\($0)" }
                ?? entry.fields["pmid"].map { "https://identifiers.org/pubmed:\($0)" }
                ?? entry.fields["isbn"].map { "https://identifiers.org/isbn:\($0)" }
        }
        annotations.identities = identities(in: model)
        annotations.notes = [
            "Vitamin K, calcium and the artery of one person. Not medical advice.",
            "Time 0 is the person at rest with their diet: initial amounts are numbers found for the parameters' values as "
                + "written, and do not follow when those are changed.",
        ]
        return SBMLWriter.text(of: model, annotations: annotations)
    }
}
