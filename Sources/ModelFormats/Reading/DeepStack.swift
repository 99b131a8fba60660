import Foundation
import Synchronization

/// The one thread that ever enters libSBML.
///
/// libSBML recurses over elements and formulas, so the thread has a deep stack; and it keeps registries of packages without
/// locks of its own, so files are parsed one at a time. A thread a file lost: its stack has to be mapped and cleared anew.
enum DeepStack {
    /// 256 MiB of address space; only what is touched takes memory.
    private static let size = 256 << 20

    private static let worker = Worker(stackSize: size)

    /// Runs `body` on that thread, after what was asked before, and waits for it.
    ///
    /// - Precondition: not called from `body`.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        let slot = Slot<Result>()
        let done = DispatchSemaphore(value: 0)
        worker.submit {
            let result = body()
            slot.value.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        // The body has run before the signal.
        return slot.value.withLock { $0! }
    }

    private final class Slot<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private final class Worker: Sendable {
        private let jobs = Mutex<[@Sendable () -> Void]>([])
        private let waiting = DispatchSemaphore(value: 0)

        init(stackSize: Int) {
            let thread = Thread { [self] in
                while true {
                    waiting.wait()
                    let job = jobs.withLock { $0.removeFirst() }
                    job()
                }
            }
            thread.stackSize = stackSize
            thread.start()
        }

        func submit(_ job: @escaping @Sendable () -> Void) {
            jobs.withLock { $0.append(job) }
            waiting.signal()
        }
    }
}
