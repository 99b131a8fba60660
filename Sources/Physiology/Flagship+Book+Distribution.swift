extension Flagship {
    static let distributionFigures = [
        figure(
            "K1 becomes MK-4", in: "vitaminK.formation",
            "What tissue makes of K1 in thirty days, on the diet alone and with a milligram a day.",
            outputs: ["converted", "body.mk4"], over: "30 days",
            [
                ("diet alone", "doses: []"),
                ("K1 1 mg", "doses: [K1 1 mg oral with 30 g fat daily]"),
            ]),
        figure(
            "Levels in tissue", in: "vitaminK.tissue",
            "K1 per gram of liver, heart and pancreas, and the MK-4 of brain and kidney that is made of it: a milligram of K1 a day for sixty days, then none.",
            outputs: ["tissue.k1.liver", "tissue.k1.heart", "tissue.k1.pancreas", "tissue.mk4"], over: "120 days",
            [
                ("K1 1 mg", "doses: [K1 1 mg oral with 30 g fat daily for 60 days]")
            ]),
        figure(
            "What fat holds", in: "vitaminK.tissue",
            "Half a year of each, then none: fat fills and empties over months, and what it holds is not in the blood.",
            outputs: ["adipose.k1", "adipose.mk4"], over: "365 days",
            [
                ("K1 1 mg", "doses: [K1 1 mg oral with 30 g fat daily for 180 days]"),
                ("MK-4 10 mg", "doses: [MK-4 10 mg oral with 30 g fat daily for 180 days]"),
            ]),
    ]
}
