import Foundation

extension Derivations {
    static let risk: [String: @Sendable ([Double]) -> Double] = [
        "risk.upTo100.low": { ($0[0] * $0[1]).squareRoot() },
        "risk.upTo100.high": { $0[0] * pow($0[1] / $0[0], 1 / 3) },
        "risk.upTo300.high": { $0[0] * pow($0[1] / $0[0], 2 / 3) },
    ]
}
