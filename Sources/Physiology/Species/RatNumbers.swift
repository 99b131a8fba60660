import Modeling

extension ParameterSet {
    /// Mass of a rat and of the people whose kinetics are scaled [kg].
    static let ratMass = 0.3
    private static let humanMass = 70.0

    /// A rat of 0.3 kg: kinetics scaled from people, and what scaling cannot tell, set by hand to the three studies RAT.
    ///
    /// - Parameter model: the flagship with every component.
    static func rat(scaling model: Model) -> ParameterSet {
        Allometry(relativeMass: ratMass / humanMass)
            .scaled(
                ["vitaminK.", "cycle.", "clotting.", "matrixGla.", "osteocalcin.", "warfarin."], of: model,
                name: "rat by allometry"
            )
            .overridden(by: ParameterSet(name: "rat", entries: animal + vitaminK + calcification))
    }

    /// The animal. Mineral, pressure and flow stay those of the reference person at rest; no output shows them. Its eGFR stays too: every effect of
    /// filtration is stated on the human scale, on which a sound kidney is a sound kidney.
    private static let animal: [Entry] = [
        Entry("person.weight", ratMass, .kilogram, .assumed(because: "a grown laboratory rat")),
        Entry("person.bodyFat", 12, .percent, .assumed(because: "a lean laboratory rat")),
        Entry(
            "person.age", 62, .year,
            .assumed(because: "the human clock of onset stands at its reference; a study takes weeks")),
        Entry(
            "person.aorticCalcium", 0.001, .dimensionless,
            .assumed(because: "no calcium is seen before warfarin (Price 1998)")),
        Entry("diet.k1", 100, .microgramPerDay, .assumed(because: "20 g of food a day with 5 µg/g (Schurgers 2007)")),
        Entry("diet.mk4", 0, .microgramPerDay, .assumed(because: "purified food holds none")),
        Entry("diet.mk7", 0, .microgramPerDay, .assumed(because: "purified food holds none")),
    ]

    private static let vitaminK: [Entry] = [
        Entry(
            "vitaminK.k1.dietAbsorbedShare", 0.35, .dimensionless,
            .assumed(because: "mixed into fatty food as a dose with a meal is")),
        Entry(
            "vitaminK.k1.adiposeClearance", 0.01, .litrePerHourPerKilogram,
            .assumed(
                because:
                    "a tenth of what allometry gives: else fat loaded by 30 mg of K1 a day would feed the wall for months after, and calcium would not go on rising on 5 µg/g (Schurgers 2007)"
            )),
        Entry(
            "vitaminK.formation.rate", 0.0005, .perHour,
            .assumed(
                because:
                    "a fortieth of what allometry gives: MK-4 in organs falls on warfarin (Thijssen 1996), which a rate in proportion cannot show; more would let K1 protect on warfarin (Price 1998)"
            )),
        Entry(
            "warfarin.usualAge", 62, .year,
            .assumed(
                because:
                    "that of the rat's clock, which stands: age does not slow its warfarin, and 9 h of half-life follow"
            )
        ),
        Entry(
            "cycle.vessel.weightMK4", 20, .dimensionless,
            .assumed(
                because: "rat aorta uses MK-4 far better than K1; set so that MK-4 protects on warfarin (Spronk 2003)")),
        Entry(
            "cycle.vessel.bypass", 0.0003, .perHour,
            .assumed(
                because:
                    "next to none: on warfarin it reduces a fifth of the quinone that MGP needs from 1.5 mg/g of K1, which does not protect (Price 1998), and all of it from as much MK-4 (Spronk 2003)"
            )),
        Entry(
            "cycle.vessel.halfHydroquinone", 1.75, .nanomole,
            .assumed(
                because:
                    "a third of MGP is carboxylated on 5 µg/g, which after warfarin does not stop calcification, and more than four fifths on 100 µg/g of K1 (Schurgers 2007)"
            )),
    ]

    /// Calcium of the aorta; its unit is arbitrary, so that only ratios of it are compared.
    private static let calcification: [Entry] = [
        Entry(
            "calcification.vitaminK.effect", 25, .dimensionless,
            .assumed(because: "set to Schurgers 2007; a rat's number, never carried to people")),
        Entry(
            "calcification.vitaminK.reference", 0.22, .dimensionless,
            .assumed(because: "the active share on 5 µg/g of K1, on which untreated rats hardly calcify")),
        Entry(
            "calcification.vitaminK.throughPhenotype", 0.83, .dimensionless,
            .assumed(
                because:
                    "calcium goes on rising after warfarin on 5 µg/g, yet falls at once on 100 µg/g (Schurgers 2007): most, not all"
            )),
        Entry(
            "calcification.deposits.phenotypeTurnover", 3, .perYear,
            .assumed(because: "half of the cells turn back in twelve weeks; as above (Schurgers 2007)")),
        Entry(
            "calcification.deposits.maturing", 110, .perYear,
            .assumed(because: "calcium is first seen two weeks after warfarin begins (Price 1998)")),
        Entry(
            "calcification.deposits.clearing", 22, .perYear, .assumed(because: "a sixth is cleared, about as in people")
        ),
        Entry(
            "calcification.deposits.removal", 18, .perYear,
            .assumed(because: "set so that six weeks of ample vitamin K halve the calcium (Schurgers 2007)")),
        Entry(
            "calcification.aorta.onset", 73, .agatstonPerYear,
            .assumed(because: "with the growth: rising from the second week of warfarin (Price 1998)")),
        Entry(
            "calcification.aorta.growth", 2.6, .perYear,
            .assumed(because: "set so that calcium rises after warfarin on 5 µg/g (Schurgers 2007)")),
        Entry(
            "calcification.aorta.evenAbove", 300, .agatston,
            .assumed(because: "slows the course on continued warfarin, which did not run away in twelve weeks")),
    ]
}
