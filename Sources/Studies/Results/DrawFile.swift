// Goals, in order: exact quantiles; memory that does not grow with the number of draws; the same numbers for any number of
// threads; no lock and no system call a number. Lost: a row a draw (a quantile then reads the whole file for each time), a column
// for all draws (a draw then touches a page a number), quantiles by sketches (not exact).

import Foundation
import Synchronization

/// Every draw of a study: outputs of arms at report times, written draw by draw in any order, read by columns.
///
/// Up to ``residentLimit`` it is memory. Beyond, it is a mapped file in the temporary folder that has no name, so that nothing is
/// left behind whatever ends the program; its pages are let go as they are filled. All its room is reserved at first, so that a
/// full disk is met before time is spent. Shape: `[arm][block of draws][output][time][draw of block]`, 8 bytes a number, NaN
/// where a draw has none.
final class DrawFile: @unchecked Sendable {
    // Threads write different draws and read after all are written, so that no two touch one number.
    private let numbers: UnsafeMutablePointer<Double>
    /// [B]
    let size: Int
    let isOnDisk: Bool
    let drawCount: Int
    let outputCount: Int
    let timeCount: Int
    private let blockLength: Int
    private let blockCount: Int
    private let residentLimit: Int
    /// Pages that may be resident since they were last let go [B].
    private let touched = Atomic<Int>(0)

    /// Most draws in a block: a page then holds eight columns, and four batches of draws fill it.
    private static let longestBlock = 64
    /// Pages that one access may map: the system maps those around it too [B].
    private static let mappedAtOnce = 65536
    /// Size up to which it is memory, and about what a larger one keeps resident [B].
    static let residentLimit = 32 << 20

    /// Room for a study, empty.
    ///
    /// - Throws: ``StudyError/noRoom(folder:needed:available:)``; ``StudyError/noTemporaryFile(folder:reason:)``.
    init(
        armCount: Int, outputCount: Int, timeCount: Int, drawCount: Int,
        folder: String = FileManager.default.temporaryDirectory.path, residentLimit: Int = DrawFile.residentLimit
    ) throws(StudyError) {
        self.drawCount = drawCount
        self.outputCount = outputCount
        self.timeCount = timeCount
        self.residentLimit = residentLimit
        blockLength = max(1, min(Self.longestBlock, drawCount))
        blockCount = (drawCount + blockLength - 1) / blockLength
        let columnLength = blockCount * blockLength * MemoryLayout<Double>.stride
        size = max(1, armCount * outputCount * timeCount * columnLength)
        isOnDisk = size > residentLimit
        numbers = try isOnDisk ? Self.mapFile(size: size, in: folder) : Self.mapMemory(size: size, folder: folder)
    }

    deinit { munmap(numbers, size) }

    private static func mapMemory(size: Int, folder: String) throws(StudyError) -> UnsafeMutablePointer<Double> {
        try pointer(mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), folder)
    }

    private static func mapFile(size: Int, in folder: String) throws(StudyError) -> UnsafeMutablePointer<Double> {
        var template = Array("\(folder)/patency-draws-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .noTemporaryFile(folder: folder, reason: reason(errno)) }
        defer { close(file) }
        // Without a name it vanishes with the last that maps it.
        unlink(template)
        var room = statvfs()
        if fstatvfs(file, &room) == 0 {
            let available = Int(room.f_bavail) * Int(room.f_frsize)
            guard available >= size else { throw .noRoom(folder: folder, needed: size, available: available) }
        }
        // Stores into a mapped file cannot report a full disk.
        let fault = reserve(file, size)
        guard fault == 0 else { throw .noTemporaryFile(folder: folder, reason: reason(fault)) }
        return try pointer(mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), folder)
    }

    private static func reserve(_ file: Int32, _ size: Int) -> Int32 {
        #if os(Linux)
            posix_fallocate(file, 0, off_t(size))
        #else
            ftruncate(file, off_t(size)) == 0 ? 0 : errno
        #endif
    }

    private static func pointer(
        _ mapped: UnsafeMutableRawPointer?, _ folder: String
    ) throws(StudyError) -> UnsafeMutablePointer<Double> {
        guard let mapped, mapped != MAP_FAILED else {
            throw .noTemporaryFile(folder: folder, reason: reason(errno))
        }
        return mapped.assumingMemoryBound(to: Double.self)
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// Where a number stands, less its place in the block.
    private func place(_ armIndex: Int, _ block: Int, _ outputIndex: Int, _ timeIndex: Int) -> Int {
        (((armIndex * blockCount + block) * outputCount + outputIndex) * timeCount + timeIndex) * blockLength
    }

    /// Writes a draw of an arm, `[outputIndex][timeIndex]`; `nil` where it has no numbers.
    func write(_ values: [[Double]]?, armIndex: Int, drawIndex: Int) {
        let (block, offset) = drawIndex.quotientAndRemainder(dividingBy: blockLength)
        for outputIndex in 0..<outputCount {
            let series = values?[outputIndex]
            let first = numbers + (place(armIndex, block, outputIndex, 0) + offset)
            for timeIndex in 0..<timeCount { first[timeIndex * blockLength] = series?[timeIndex] ?? .nan }
            mapped(timeCount * blockLength * MemoryLayout<Double>.stride)
        }
    }

    /// An output of an arm at one time, in the order of draws, without those that have no number; where `reference` is an arm,
    /// minus its number in the same draw.
    func column(armIndex: Int, outputIndex: Int, timeIndex: Int, reference: Int? = nil) -> [Double] {
        var column: [Double] = []
        column.reserveCapacity(drawCount)
        for block in 0..<blockCount {
            let own = numbers + place(armIndex, block, outputIndex, timeIndex)
            let other = reference.map { numbers + place($0, block, outputIndex, timeIndex) }
            for offset in 0..<min(blockLength, drawCount - block * blockLength) {
                let value = other.map { own[offset] - $0[offset] } ?? own[offset]
                if !value.isNaN { column.append(value) }
            }
            mapped(Self.mappedAtOnce)
        }
        return column
    }

    /// The time course of an output in one draw of an arm [timeCount]; `nil` where the draw has no numbers.
    func course(armIndex: Int, outputIndex: Int, drawIndex: Int) -> [Double]? {
        let (block, offset) = drawIndex.quotientAndRemainder(dividingBy: blockLength)
        let first = numbers + (place(armIndex, block, outputIndex, 0) + offset)
        mapped(timeCount * blockLength * MemoryLayout<Double>.stride)
        let course = (0..<timeCount).map { first[$0 * blockLength] }
        return course.contains(where: \.isNaN) ? nil : course
    }

    /// Counts what an access may have made resident, and lets all of it go where that is much.
    private func mapped(_ bytes: Int) {
        guard isOnDisk, touched.add(bytes, ordering: .relaxed).newValue > residentLimit else { return }
        touched.store(0, ordering: .relaxed)
        // What was stored stays in the file: only the mapping is dropped, and another thread's access maps it again.
        madvise(numbers, size, MADV_DONTNEED)
    }
}
