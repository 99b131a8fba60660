// Goals, in order: a plan that depends on the pattern alone, so that no subject inherits a pivot; few operations; flat
// programs that run over lanes. Pivoting by value lost: lanes would need different programs. A pivot that is too small
// makes the step smaller, which makes 1/(hγ) and with it the diagonal dominate.

/// The elimination of I/(hγ) − ∂f/∂y with pivots on the diagonal, planned once per pattern.
///
/// The next pivot is the one with the fewest updates, (rows − 1) · (columns − 1) (Markowitz), ties by index.
/// - Source: Duff, Erisman & Reid, Direct Methods for Sparse Matrices, section 7.2, ISBN 978-0-19-850838-0.
public struct EliminationPlan: Sendable {
    /// A pivot below this share of its diagonal element's parts has lost its digits.
    public static let smallestPivot = 1e-12

    public let stateCount: Int
    /// States in the order of elimination.
    public let order: [Int32]
    /// Elements of the factors, fill-in included.
    public let valueCount: Int
    /// Place of each Jacobian non-zero among the values.
    public let places: [Int32]
    /// Place of each state's diagonal element.
    public let diagonal: [Int32]
    /// Per pivot {place, rows}, per row {place, updates}, per update {target, right}.
    public let factorProgram: [Int32]
    /// Forward rows, then backward rows, each {row, place of the pivot, terms}, per term {place, column}.
    public let solveProgram: [Int32]
    public let forwardCount: Int
    /// Comparisons that finding the order took.
    let comparisonCount: Int

    /// - Parameter pattern: of ∂f/∂y.
    public init(_ pattern: SparsityPattern) {
        // Without a limit nothing is refused.
        self.init(pattern, largest: .max)!
    }

    /// - Parameters:
    ///   - pattern: of ∂f/∂y.
    ///   - largest: number of values in the factors above which there is no plan.
    public init?(_ pattern: SparsityPattern, largest: Int) {
        let count = pattern.columnCount
        guard pattern.nonZeroCount <= largest, count <= largest else { return nil }
        var rows = (0..<count).map { [$0: Int32($0)] }
        var next = Int32(count)
        var places: [Int32] = []
        for (row, column) in zip(pattern.rows, pattern.columns) {
            if rows[row][column] == nil {
                rows[row][column] = next
                next += 1
            }
            places.append(rows[row][column]!)
        }
        var members = [Set<Int>](repeating: [], count: count)
        for row in 0..<count { for column in rows[row].keys { members[column].insert(row) } }
        var order: [Int] = []
        var isOpen = [Bool](repeating: true, count: count)
        var width = rows.map(\.count)
        var factorProgram: [Int32] = []
        var queue = PivotQueue()
        func cost(_ pivot: Int) -> Int { (width[pivot] - 1) * (members[pivot].count - 1) }
        for pivot in 0..<count { queue.insert(pivot, cost: cost(pivot)) }
        while let (pivot, known) = queue.popLeast() {
            // Each change of a cost adds an entry; those from before it are passed over.
            guard isOpen[pivot], known == cost(pivot) else { continue }
            isOpen[pivot] = false
            order.append(pivot)
            let columns = rows[pivot].keys.filter { isOpen[$0] }.sorted()
            let below = members[pivot].filter { isOpen[$0] }.sorted()
            factorProgram += [rows[pivot][pivot]!, Int32(below.count)]
            for row in below {
                factorProgram += [rows[row][pivot]!, Int32(columns.count)]
                width[row] -= 1
                for column in columns {
                    if rows[row][column] == nil {
                        rows[row][column] = next
                        next += 1
                        width[row] += 1
                        members[column].insert(row)
                    }
                    factorProgram += [rows[row][column]!, rows[pivot][column]!]
                }
            }
            guard next <= largest else { return nil }
            for column in columns { members[column].remove(pivot) }
            for state in below { queue.insert(state, cost: cost(state)) }
            for state in columns { queue.insert(state, cost: cost(state)) }
        }
        var position = [Int](repeating: 0, count: count)
        for (place, state) in order.enumerated() { position[state] = place }
        func terms(_ row: Int, _ isWanted: (Int) -> Bool) -> [Int32] {
            let columns = rows[row].keys.filter { isWanted(position[$0]) }.sorted { position[$0] < position[$1] }
            return [Int32(row), rows[row][row]!, Int32(columns.count)]
                + columns.flatMap { [rows[row][$0]!, Int32($0)] }
        }
        let forward = order.map { row in terms(row) { $0 < position[row] } }.filter { $0[2] > 0 }
        let backward = order.reversed().map { row in terms(row) { $0 > position[row] } }
        stateCount = count
        self.order = order.map { Int32($0) }
        valueCount = Int(next)
        self.places = places
        diagonal = (0..<count).map { Int32($0) }
        self.factorProgram = factorProgram
        solveProgram = (forward + backward).flatMap { $0 }
        forwardCount = forward.count
        comparisonCount = queue.comparisonCount
    }
}

extension EliminationPlan {
    /// An element of the factors.
    public struct Element: Hashable, Sendable {
        public let place: Int32
        /// State whose column it stands in.
        public let column: Int32
    }

    /// Elements of each state's row left of the pivot and right of it, both in the order of elimination [stateCount].
    public var rows: (lower: [[Element]], upper: [[Element]]) {
        var lower = [[Element]](repeating: [], count: stateCount)
        var upper = lower
        var rest = solveProgram[...]
        for index in 0..<(forwardCount + stateCount) {
            let (row, count) = (Int(rest[rest.startIndex]), Int(rest[rest.startIndex + 2]))
            rest = rest.dropFirst(3)
            let terms = (0..<count).map { term in
                Element(place: rest[rest.startIndex + 2 * term], column: rest[rest.startIndex + 2 * term + 1])
            }
            rest = rest.dropFirst(2 * count)
            if index < forwardCount { lower[row] = terms } else { upper[row] = terms }
        }
        return (lower, upper)
    }
}
