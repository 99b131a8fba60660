import Foundation
import Modeling
import Testing

@testable import Studies

@Suite struct ConvergenceTests {
    private static func chains(shift: Double = 0, memory: Double = 0, count: Int = 1000) -> [[Double]] {
        (0..<4).map { chain in
            var generator = CounterGenerator(seed: 5, stream: 2, subject: UInt64(chain))
            var value = generator.normal()
            return (0..<count).map { _ in
                value = memory * value + (1 - memory * memory).squareRoot() * generator.normal()
                return value + (chain == 0 ? shift : 0)
            }
        }
    }

    @Test func independentDrawsAgreeAndAllCount() {
        let convergence = Convergence(Self.chains())
        #expect(convergence.splitRHat < 1.005)
        #expect(abs(convergence.effectiveSize / 4000 - 1) < 0.15)
    }

    @Test func aChainElsewhereIsSeen() {
        #expect(Convergence(Self.chains(shift: 1.5)).splitRHat > 1.1)
    }

    @Test func aChainWithAnotherSpreadIsSeen() {
        var chains = Self.chains()
        chains[0] = chains[0].map { 4 * $0 }
        #expect(Convergence(chains).splitRHat > 1.1)
    }

    /// An autoregressive chain is worth (1 − φ)/(1 + φ) of its length.
    @Test func memoryCostsDraws() {
        let convergence = Convergence(Self.chains(memory: 0.8, count: 4000))
        #expect(abs(convergence.effectiveSize / (16_000.0 / 9) - 1) < 0.2)
    }

    /// Quantiles of a generalised Pareto distribution: (1 − p)^(−k) − 1, over k.
    @Test(arguments: [0.2, 0.5, 0.9]) func theTailsShapeIsFound(shape: Double) {
        let excesses = (1...2000).map { (pow(1 - (Double($0) - 0.5) / 2000, -shape) - 1) / shape }
        #expect(abs(ParetoTail.shape(ofExcesses: excesses) - shape) < 0.03)
    }

    @Test func weightsOfATooNarrowProposalAreRefused() {
        // Draws of a normal with SD 1/3 for a target of SD 1: w = exp(4·x²) has no mean.
        var generator = CounterGenerator(seed: 9, stream: 3, subject: 0)
        let logWeights = (0..<2000).map { _ -> Double in
            let x = generator.normal() / 3
            return 4 * x * x
        }
        #expect(ParetoTail.shape(logWeights: logWeights)! > 0.7)
        #expect(ParetoTail.shape(logWeights: logWeights.map { _ in 0 }) == nil)
        #expect(ParetoTail.shape(logWeights: [0, 1]) == nil)
    }
}
