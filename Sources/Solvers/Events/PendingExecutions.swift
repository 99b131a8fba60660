import Modeling

/// An event that has been triggered and not yet executed.
struct PendingExecution {
    let event: Int
    /// When to execute [model time].
    let time: Double
    /// Values assigned, where they were taken when the event was triggered.
    let values: [Double]?
    /// Their derivatives by parameters, where those are followed.
    let derivatives: [Double]?
}

/// What waits to be executed, with the choice among what is due at once.
struct PendingExecutions {
    private(set) var executions: [PendingExecution] = []
    private var ties: CounterGenerator

    /// Stream of the random numbers that break ties.
    static let tieStream: UInt32 = 0x7469_6573

    init(seed: UInt64, subject: UInt64) {
        ties = CounterGenerator(seed: seed, stream: Self.tieStream, subject: subject)
    }

    /// Time of the earliest execution; ∞ if there is none.
    var nextTime: Double { executions.reduce(.infinity) { min($0, $1.time) } }

    mutating func add(_ execution: PendingExecution) { executions.append(execution) }

    /// Forgets executions of an event whose trigger has turned false.
    mutating func cancel(event: Int) { executions.removeAll { $0.event == event } }

    func hasDue(at time: Double) -> Bool { executions.contains { $0.time <= time } }

    /// Removes and returns the due execution with the highest priority.
    ///
    /// Equal stated priorities are drawn at random; events without one (−∞, or NaN) follow in order of triggering.
    mutating func takeNext(at time: Double, priorities: UnsafePointer<Double>) -> PendingExecution? {
        var best: [Int] = []
        var highest = -Double.infinity
        for (place, execution) in executions.enumerated() where execution.time <= time {
            let priority = priorities[execution.event].isNaN ? -.infinity : priorities[execution.event]
            if best.isEmpty || priority > highest {
                best = [place]
                highest = priority
            } else if priority == highest {
                best.append(place)
            }
        }
        guard let first = best.first else { return nil }
        guard best.count > 1, highest > -.infinity else { return executions.remove(at: first) }
        let choice = min(Int(ties.uniform() * Double(best.count)), best.count - 1)
        return executions.remove(at: best[choice])
    }
}
