/// Numbered subjects in batches of one model each, worked out when asked for: it holds stretches, not subjects.
struct SubjectBatches: Sendable {
    /// Subjects of one model, in order, and the number of its first batch.
    private struct Group {
        var stretches: [Range<Int>] = []
        var count = 0
        var firstBatch = 0
    }

    private var groups: [Group] = []
    private let batchSize: Int
    /// Of batches.
    let count: Int

    /// - Parameters:
    ///   - count: of subjects.
    ///   - batchSize: most subjects in a batch.
    ///   - identity: of a subject's model; subjects beside each other with the same one share a stretch.
    init<Identity: Hashable>(count: Int, batchSize: Int, identity: (Int) -> Identity) {
        self.batchSize = batchSize
        var known: [Identity: Int] = [:]
        var start = 0
        while start < count {
            let own = identity(start)
            var end = start + 1
            while end < count, identity(end) == own { end += 1 }
            let group = known[own] ?? groups.count
            if group == groups.count { groups.append(Group()) }
            known[own] = group
            groups[group].stretches.append(start..<end)
            groups[group].count += end - start
            start = end
        }
        var batchCount = 0
        for group in groups.indices {
            groups[group].firstBatch = batchCount
            batchCount += (groups[group].count + batchSize - 1) / batchSize
        }
        self.count = batchCount
    }

    /// The subjects of a batch.
    subscript(batch: Int) -> [Int] {
        guard let group = groups.last(where: { $0.firstBatch <= batch }) else { return [] }
        var skipped = (batch - group.firstBatch) * batchSize
        var result: [Int] = []
        for stretch in group.stretches where result.count < batchSize {
            result += stretch.dropFirst(skipped).prefix(batchSize - result.count)
            skipped = max(0, skipped - stretch.count)
        }
        return result
    }
}
