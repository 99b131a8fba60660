/// Candidates for the next pivot, the cheapest first, equal ones by index: a binary heap.
struct PivotQueue {
    private var entries: [(cost: Int, pivot: Int)] = []
    /// Entries compared so far, which is what the order of elimination costs.
    private(set) var comparisonCount = 0

    private mutating func isBefore(_ left: Int, _ right: Int) -> Bool {
        comparisonCount += 1
        return entries[left] < entries[right]
    }

    mutating func insert(_ pivot: Int, cost: Int) {
        entries.append((cost, pivot))
        var place = entries.count - 1
        while place > 0, isBefore(place, (place - 1) / 2) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes out the cheapest; `nil` where nothing is left.
    mutating func popLeast() -> (pivot: Int, cost: Int)? {
        guard let least = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return (least.pivot, least.cost) }
        entries[0] = last
        var place = 0
        while 2 * place + 1 < entries.count {
            var child = 2 * place + 1
            if child + 1 < entries.count, isBefore(child + 1, child) { child += 1 }
            guard isBefore(child, place) else { break }
            entries.swapAt(place, child)
            place = child
        }
        return (least.pivot, least.cost)
    }
}
