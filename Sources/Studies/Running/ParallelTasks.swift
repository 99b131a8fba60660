import Dispatch
import Synchronization

/// Runs numbered tasks over threads; what comes back does not depend on how many.
struct ParallelTasks: Sendable {
    let threadCount: Int
    /// Called after each task, once for each unit of its size, with the number done, from any thread, one at a time.
    var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    var isCancelled: @Sendable () -> Bool = { false }

    /// Runs each task once. Each thread makes one `worker` and hands it its tasks; the next free thread takes the next index.
    ///
    /// - Parameters:
    ///   - count: of tasks.
    ///   - total: sum of all sizes.
    ///   - size: what a task counts for in `progress`.
    /// - Throws: ``StudyError/cancelled``; the first error of `makeWorker` or `body`, which ends the others too.
    func forEach<Worker>(
        count: Int, total: Int, size: @Sendable (Int) -> Int, makeWorker: @Sendable () throws -> Worker,
        body: @Sendable (inout Worker, Int) throws -> Void
    ) throws {
        let state = Mutex(Shared())
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threadCount, count))) { _ in
            do {
                var worker = try makeWorker()
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < count else { return }
                    if isCancelled() { throw StudyError.cancelled }
                    try body(&worker, index)
                    state.withLock {
                        for _ in 0..<size(index) {
                            $0.doneCount += 1
                            progress($0.doneCount, total)
                        }
                    }
                }
            } catch {
                next.store(count, ordering: .relaxed)
                state.withLock { $0.error = $0.error ?? error }
            }
        }
        if let error = state.withLock({ $0.error }) { throw error }
    }

    /// Results by index.
    ///
    /// - Throws: ``StudyError/cancelled``; the first error of `makeWorker`.
    func results<Worker, Result: Sendable>(
        count: Int, makeWorker: @Sendable () throws -> Worker, body: @Sendable (inout Worker, Int) -> Result
    ) throws -> [Result] {
        let slots = Mutex([Result?](repeating: nil, count: count))
        try forEach(count: count, total: count, size: { _ in 1 }, makeWorker: makeWorker) { worker, index in
            let result = body(&worker, index)
            slots.withLock { $0[index] = result }
        }
        return slots.withLock { $0.map { $0! } }
    }

    private struct Shared {
        var doneCount = 0
        var error: (any Error)?
    }
}
