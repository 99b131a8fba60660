import Modeling
import Physiology
import Reports
import Studies

/// The models and data this program comes with.
enum Installed {
    static let family: any ModelFamily = Flagship()

    static let studies = StudyLibrary(files: StudyFiles.all.map { StudyLibrary.File(name: "\($0.identifier).yaml", text: $0.text) })

    static let bibliography: [String: Citation] = [:]
}
