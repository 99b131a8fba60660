/// A method that carries derivatives by parameters beside the states.
///
/// It begins each restart from the columns it was made with.
protocol SensitivityStepper: Integrator {
    /// Writes the states' rows of the columns at `stepEnd` [block][rowCount × 8].
    func copyColumns(into blocks: [LaneMemory])

    /// Writes the states' rows of the columns at a time from `stepStart` to `stepEnd` [block][rowCount × 8].
    func interpolateColumns(at time: Double, into blocks: [LaneMemory])
}
