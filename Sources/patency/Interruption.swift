import Foundation
import Synchronization

/// What a person who presses Ctrl-C, or a system that ends the program, asked for: first an orderly end, then at once.
enum Interruption {
    private static let received = Atomic<Int32>(0)

    /// Whether the work is to stop.
    static var isAsked: Bool { received.load(ordering: .relaxed) != 0 }
    /// The exit code that shells expect of a program ended by a signal.
    static var exitCode: Int32 { 128 + received.load(ordering: .relaxed) }

    /// From here on the first signal only asks.
    static func watch() {
        received.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            _ = signal(number) { number in
                Interruption.received.store(number, ordering: .relaxed)
                _ = signal(number, SIG_DFL)
            }
        }
        // A parent's thread may have them blocked, and a child starts with that thread's mask.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
