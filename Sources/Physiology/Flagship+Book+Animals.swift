extension Flagship {
    static let animalFigures = [
        figure(
            "A rat on warfarin", in: "calcification.vitaminK",
            "A rat, whose numbers are never carried to people: six weeks of warfarin with vitamin K in the food. MK-4 keeps the wall’s protein finished, K1 hardly. Units of calcium are arbitrary.",
            outputs: ["carboxylatedMGP", "aorticCalcium"], over: "6 weeks", species: "rat", showsRanges: false,
            [
                ("untreated", "doses: []"),
                ("warfarin", "doses: [warfarin 15 mg oral every 6 h for 6 weeks]"),
                ("and K1", "doses: [warfarin 15 mg oral every 6 h for 6 weeks, K1 7.5 mg oral every 6 h for 6 weeks]"),
                (
                    "and MK-4",
                    "doses: [warfarin 15 mg oral every 6 h for 6 weeks, MK-4 7.5 mg oral every 6 h for 6 weeks]"
                ),
            ]),
        figure(
            "A rat’s aorta after warfarin", in: "calcification.aorta",
            "A rat: six weeks of warfarin and K1, then ordinary food, or twenty times the vitamin K of it as K1 or as MK-4; either form serves once the cycle is free. Units of calcium are arbitrary.",
            outputs: ["aorticCalcium"], over: "12 weeks", species: "rat", showsRanges: false,
            [
                (
                    "ordinary food",
                    "doses: [warfarin 15 mg oral every 6 h for 6 weeks, K1 7.5 mg oral every 6 h for 6 weeks]"
                ),
                (
                    "much K1",
                    "doses: [warfarin 15 mg oral every 6 h for 6 weeks, K1 7.5 mg oral every 6 h for 6 weeks, K1 0.5 mg oral every 6 h after 6 weeks for 6 weeks]"
                ),
                (
                    "much MK-4",
                    "doses: [warfarin 15 mg oral every 6 h for 6 weeks, K1 7.5 mg oral every 6 h for 6 weeks, MK-4 0.5 mg oral every 6 h after 6 weeks for 6 weeks]"
                ),
            ]),
    ]
}
