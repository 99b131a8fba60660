import ArgumentParser
import Foundation

/// Options of every command that simulates.
struct SharedOptions: ParsableArguments {
    @Option(help: "Simulations at once; the result does not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: [.short, .long], help: "Print no progress and no summary.")
    var quiet = false

    func validate() throws {
        if !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024, not \(threads)") }
    }
}

/// Options of every command that draws.
struct DrawOptions: ParsableArguments {
    @Option(help: "Number of draws.")
    var draws: Int?

    @Option(help: "Seed of the draws.")
    var seed: UInt64?

    func validate() throws {
        if let draws, !(1...1_000_000).contains(draws) {
            throw ValidationError("--draws must be from 1 to 1000000, not \(draws)")
        }
    }
}
