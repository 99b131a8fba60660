import Foundation

extension Derivations {
    static let calcification: [String: @Sendable ([Double]) -> Double] = [
        "calcification.drivers.onsetByAge": { log($0[1] / $0[0]) / $0[2] },
        "calcification.inhibitors.particles.usualCalcium": { $0[0] * $0[1] },
        "calcification.scan.quantile": { $0[0] * 2.0.squareRoot() },
        "calcification.aorta.growth": { ($0[0] + $0[1] - $0[2] / $0[3]) * (1 + $0[3] / $0[4]).squareRoot() },
        "calcification.peripheral.onset": { $0[0] * $0[1] },
        "calcification.scalp.onset": { $0[0] * $0[1] },
        "calcification.valve.growth": { log(1 + $0[1] / $0[0]) / 2 * (1 + ($0[0] + $0[1] / 2) / $0[2]).squareRoot() },
    ]
}
