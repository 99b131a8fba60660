import Foundation
import ModelFormats
import Modeling
import Synchronization

/// Reads and checks all files of the folders given, each several times, from four threads at once.
@main
struct ReaderRace {
    static func main() {
        let files = CommandLine.arguments.dropFirst().flatMap { folder -> [URL] in
            let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".xml") }.sorted().map { URL(fileURLWithPath: "\(folder)/\($0)") }
        }
        guard !files.isEmpty else { fatalError("no .xml file there") }
        let counts = Mutex((read: 0, refused: 0))
        let rounds = files.count < 500 ? 4 : 1
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for index in 0..<files.count * rounds where index % 4 == thread || files.count < 500 {
                // Neighbours in time read different files, and sometimes the same.
                let url = files[(index + thread * 7) % files.count]
                let isRead = (try? SBMLReader.read(contentsOf: url)).map { (try? EquationSystem($0.model)) != nil }
                if index % 3 == 0, files.count < 500 { _ = SBMLReader.check(contentsOf: url) }
                counts.withLock { isRead == true ? ($0.read += 1) : ($0.refused += 1) }
            }
        }
        let (read, refused) = counts.withLock { $0 }
        print("\(files.count) files, \(read) readings, \(refused) refusals on 4 threads: no race reported")
    }
}
