import Modeling
import Testing

@testable import Physiology

@Suite struct SubstanceTests {
    /// Shares of a pool, pools of several things at once, and fat of any kind: what no one vocabulary has a name for. It may
    /// only shrink.
    private static let withoutAddress = [
        "calcification.aorta.osteogenic", "calcification.coronary.osteogenic", "calcification.peripheral.osteogenic",
        "calcification.scalp.osteogenic", "calcification.valve.osteogenic", "cycle.bone.epoxideShare",
        "cycle.bone.hydroquinoneShare", "cycle.liver.epoxideShare", "cycle.liver.hydroquinoneShare",
        "cycle.vessel.epoxideShare", "cycle.vessel.hydroquinoneShare", "hair.density", "meal.amount",
        "mineral.gutCalcium.capacity", "mineral.pthControl.capacity", "mineral.pthControl.reserve",
        "mineral.rank.captured", "mineral.rank.complex",
    ]

    @Test func everySubstanceHasAnAddress() {
        let family = Flagship()
        let doses = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let model = family.model(using: doses)
        let addresses = Substances.addresses(in: model)
        let states = model.quantities.filter { if case .species = $0.kind { true } else { false } }.map(\.identifier)
        #expect(states.filter { addresses[$0] == nil }.sorted() == Self.withoutAddress)
    }

    /// What has an address has an SBO term, that of its kind.
    @Test func everyAddressHasATerm() {
        let terms = ["vitaminK.k1.adipose", "mineral.pth", "mineral.boneCells.osteoclasts"].map { species in
            OntologyTerm.ofSpecies(identifiedBy: Substances.addresses(in: Flagship().model(using: []))[species]?.first)
        }
        #expect(terms == [.simpleChemical, .polypeptide, .materialEntity])
    }
}
