import Foundation
import Modeling

/// Where the files of observed studies are, by use.
///
/// Files are asked for one use at a time, so that a fit never opens one it must not know.
public struct StudyLibrary: Sendable {
    /// A file's name and text.
    public struct File: Sendable {
        public var name: String
        public var text: String
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    private let files: @Sendable (ObservedStudy.Use) throws -> [File]

    /// - Parameter files: the files of one use, in a fixed order.
    public init(files: @escaping @Sendable (ObservedStudy.Use) throws -> [File]) { self.files = files }

    /// The YAML files in the folders `calibration`, `validation` and `context` of a folder, by name.
    public init(folder: URL) {
        self.init { use in
            let place = folder.appending(path: use.rawValue)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
                File(name: "\(use.rawValue)/\($0)", text: try InputFile.text(of: place.appending(path: $0)))
            }
        }
    }

    /// Files kept in the program itself, sorted by their line `use: …`, which is all that is read of the others.
    ///
    /// A file without such a line counts for every use, so that its fault is found.
    public init(files: [File]) {
        let sorted = files.sorted { $0.name < $1.name }
        self.init { use in
            sorted.filter { file in
                let line = file.text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("use:") }
                guard let word = line?.dropFirst(4).split(separator: "#").first?.trimmingWhitespace,
                    let own = ObservedStudy.Use(rawValue: word)
                else { return true }
                return own == use
            }
        }
    }

    /// The studies of some uses, in order of use and file.
    ///
    /// - Throws: ``ScenarioError`` with the issues of every file, such as a `use` that is not that of the folder.
    public func studies(_ uses: [ObservedStudy.Use], for family: any ModelFamily) throws -> [ObservedStudy] {
        var studies: [ObservedStudy] = []
        var issues: [InputIssue] = []
        var fileNames: [String: String] = [:]
        for use in uses {
            for file in try files(use) {
                do {
                    let study = try ObservedStudy(parsing: file.text, file: file.name, use: use, for: family)
                    if let other = fileNames.updateValue(file.name, forKey: study.id) {
                        issues.append(
                            InputIssue(
                                file: file.name, line: nil, column: nil, key: "id",
                                message: "'\(study.id)' is also the id in \(other)",
                                remedy: "give each study its own"))
                    }
                    studies.append(study)
                } catch {
                    issues += error.issues
                }
            }
        }
        guard issues.isEmpty else { throw ScenarioError(keepingOrder: issues) }
        return studies
    }
}
