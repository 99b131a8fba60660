import Modeling
import Studies
import Testing

@testable import Physiology

@Suite struct DerivationTests {
    private let model = Flagship().model(
        using: Set(Flagship().vocabulary.substances.flatMap(\.routes).map(\.doseInput)))

    private var derived: [(quantity: Quantity, sources: [String])] {
        model.quantities.compactMap { quantity in
            guard case .derived(let sources, _)? = quantity.evidence?.origin else { return nil }
            return (quantity, sources)
        }
    }

    private func value(_ identifier: String) -> Double? {
        guard case .number(let value, _)? = model.quantity(identifier)?.initial?.kind else { return nil }
        return value
    }

    /// To what the printed digits leave open: 1 %.
    @Test func everyDerivedNumberFollowsFromThoseItNames() throws {
        #expect(!derived.isEmpty)
        for (quantity, sources) in derived {
            let identifier = quantity.identifier
            guard let recompute = Derivations.all[identifier] else {
                Issue.record("\(identifier) has no recomputation in Derivations")
                continue
            }
            let numbers = sources.compactMap(value)
            try #require(numbers.count == sources.count, "\(identifier) names what is no number: \(sources)")
            let stated = try #require(value(identifier))
            let found = recompute(numbers)
            #expect(abs(found - stated) <= 0.01 * abs(stated), "\(identifier) is \(stated), but follows as \(found)")
        }
    }

    @Test func noRecomputationIsLeftOver() {
        let known = Set(derived.map(\.quantity.identifier))
        for identifier in Derivations.all.keys.sorted() {
            #expect(known.contains(identifier), "\(identifier) is no derived number")
        }
    }
}
