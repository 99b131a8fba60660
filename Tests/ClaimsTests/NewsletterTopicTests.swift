import Studies
import Testing

@testable import Claims

/// What the newsletter says, and what is said against it, is tested: a claim for each topic, in its own group.
@Suite struct NewsletterTopicTests {
    /// Topic → claims, all the newsletter's own.
    static let newsletter: [(String, [String])] = [
        ("flow", ["better-flow"]),
        ("clearing of arteries", ["clears"]),
        ("the pelvis", ["pelvic-flow"]),
        ("protection of arteries", ["slows"]),
        ("pairing with vitamin D", ["with-vitamin-d"]),
        ("K1 against K2", ["two-forms", "k1-does-not"]),
        ("foods of each", ["foods-of-k1", "foods-of-k2"]),
        ("Spronk and Shioi as cited", ["spronk-cited", "shioi-cited"]),
        ("what calcification is", ["what-calcification-is"]),
        ("stress and parathyroid hormone", ["stress-calcium", "stress-pth"]),
        ("calcium in brain, organs and soft tissue", ["deposits-elsewhere"]),
        ("reduced flow and oxygen", ["less-flow"]),
        ("early signs", ["early-signs"]),
        ("coronary events", ["coronary-events"]),
        ("pressure as sign and adaptation", ["pressure-sign", "pressure-adapts"]),
        ("baldness and the scalp", ["bald-scalp"]),
        ("baldness and heart disease", ["bald-heart"]),
        ("baldness and the whole body's calcium", ["bald-severe"]),
        ("animal against human evidence", ["animals-show-it", "human-now-clear"]),
        ("necessity", ["necessary"]),
        ("abundance in food, and who eats it", ["mk4-abundant", "foods-not-eaten"]),
        ("topical use and uptake", ["topical-remedy", "skin-uptake"]),
        ("storage in fat", ["stored-in-fat"]),
        ("dosing not daily", ["not-daily"]),
        ("1 to 45 mg used, without side effects", ["doses-used", "no-side-effects"]),
        ("1 mg prevents", ["one-milligram-prevents"]),
        ("10 mg and more reverses", ["reverses"]),
    ]

    static let reply: [(String, [String])] = [
        ("EFSA's positions", ["no-requirement", "no-limit-so-safe"]),
        ("AVADEC's subgroup told as success", ["avadec-subgroup"]),
        ("warfarin users may take it", ["warfarin-may"]),
        ("more reduction of dp-ucMGP means less calcium", ["marker-means-calcium"]),
    ]

    @Test(arguments: [("newsletter", newsletter), ("reply", reply)])
    func everyTopicHasItsClaims(place: String, topics: [(String, [String])]) throws {
        let file = try ClaimFile(contentsOf: NewsletterTests.url, in: Sample.context)
        let made = Dictionary(uniqueKeysWithValues: file.claims.map { ($0.id, $0.made) })
        for (topic, claims) in topics {
            for claim in claims { #expect(made[claim] == place, "\(topic): \(claim)") }
        }
        let counted = topics.flatMap(\.1)
        #expect(Set(counted).count == counted.count)
        if place == "newsletter" {
            #expect(
                Set(counted) == Set(file.claims.filter { $0.made == place }.map(\.id)), "nothing is put in its mouth")
        }
    }

    /// What the newsletter does not say stands under a heading of its own.
    @Test func whatIsAddedStandsApart() throws {
        let file = try ClaimFile(contentsOf: NewsletterTests.url, in: Sample.context)
        #expect(file.places.map(\.key) == ["newsletter", "added", "reply"])
        #expect(file.places[0].author != nil && file.places[0].work != nil && file.places[1].author == nil)
        let added = [
            "supple-arteries", "k1-not-in-vessels", "calcium-stiffens", "rises-with-age", "cold-hands",
            "bald-from-calcium",
            "bald-scalp-flow", "hair-regrows", "as-in-rats", "rat-dose", "enough-in-food", "skin-equals-mouth",
        ]
        #expect(file.claims.filter { $0.made == "added" }.map(\.id) == added)
    }

    /// What a claim asks about is what is simulated.
    @Test func scenariosFitTheClaims() throws {
        let file = try ClaimFile(contentsOf: NewsletterTests.url, in: Sample.context)
        func simulations(_ id: String) -> [SimulationTest] {
            file.claims.first { $0.id == id }?.tests.compactMap { test in
                if case .simulation(let simulation) = test { simulation } else { nil }
            } ?? []
        }
        #expect(simulations("reverses").map(\.arm) == ["MK-4 10 mg by mouth", "MK-4 45 mg by mouth"])
        let k1 = simulations("k1-not-in-vessels")
        #expect(k1.map(\.arm) == ["K1 500 µg by mouth"] && k1.map(\.statisticText) == ["value at 3 years"])
    }

    /// A course before and after in one arm says nothing of chance, whatever the trial.
    @Test func noCourseOfOneArmCountsAsATrial() throws {
        let file = try ClaimFile(contentsOf: NewsletterTests.url, in: Sample.context)
        for id in ["clears", "one-milligram-prevents", "reverses"] {
            let claim = try #require(file.claims.first { $0.id == id })
            for case .trial(let trial) in claim.tests {
                #expect(trial.evidence.allSatisfy { !$0.design.isRandomised }, "\(id)")
                #expect(TrialBody(trial).certainty == .veryLow, "\(id)")
            }
        }
        let added = try #require(file.claims.first { $0.id == "k1-not-in-vessels" })
        for case .trial(let trial) in added.tests { #expect(trial.evidence[0].design == .withinArm) }
    }
}
