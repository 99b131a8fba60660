import Foundation

extension Derivations {
    static let calcification: [String: @Sendable ([Double]) -> Double] = [
        "calcification.aorta.growth": { $0[0] + $0[1] - $0[2] / $0[3] },
        "calcification.peripheral.onset": { $0[0] * $0[1] },
        "calcification.scalp.onset": { $0[0] * $0[1] },
        "calcification.valve.growth": { log((726.0 + 292) / 726) / 2 * (1 + (726.0 + 292 / 2) / $0[0]).squareRoot() },
    ]
}
