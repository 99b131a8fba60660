import Foundation
import Testing

/// The house of ARCHITECTURE.md: a target imports only what its row of the table allows.
@Suite struct ImportTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Target → what it may import, read from the table in ARCHITECTURE.md.
    static func allowed() throws -> [String: Set<String>] {
        let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        let house = text.components(separatedBy: "## The house")[1].components(separatedBy: "\n## ")[0]
        var table: [String: Set<String>] = [:]
        for line in house.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let named = cells[2].split(separator: ",").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
            let name = cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`"))
            table[name] = cells[2] == "all above" ? Set(table.keys) : Set(named).subtracting(["–"])
        }
        return table
    }

    @Test func targetsImportOnlyWhatTheTableAllows() throws {
        let allowed = try Self.allowed()
        let ours = Set(allowed.keys)
        #expect(ours.count >= 8)
        let sources = Self.root.appending(path: "Sources")
        for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let permitted = try #require(allowed[target], "\(target) has no row in ARCHITECTURE.md")
            let files = FileManager.default.enumerator(
                at: sources.appending(path: target), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    let words = line.split(separator: " ").drop {
                        $0.hasPrefix("@") || $0 == "public" || $0 == "internal"
                    }
                    guard words.first == "import", let module = words.last.map(String.init), ours.contains(module)
                    else { continue }
                    #expect(permitted.contains(module), "\(file.lastPathComponent) of \(target) imports \(module)")
                }
            }
        }
    }
}
