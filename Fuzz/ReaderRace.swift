import Foundation
import ModelFormats
import Modeling
import Synchronization

/// Reads all files of the folders given from four threads at once, and checks some of them.
@main
struct ReaderRace {
    static func main() {
        let files = CommandLine.arguments.dropFirst().flatMap { folder -> [URL] in
            let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".xml") }.sorted().map { URL(fileURLWithPath: "\(folder)/\($0)") }
        }
        guard !files.isEmpty else { fatalError("no .xml file there") }
        // Each operation costs much under the sanitizer, and what explodes shows no more races than what does not.
        var low = ReadingLimits()
        low.expandedCount = 10_000
        let limits = low
        let counts = Mutex((read: 0, refused: 0))
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for index in files.indices {
                // Threads are at most a few files apart, so that the same file is often read by two at once.
                let url = files[(index + thread) % files.count]
                let file = try? SBMLReader.read(contentsOf: url, limits: limits)
                let isSound = file.map { (try? EquationSystem($0.model)) != nil }
                if index % 8 == thread { _ = SBMLReader.check(contentsOf: url, limits: limits) }
                counts.withLock { isSound == true ? ($0.read += 1) : ($0.refused += 1) }
            }
        }
        let (read, refused) = counts.withLock { $0 }
        print("\(files.count) files on 4 threads: \(read) times read, \(refused) times refused, no race reported")
    }
}
