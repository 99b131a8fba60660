import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// At random states of drawn people: what the parts of a store gain together is what comes in less what goes out.
@Suite struct RandomStateBalanceTests {
    /// Stores whose parts exchange, with weights, and the named flows in and out of the whole.
    struct Store: Sendable {
        let name: String
        let parts: [String: Double]
        let inflows, outflows: [String]
        let unit: Modeling.Unit
    }

    private static let bone = ["mineral.bone.exchangeable", "mineral.bone.deep"]

    static let stores =
        [
            Store(
                name: "calcium",
                parts: ["mineral.calcium": 1, "mineral.gutCalcium.amount": 1, bone[0]: 1, bone[1]: 1],
                inflows: ["mineral.gutCalcium.intake"], outflows: ["mineral.renalCalcium.excretion"],
                unit: .millimolePerHour),
            Store(
                name: "phosphate",
                parts: [
                    "mineral.phosphate": 1, "mineral.gutPhosphate.amount": 1, "mineral.cellPhosphate.amount": 1,
                    bone[0]: 0.464, bone[1]: 0.464,
                ],
                inflows: ["mineral.gutPhosphate.intake"], outflows: ["mineral.renalPhosphate.excretion"],
                unit: .millimolePerHour),
            Store(
                name: "PTH", parts: ["mineral.pth": 1, "mineral.pthDose.depot": 1],
                inflows: ["mineral.pthControl.secretion", "mineral.pthDose.infusion"],
                outflows: ["mineral.pthControl.elimination"], unit: .picomolePerHour),
            Store(
                name: "vitamin D taken", parts: ["mineral.calcidiol.taken": 1], inflows: [],
                outflows: ["mineral.calcidiol.loss"], unit: .nanomolePerHour),
            Store(
                name: "TGF-β",
                parts: ["mineral.boneCells.latentFactor": 1, "mineral.boneCells.activeFactor": 1],
                inflows: ["mineral.growthFactor.deposition"], outflows: ["mineral.growthFactor.loss"], unit: .perHour),
        ]
        + calcificationBeds.map { bed in
            let bed = "calcification.\(bed)"
            return Store(
                name: bed, parts: ["\(bed).calcium": 1, "\(bed).micro": 1],
                inflows: ["\(bed).onset_", "\(bed).growth_"], outflows: ["\(bed).clearing_", "\(bed).removal_"],
                unit: .agatstonPerHour)
        }

    private static var flows: [String: Modeling.Unit] {
        var result: [String: Modeling.Unit] = [:]
        for store in stores { for flow in store.inflows + store.outflows { result[flow] = store.unit } }
        for flow in ["skin.toBlood", "skin.release"] { result[flow] = .nanomolePerHour }
        result["mineral.rank.ligandSynthesis"] = .dimensionless
        result["mineral.rank.decoySynthesis"] = .dimensionless
        return result
    }

    /// Gap over everything that moves.
    private static func gap(_ gained: Double, _ expected: Double, moving: Double) -> Double {
        // A store that this variant lacks neither holds nor moves anything.
        let scale = moving + abs(expected)
        return scale == 0 ? abs(gained) : abs(gained - expected) / scale
    }

    private static func gap(_ store: Store, _ state: RandomState) -> Double {
        let (rates, outputs) = (state.rates(), state.outputs())
        let gained = store.parts.reduce(0) { $0 + $1.value * state.rate($1.key, rates) }
        let moving = store.parts.reduce(0) { $0 + $1.value * abs(state.rate($1.key, rates)) }
        let came = store.inflows.reduce(0) { $0 + (outputs["flow.\($1)"] ?? 0) }
        let went = store.outflows.reduce(0) { $0 + (outputs["flow.\($1)"] ?? 0) }
        return gap(gained, came - went, moving: moving + came + went)
    }

    @Test(arguments: variants) func everyStoreCloses(variant: Set<String>) throws {
        let model = try RandomState.model(variant, flows: Self.flows)
        for number in RandomStateLawTests.people {
            let state = RandomState(model, number: number)
            for store in Self.stores {
                let gap = Self.gap(store, state)
                #expect(gap < 1e-10, "person \(number): \(store.name) \(gap)")
            }
        }
    }

    @Test(arguments: stores.indices) func aLeakIsSeen(index: Int) throws {
        let store = Self.stores[index]
        let variant: Set = [PTHDose.subcutaneous, VitaminDDose.oral]
        let leak = try #require(store.parts.keys.min())
        let state = RandomState(try RandomState.model(variant, flows: Self.flows, leak: leak), number: 0)
        #expect(Self.gap(store, state) > 1e-8, "\(store.name): \(Self.gap(store, state))")
    }

    /// Intake is reckoned here from diet and doses, and what warfarin loses from clearance: no flow of the model takes part.
    @Test(arguments: variants) func vitaminKAndWarfarinClose(variant: Set<String>) throws {
        let model = try RandomState.model(variant, flows: Self.flows)
        for number in RandomStateLawTests.people {
            let state = RandomState(model, number: number)
            let rates = state.rates()
            let converted = state.rate("vitaminK.formation.converted", rates)
            for (name, molarMass, formed) in [
                ("k1", 450.70, -converted), ("mk4", 444.65, converted), ("mk7", 649.0, 0.0),
            ] {
                let eaten = state.parameter("diet.\(name)") * 1e3 / 24
                let taken = state.parameter("vitaminK.\(name).standing") * 1e6
                let prefixes = ["vitaminK.\(name)."] + (name == "mk4" ? ["skin."] : [])
                let gained = prefixes.reduce(0) { $0 + state.sum(rates, $1) }
                let moving = prefixes.reduce(0) { $0 + state.sum(rates, $1, abs) }
                let gap = Self.gap(gained, (eaten + taken) / molarMass + formed, moving: moving)
                #expect(gap < 1e-10, "person \(number): \(name) \(gap)")
            }
            let outputs = state.outputs()
            let left = (outputs["flow.skin.toBlood"] ?? 0) + (outputs["flow.skin.release"] ?? 0)
            let skin = Self.gap(state.sum(rates, "skin."), -left, moving: state.sum(rates, "skin.", abs) + left)
            #expect(!variant.contains(Flagship.topical) || (left > 0 && skin < 1e-10), "person \(number): \(skin)")
            guard variant.contains(Flagship.warfarinOral) else { continue }
            let relativeWeight = state.parameter("person.weight") / 70
            let slowing = exp(-0.00571 * (state.parameter("person.age") - 60))
            let clearance = state.parameter("warfarin.clearance") * pow(relativeWeight, 0.75) * slowing
            let volume = state.parameter("warfarin.volume") * relativeWeight
            let lost = clearance * state.state("warfarin.body") / volume
            let gap = Self.gap(
                state.sum(rates, "warfarin."), state.parameter("warfarin.standing") - lost,
                moving: state.sum(rates, "warfarin.", abs))
            #expect(gap < 1e-10, "person \(number): warfarin \(gap)")
        }
    }

    /// RANKL, RANK and OPG are used up by binding: what each is in all, free and bound, changes by making and losing alone.
    @Test func bindingMakesAndLosesNothing() throws {
        let model = try RandomState.model([], flows: Self.flows)
        let rank = "mineral.rank."
        for number in RandomStateLawTests.people {
            let state = RandomState(model, number: number)
            let (rates, outputs) = (state.rates(), state.outputs())
            let factor = state.state("mineral.boneCells.activeFactor")
            let made = [
                "ligand": outputs["flow.\(rank)ligandSynthesis"] ?? .nan,
                "decoy": outputs["flow.\(rank)decoySynthesis"] ?? .nan,
                "receptor": pow(factor / 0.228142, 0.151825),
            ]
            for (free, bound) in [
                ("ligand", ["complex", "captured"]), ("receptor", ["complex"]), ("decoy", ["captured"]),
            ] {
                let gained = ([free] + bound).reduce(0) { $0 + state.rate(rank + $1, rates) }
                let anchor = state.parameter("\(rank)\(free)Anchor")
                let turnover = state.parameter("\(rank)\(free)Loss") * (anchor * made[free]! - state.state(rank + free))
                let moving = ([free] + bound).reduce(0) { $0 + abs(state.rate(rank + $1, rates)) }
                let gap = Self.gap(gained, turnover, moving: moving)
                #expect(gap < 1e-10, "person \(number): \(free) \(gap)")
            }
        }
    }
}
