import Dispatch
import Synchronization

/// Runs numbered tasks over threads; what comes back does not depend on how many.
struct ParallelTasks: Sendable {
    let threadCount: Int
    /// Called after each task, once for each unit of its size, with the number done, from any thread, one at a time.
    var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    var isCancelled: @Sendable () -> Bool = { false }

    /// Results by index. Each thread makes one `worker` and hands it its tasks; the next free thread takes the next index.
    ///
    /// - Parameter sizes: what each task counts for in `progress`; 1 each if empty.
    /// - Throws: ``StudyError/cancelled``; the first error of `makeWorker`.
    func results<Worker, Result: Sendable>(
        count: Int, sizes: [Int] = [], makeWorker: @Sendable () throws -> Worker, body: @Sendable (inout Worker, Int) -> Result
    ) throws -> [Result] {
        let total = sizes.isEmpty ? count : sizes.reduce(0, +)
        let state = Mutex(Shared<Result>(slots: Array(repeating: nil, count: count)))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threadCount, count))) { _ in
            do {
                var worker = try makeWorker()
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < count else { return }
                    if isCancelled() { throw StudyError.cancelled }
                    let result = body(&worker, index)
                    state.withLock {
                        $0.slots[index] = result
                        for _ in 0..<(sizes.isEmpty ? 1 : sizes[index]) {
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
        return try state.withLock {
            if let error = $0.error { throw error }
            return $0.slots.map { $0! }
        }
    }

    private struct Shared<Result> {
        var slots: [Result?]
        var doneCount = 0
        var error: (any Error)?
    }
}
