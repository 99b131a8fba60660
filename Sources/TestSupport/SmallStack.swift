import Foundation
import Synchronization

/// A thread with the 512 kB that secondary threads have on some systems.
public enum SmallStack {
    /// Runs `body` on such a thread.
    ///
    /// - Throws: what `body` throws.
    public static func run(_ body: @escaping @Sendable () throws -> Void) throws {
        let slot = Slot()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            do { try body() } catch { slot.error.withLock { $0 = error } }
            done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        done.wait()
        if let error = slot.error.withLock({ $0 }) { throw error }
    }

    private final class Slot: Sendable {
        let error = Mutex<(any Error)?>(nil)
    }
}
