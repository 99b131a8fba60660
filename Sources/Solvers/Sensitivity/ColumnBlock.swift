import CLanes

/// Eight columns of derivatives on their way through one step of a Rosenbrock method.
final class ColumnBlock {
    /// Before the step and after it; rows of states, active parameters and time [rowCount × 8].
    let base: LaneMemory
    let next: LaneMemory
    /// Argument of the stage at hand; parameters' rows as in `base` [rowCount × 8].
    let argument: LaneMemory
    /// Stages [stageCount × stateCount × 8].
    let terms: LaneMemory
    let rate: LaneMemory
    private let rowCount: Int

    init(rowCount: Int, stateCount: Int, stageCount: Int) {
        self.rowCount = rowCount
        base = LaneMemory(rowCount)
        next = LaneMemory(rowCount)
        argument = LaneMemory(rowCount)
        terms = LaneMemory(stageCount * stateCount)
        rate = LaneMemory(stateCount)
    }

    func begin(from columns: LaneMemory) {
        for memory in [base, next, argument] { memory.start.update(from: columns.start, count: 8 * rowCount) }
    }
}
