import Foundation
import Synchronization

/// One line on standard error that shows how far a study is; nothing where no person is looking.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let start = Date()
    private let lastPercent = Mutex(-1)

    init(isQuiet: Bool) { isShown = !isQuiet && StandardError.isTerminal }

    /// Draws the line again, at most once a percent.
    func update(done: Int, of count: Int) {
        guard isShown, count > 0 else { return }
        let percent = 100 * done / count
        let isNew = lastPercent.withLock { last in
            defer { last = percent }
            return last != percent
        }
        guard isNew else { return }
        let width = 30
        let filled = width * done / count
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
        let elapsed = Date().timeIntervalSince(start)
        let left = done == 0 ? "" : String(format: ", %.0f s left", elapsed / Double(done) * Double(count - done))
        StandardError.write("\r\(bar) \(done) of \(count)\(left)\u{1B}[K")
    }

    /// Takes the line away.
    func finish() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }
}
