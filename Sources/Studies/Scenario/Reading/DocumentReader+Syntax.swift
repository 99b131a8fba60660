import Foundation
import Yams

extension DocumentReader {
    /// What the YAML parser found wrong, in this project's form.
    static func issue(of error: any Error, in text: String, file: String) -> InputIssue {
        func issue(_ place: (line: Int, column: Int)?, _ message: String, _ remedy: String) -> InputIssue {
            InputIssue(file: file, line: place?.line, column: place?.column, key: "", message: message, remedy: remedy)
        }
        let remedy = "check indentation, quotes and colons"
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return issue((mark.line, mark.column), "not valid YAML: \(problem)", remedy)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.first ?? "?"
            let mark = context.mark
            return issue(
                repeated(key, after: mark, in: text) ?? (mark.line, mark.column), "'\(key)' is given twice",
                "keep one of them")
        case YamlError.reader(let problem, _, _, _):
            return issue(nil, "not valid YAML: \(problem)", "save the file as UTF-8 text")
        default:
            return issue(nil, "not valid YAML: \(error)", remedy)
        }
    }

    /// Place of the second line that starts with `key:` at the indentation of the mapping.
    ///
    /// The parser names only the mapping; in flow style (`{a: 1, a: 2}`) there is no such line.
    private static func repeated(_ key: String, after mark: Mark, in text: String) -> (line: Int, column: Int)? {
        var count = 0
        for (index, line) in text.components(separatedBy: "\n").enumerated() where index + 1 >= mark.line {
            let column = index + 1 == mark.line ? mark.column : line.prefix { $0 == " " }.count + 1
            guard column == mark.column, line.dropFirst(column - 1).hasPrefix("\(key):") else { continue }
            count += 1
            if count == 2 { return (index + 1, column) }
        }
        return nil
    }
}
