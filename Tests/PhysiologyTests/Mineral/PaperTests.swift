import Foundation
import ModelFormats
import Modeling
import Solvers
import Testing

@testable import Physiology
@testable import Studies

/// Peterson & Riggs 2010 as published, and against its copy in BioModels where that is at hand (PATENCY_DATA).
@Suite struct PaperTests {
    static let data = ProcessInfo.processInfo.environment["PATENCY_DATA"].map { URL(fileURLWithPath: $0) }
    private static let isWanted = data != nil || ProcessInfo.processInfo.environment["PATENCY_REQUIRE_DATA"] == "1"

    /// Our states and the paper's; the file's depot SC has no counterpart.
    static let names = [
        "mineral.pth": "PTH", "mineral.pthControl.reserve": "S", "mineral.pthControl.capacity": "PTmax",
        "mineral.calcitriol": "B", "mineral.calcitriolControl.hydroxylase": "A", "mineral.calcium": "P",
        "mineral.phosphate": "ECCPhos", "mineral.gutCalcium.amount": "T", "mineral.gutCalcium.capacity": "R",
        "mineral.gutPhosphate.amount": "PhosGut", "mineral.cellPhosphate.amount": "IntraPO",
        "mineral.bone.hydroxyapatite": "HAp", "mineral.bone.exchangeable": "Q", "mineral.bone.deep": "Qbone",
        "mineral.boneCells.fastOsteoblasts": "OBfast", "mineral.boneCells.slowOsteoblasts": "OBslow",
        "mineral.boneCells.osteoclasts": "OC", "mineral.boneCells.responding": "ROB1",
        "mineral.boneCells.latentFactor": "TGFB", "mineral.boneCells.activeFactor": "TGFBact",
        "mineral.rank.ligand": "L", "mineral.rank.receptor": "RNK", "mineral.rank.decoy": "O",
        "mineral.rank.complex": "M", "mineral.rank.captured": "N", "mineral.survival.runx2": "RX2",
        "mineral.survival.creb": "CREB", "mineral.survival.bcl2": "BCL2",
    ]

    @Test func everyStateIsThePapers() {
        #expect(Set(MineralModel().states) == Set(Self.names.keys).union(["mineral.pthDose.depot"]))
    }

    @Test func restIsThePapersAndStays() throws {
        let paper = MineralModel()
        let states = paper.states.filter { $0 != "mineral.pthDose.depot" }
        let course = try MineralModel.course(of: paper.model, to: 20_000, points: 101, states: states)
        let anchors = [
            "mineral.pth": 3.85, "mineral.calcium": 2.35, "mineral.phosphate": 1.2, "mineral.calcitriol": 90,
        ]
        for (index, state) in states.enumerated() {
            let start = course[0, index]
            if let anchor = anchors[state] { #expect(abs(start / 14 - anchor) < 1e-9) }
            for time in course.times.indices {
                #expect(abs(course[time, index] / start - 1) < 1e-3, "\(state) at \(course.times[time]) h")
            }
        }
    }

    /// What the paper's program has and we changed or added, undone.
    private func asInTheFile(bindsDecoy: Bool) -> MineralModel {
        var paper = MineralModel()
        paper["person.eGFR"] = 100 / 16.667 / 0.06
        paper["mineral.gutPhosphate.amount"] = 0.839
        paper["mineral.cellPhosphate.amount"] = 3226
        for added in [
            "mineral.renalPhosphate.thresholdByPTH", "mineral.renalPhosphate.thresholdByPhosphatonin",
            "mineral.calcitriolControl.byPhosphatonin", "mineral.calcitriolControl.leastByPhosphate",
            "mineral.resistance.byFiltration", "mineral.growthFactor.byStore", "mineral.bone.starvedOfPhosphate",
        ] { paper[added] = 0 }
        paper.model.assign("mineral.pthControl.capacityAim", 1)
        let bcl2 = Modeling.Expression.symbol("mineral.survival.bcl2")
        paper.model.assign(
            "mineral.survival.effectiveRunx2", piecewise([(value: bcl2 - 90, when: bcl2 > 105)], otherwise: 10))
        if !bindsDecoy {
            paper.model.rules = paper.model.rules.map { rule in
                guard case .rate(let state, let formula) = rule,
                    ["mineral.rank.ligand", "mineral.rank.decoy"].contains(state)
                else { return rule }
                let released = Modeling.Expression.symbol("mineral.rank.decoyOff") * .symbol("mineral.rank.captured")
                return .rate(state, formula + .symbol("mineral.rank.capture") - released)
            }
        }
        return paper
    }

    /// An infusion of PTH [pmol/h], the share of calcium eaten and of filtration left.
    struct Disturbance: Sendable {
        let infusion, diet, filtration: Double
    }
    static let disturbances = [
        Disturbance(infusion: 100, diet: 1, filtration: 1), Disturbance(infusion: 0, diet: 0.3, filtration: 1),
        Disturbance(infusion: 0, diet: 1, filtration: 0.5), Disturbance(infusion: 0, diet: 3, filtration: 1.3),
    ]

    /// Every number that names a constant of the paper has its value, where the file has it under that name.
    @Test(.enabled(if: isWanted, "PATENCY_DATA is not set")) func everyConstantIsTheFiles() throws {
        let theirs = try theFile()
        let ours = MineralModel()
        var compared: [String] = []
        var missing: [String] = []
        for quantity in ours.model.quantities {
            guard case .published(.petersonRiggs2010, let symbol)? = quantity.evidence?.origin else { continue }
            let (own, other) = (ours[quantity.identifier], theirs[symbol])
            guard other.isFinite else {
                missing.append("\(quantity.identifier) \(symbol)")
                continue
            }
            compared.append(symbol)
            #expect(abs(own - other) <= 1e-6 * abs(other), "\(quantity.identifier): \(own), \(symbol): \(other)")
        }
        // The others are starts, anchors at rest and numbers within a formula, which the course of every state checks.
        #expect(Set(compared).count >= 95 && missing.count <= 32, "\(compared.count) \(missing)")
    }

    /// The paper's copy in BioModels.
    private func theFile() throws -> MineralModel {
        let folder = try #require(Self.data, "PATENCY_DATA names no folder")
        var file = MineralModel()
        file.model = try SBMLReader.read(
            contentsOf: folder.appending(path: "biomodels-dev/models/BIOMD0000000613.xml")
        ).model
        return file
    }

    /// Largest gap of each state of ours from the file's, over the file's largest value.
    private func gaps(_ disturbance: Disturbance, bindsDecoy: Bool) throws -> [String: Double] {
        var file = try theFile()
        file.model.events = []
        file["IPTHinf"] = disturbance.infusion
        file["OralCa"] = 24.055 / 24 * disturbance.diet
        file["GFR"] = 100 / 16.667 * disturbance.filtration
        var ours = asInTheFile(bindsDecoy: bindsDecoy)
        ours["mineral.pthDose.infused"] = disturbance.infusion * 4117.8e-6
        ours["diet.calcium"] *= disturbance.diet
        ours["person.eGFR"] *= disturbance.filtration

        let pairs = Self.names.sorted { $0.key < $1.key }
        let mine = try MineralModel.course(of: ours.model, to: 5000, points: 101, states: pairs.map(\.key))
        let theirs = try MineralModel.course(of: file.model, to: 5000, points: 101, states: pairs.map(\.value))
        #expect(mine.failure == nil && theirs.failure == nil)
        var result: [String: Double] = [:]
        for (index, pair) in pairs.enumerated() {
            let largest = theirs.times.indices.map { abs(theirs[$0, index]) }.max() ?? 0
            result[pair.key] =
                (theirs.times.indices.map { abs(mine[$0, index] - theirs[$0, index]) }.max() ?? .infinity) / largest
        }
        return result
    }

    @Test(.enabled(if: isWanted, "PATENCY_DATA is not set"), arguments: disturbances)
    func withoutBindingEveryStateIsTheFiles(disturbance: Disturbance) throws {
        for (state, gap) in try gaps(disturbance, bindsDecoy: false) { #expect(gap < 1e-6, "\(state): \(gap)") }
    }

    /// The file lets OPG catch RANKL without using either up. Catching is reversible and weak, so little hangs on it.
    @Test(.enabled(if: isWanted, "PATENCY_DATA is not set"))
    func bindingIsSeenAndSmall() throws {
        let gaps = try gaps(Self.disturbances[0], bindsDecoy: true)
        let ligand = try #require(gaps["mineral.rank.ligand"])
        #expect((1e-5..<1e-2).contains(ligand), "\(ligand)")
    }
}
