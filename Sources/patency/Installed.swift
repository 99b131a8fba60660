import Modeling
import Physiology
import Reports
import Studies

/// The models and data this program comes with.
enum Installed {
    static let family: any ModelFamily = Flagship()

    static let studies = StudyFiles.library

    static let bibliography = Bibliography.entries.mapValues { entry in
        let fields = entry.fields
        let author = fields["author"].map { "\($0) " } ?? ""
        let place = [fields["journal"] ?? fields["publisher"] ?? fields["school"], fields["volume"], fields["pages"]]
            .compactMap(\.self)
        let text = "\(author)(\(fields["year"] ?? "undated")). \(fields["title"] ?? entry.key)."
        let line = place.isEmpty ? text : "\(text) \(place.joined(separator: ", "))"
        return Citation(line.replacing("--", with: "–"), doi: fields["doi"])
    }
}
