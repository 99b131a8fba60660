import Foundation
import Synchronization

/// A thread with a stack deep enough for libSBML, which recurses over elements and formulas.
enum DeepStack {
    /// 128 MiB of address space; only what is touched takes memory.
    private static let size = 128 << 20

    /// Runs `body` on such a thread and waits for it.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        let slot = Slot<Result>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            slot.value.withLock { $0 = body() }
            done.signal()
        }
        thread.stackSize = size
        thread.start()
        done.wait()
        // The body has run before the signal.
        return slot.value.withLock { $0! }
    }

    private final class Slot<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
