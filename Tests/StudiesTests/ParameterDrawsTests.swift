import Foundation
import Modeling
import Studies
import Testing

@Suite struct ParameterDrawsTests {
    func draws(_ spread: Spread, around value: Double = 2, count: Int = 20_000) -> [Double] {
        let draws = ParameterDraws(seed: 11)
        return (0..<count).map { draws.value(of: "p", spread: spread, around: value, drawIndex: $0) }
    }

    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    func deviation(_ values: [Double]) -> Double {
        let centre = mean(values)
        return mean(values.map { ($0 - centre) * ($0 - centre) }).squareRoot()
    }

    // Tolerances are about four standard errors of 20 000 draws; the draws are fixed by the seed.
    @Test func logNormalHasTheMedianAndCoefficientOfVariation() {
        let values = draws(.logNormal(coefficientOfVariation: 0.5))
        #expect(abs(Quantile.ofSorted(values.sorted(), 0.5) - 2) < 0.04)
        #expect(abs(deviation(values) / mean(values) - 0.5) < 0.03)
        #expect(values.allSatisfy { $0 > 0 })
    }

    @Test func logitNormalHasTheMedianAndTheDeviationOfItsLogit() {
        let values = draws(.logitNormal(standardDeviation: 1.5), around: 0.8)
        #expect(abs(Quantile.ofSorted(values.sorted(), 0.5) - 0.8) < 0.01)
        #expect(abs(deviation(values.map { log($0 / (1 - $0)) }) - 1.5) < 0.03)
        #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(draws(.logitNormal(standardDeviation: 1), around: 1, count: 9).allSatisfy { $0 == 1 })
    }

    @Test func normalHasMeanAndDeviation() {
        let values = draws(.normal(standardDeviation: 0.3))
        #expect(abs(mean(values) - 2) < 0.01)
        #expect(abs(deviation(values) - 0.3) < 0.007)
    }

    @Test func uniformStaysWithinAndFillsItsRange() {
        let values = draws(.uniform(1, 5))
        #expect(values.allSatisfy { $0 > 1 && $0 < 5 })
        #expect(abs(mean(values) - 3) < 0.04)
        #expect(values.min()! < 1.01 && values.max()! > 4.99)
    }

    @Test func parametersSeedsAndDrawsDiffer() {
        func value(_ seed: UInt64, _ identifier: String, _ index: Int) -> Double {
            ParameterDraws(seed: seed).value(of: identifier, spread: .uniform(0, 1), around: 0, drawIndex: index)
        }
        #expect(Set([value(1, "a", 0), value(2, "a", 0), value(1, "b", 0), value(1, "a", 1)]).count == 4)
        #expect(value(1, "a", 0) == value(1, "a", 0))
    }

    @Test func aValueDoesNotDependOnTheModelAroundIt() {
        let draws = ParameterDraws(seed: 3)
        let full = TinyFamily().model(using: [])
        var small = full
        small.quantities = full.quantities.filter { $0.identifier == "blood.loss" }
        #expect(
            draws.values(for: full, drawIndex: 5)["blood.loss"] == draws.values(for: small, drawIndex: 5)["blood.loss"])
        #expect(
            Set(draws.values(for: full, drawIndex: 0).keys) == ["gut.absorption", "blood.loss", "stone.dissolution"])
    }

    /// A changed value here means that every published result changes.
    @Test func valuesAreTheSameForEver() {
        let value = ParameterDraws(seed: 1).value(of: "a", spread: .uniform(0, 1), around: 0, drawIndex: 0)
        #expect(value == 0.8992610108314608)
    }
}
