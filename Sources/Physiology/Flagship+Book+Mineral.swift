extension Flagship {
    static let mineralFigures = [
        figure(
            "The failing kidney", in: "mineral", as: .response,
            "At rest with an eGFR from 100 to 15 mL/min.",
            outputs: ["calcium", "phosphate", "PTH", "calcitriol"], over: "1 day", axis: "eGFR [mL/min]",
            arms(["100", "80", "60", "45", "30", "15"]) { "person: {eGFR: \($0) mL/min}" }),
        figure(
            "Calcium eaten", in: "mineral.gutCalcium", as: .response,
            "At rest on 400 to 2000 mg of calcium a day: what is eaten more leaves with urine, and PTH gives way.",
            outputs: ["calcium", "PTH", "urinaryCalcium"], over: "1 day", axis: "calcium eaten [mg/d]",
            arms(["400", "700", "1000", "1500", "2000"]) { "diet: {calcium: \($0) mg/day}" }),
        figure(
            "Vitamin D and its store", in: "mineral.calcidiol",
            "25 µg a day for half a year: the level in blood settles within three months, calcium hardly moves.",
            outputs: ["calcidiol", "calcitriol", "calcium"], over: "180 days",
            [("nothing", "doses: []"), ("vitamin D 25 µg", "doses: [vitamin D 25 ug oral daily]")]),
        figure(
            "FGF23", in: "mineral.phosphatonin", as: .response,
            "At rest with an eGFR from 100 to 15 mL/min: FGF23 rises long before phosphate in blood does, and keeps it leaving with urine.",
            outputs: ["FGF23", "urinaryPhosphate"], over: "1 day", axis: "eGFR [mL/min]",
            arms(["100", "80", "60", "45", "30", "15"]) { "person: {eGFR: \($0) mL/min}" }),
        figure(
            "Stress and PTH", in: "mineral.pthControl", as: .response,
            "At rest with stress from the usual (0) to marked and lasting (1) and beyond: no estimate in people exists, so that the median stays flat, and the range is wide.",
            outputs: ["PTH", "calcium"], over: "1 day", axis: "stress",
            arms(["0", "0.5", "1", "2"]) { "person: {stress: \($0)}" }),
        figure(
            "Vitamin D", in: "mineral.calcitriolControl", as: .response,
            "At rest by 25(OH)D from 10 to 100 nmol/L.",
            outputs: ["calcitriol", "PTH"], over: "1 day", axis: "25(OH)D [nmol/L]",
            arms(["10", "25", "50", "75", "100"]) { "person: {25(OH)D: \($0) nmol/L}" }),
        figure(
            "PTH that is given", in: "mineral.pthDose",
            "20 µg beneath the skin once, and 400 µg into a vein over two days: while it runs calcium and calcitriol rise and phosphate falls.",
            outputs: ["PTH", "calcium", "calcitriol", "phosphate"], over: "4 days",
            [
                ("nothing", "doses: []"),
                ("20 µg once", "doses: [PTH 20 ug subcutaneous once]"),
                ("infusion", "doses: [PTH 400 ug intravenous over 48 h once]"),
            ]),
        figure(
            "Bone turnover", in: "mineral.bone",
            "20 µg of PTH beneath the skin a day for half a year: cells of both kinds multiply, and building and breakdown rise together.",
            outputs: ["boneFormation", "boneResorption", "osteoblasts", "osteoclasts"], over: "180 days",
            [
                ("nothing", "doses: []"),
                ("PTH 20 µg a day", "doses: [PTH 20 ug subcutaneous daily]"),
            ]),
    ]
}
