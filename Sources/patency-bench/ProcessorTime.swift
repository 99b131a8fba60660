import Foundation

/// Time that this thread has run, which other work on the machine disturbs least.
enum ProcessorTime {
    static func now() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

    /// Of all threads.
    static func ofProcess() -> Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }

    /// Of a piece of work [s].
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let began = now()
        try body()
        return now() - began
    }
}
