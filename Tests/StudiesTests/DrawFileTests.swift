import Foundation
import Modeling
import Testing

@testable import Studies

/// Draws of a study in memory and on disk: exact, bounded, and nothing is left behind.
@Suite struct DrawFileTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "draws-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    /// A number that tells its place, in an order that is no order of draws.
    static func number(_ arm: Int, _ output: Int, _ time: Int, _ draw: Int) -> Double {
        Double((draw * 7919 + arm * 31 + output * 17 + time * 5) % 1009) + 1e-3 * Double(arm + output + time)
    }

    func filled(drawCount: Int, limit: Int, skipping: Set<Int> = []) throws -> DrawFile {
        let file = try DrawFile(
            armCount: 2, outputCount: 3, timeCount: 5, drawCount: drawCount, folder: folder.path, residentLimit: limit)
        // Last draw first: the order of writing does not matter.
        for draw in (0..<drawCount).reversed() {
            for arm in 0..<2 {
                let values = (0..<3).map { output in (0..<5).map { Self.number(arm, output, $0, draw) } }
                file.write(skipping.contains(draw) ? nil : values, armIndex: arm, drawIndex: draw)
            }
        }
        return file
    }

    @Test(arguments: [(1, false), (7, true), (64, true), (65, true), (1000, true), (1000, false)])
    func columnsCoursesAndDifferencesAreThoseWritten(drawCount: Int, isOnDisk: Bool) throws {
        let file = try filled(drawCount: drawCount, limit: isOnDisk ? 4096 : 1 << 30)
        #expect(file.isOnDisk == (isOnDisk && file.size > 4096))
        for (arm, output, time) in [(0, 0, 0), (0, 2, 4), (1, 0, 3), (1, 2, 4)] {
            let expected = (0..<drawCount).map { Self.number(arm, output, time, $0) }
            #expect(file.column(armIndex: arm, outputIndex: output, timeIndex: time) == expected)
            let differences = (0..<drawCount).map { expected[$0] - Self.number(0, output, time, $0) }
            #expect(
                file.column(armIndex: arm, outputIndex: output, timeIndex: time, reference: 0) == differences)
        }
        let last = drawCount - 1
        #expect(
            file.course(armIndex: 1, outputIndex: 2, drawIndex: last) == (0..<5).map { Self.number(1, 2, $0, last) })
    }

    @Test func quantilesAreThoseOfSortedValues() throws {
        let file = try filled(drawCount: 777, limit: 4096, skipping: [0, 64, 776])
        let band = StudyResult.Band(
            columns: (0..<5).map { file.column(armIndex: 1, outputIndex: 2, timeIndex: $0, reference: 0) })
        for time in 0..<5 {
            let sorted = (0..<777).filter { ![0, 64, 776].contains($0) }
                .map { Self.number(1, 2, time, $0) - Self.number(0, 2, time, $0) }.sorted()
            // 774 draws: 0.05 · 773 = 38.65, 0.5 · 773 = 386.5.
            #expect(abs(band.lower[time] - (sorted[38] + 0.65 * (sorted[39] - sorted[38]))) < 1e-9)
            #expect(band.median[time] == sorted[386] + 0.5 * (sorted[387] - sorted[386]))
        }
        #expect(file.course(armIndex: 0, outputIndex: 0, drawIndex: 64) == nil)
    }

    /// Sixteen times what may be resident is written and read back, and the mapping's own pages are counted by the system.
    @Test func whatIsResidentIsBounded() throws {
        let limit = 1 << 20
        let file = try DrawFile(
            armCount: 1, outputCount: 8, timeCount: 256, drawCount: 1024, folder: folder.path, residentLimit: limit)
        #expect(file.isOnDisk && file.size == 16 << 20)
        let row = [[Double]](repeating: (0..<256).map(Double.init), count: 8)
        var most = 0
        for draw in 0..<1024 {
            file.write(row, armIndex: 0, drawIndex: draw)
            if draw % 64 == 63 { most = max(most, try #require(Self.resident(file.size))) }
        }
        for time in 0..<256 {
            #expect(file.column(armIndex: 0, outputIndex: 7, timeIndex: time).allSatisfy { $0 == Double(time) })
            if time % 32 == 0 { most = max(most, try #require(Self.resident(file.size))) }
        }
        #expect(most > 0 && most <= 2 * limit, "\(most) bytes of a mapping of \(file.size)")
    }

    /// Resident bytes of the mapping of a file of draws that has this size; `nil` where there is none.
    static func resident(_ size: Int) -> Int? {
        var isOurs = false
        for line in BuildFacts.systemText("/proc/self/smaps").split(separator: "\n") {
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            if ends.count == 2 { isOurs = line.contains("patency-draws") && ends[1] - ends[0] == size }
            if isOurs, words[0] == "Rss:" { return Int(words[1]).map { $0 << 10 } }
        }
        return nil
    }

    @Test func theFileHasNoName() throws {
        let file = try filled(drawCount: 100, limit: 4096)
        #expect(file.isOnDisk)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func aFolderThatIsNotThereIsNamedWithTheRemedy() {
        let error = #expect(throws: StudyError.self) {
            _ = try DrawFile(
                armCount: 1, outputCount: 1, timeCount: 1, drawCount: 1000, folder: "/nowhere/at/all", residentLimit: 8)
        }
        #expect(
            error?.description
                == "cannot keep the draws of this study in /nowhere/at/all: No such file or directory "
                + "(let TMPDIR name a folder that can be written to)")
    }

    @Test func aFullDiskIsMetBeforeAnythingIsWritten() throws {
        let error = #expect(throws: StudyError.self) {
            _ = try DrawFile(
                armCount: 1, outputCount: 1000, timeCount: 1000, drawCount: 1 << 26, folder: folder.path)
        }
        #expect(error?.description.contains("MiB, and \(folder.path) has ") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}

/// Batches hold every subject once, those of one model together.
@Suite struct SubjectBatchesTests {
    @Test(arguments: [1, 3, 16, 100])
    func everySubjectIsInOneBatchOfItsModel(batchSize: Int) {
        let models = Array("aaaaabbbcccccccaaabbbbbbbbbbbbbbbbbbbbbbd")
        let batches = SubjectBatches(count: models.count, batchSize: batchSize) { models[$0] }
        var seen: [Int] = []
        for batch in 0..<batches.count {
            let own = batches[batch]
            #expect(!own.isEmpty && own.count <= batchSize)
            #expect(Set(own.map { models[$0] }).count == 1)
            seen += own
        }
        #expect(seen.sorted() == Array(models.indices))
        let least = Dictionary(grouping: models, by: \.self).values.reduce(0) { $0 + ($1.count + batchSize - 1) / batchSize }
        #expect(batches.count == least)
    }

    @Test func noSubjectsAreNoBatches() {
        #expect(SubjectBatches(count: 0, batchSize: 4) { $0 }.count == 0)
    }
}
