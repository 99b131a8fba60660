extension Flagship {
    static let mineralFigures = [
        figure(
            "The failing kidney", in: "mineral", as: .response,
            "At rest with an eGFR from 100 to 15 mL/min.",
            outputs: ["calcium", "phosphate", "PTH", "calcitriol"], over: "1 day", axis: "eGFR [mL/min]",
            [
                ("100", "person: {eGFR: 100 mL/min}"),
                ("80", "person: {eGFR: 80 mL/min}"),
                ("60", "person: {eGFR: 60 mL/min}"),
                ("45", "person: {eGFR: 45 mL/min}"),
                ("30", "person: {eGFR: 30 mL/min}"),
                ("15", "person: {eGFR: 15 mL/min}"),
            ]),
        figure(
            "Calcium eaten", in: "mineral.gutCalcium", as: .response,
            "At rest on 400 to 2000 mg of calcium a day: what is eaten more leaves with urine, and PTH gives way.",
            outputs: ["calcium", "PTH", "urinaryCalcium"], over: "1 day", axis: "calcium eaten [mg/d]",
            [
                ("400", "diet: {calcium: 400 mg/day}"),
                ("700", "diet: {calcium: 700 mg/day}"),
                ("1000", "diet: {calcium: 1000 mg/day}"),
                ("1500", "diet: {calcium: 1500 mg/day}"),
                ("2000", "diet: {calcium: 2000 mg/day}"),
            ]),
        figure(
            "Vitamin D and its store", in: "mineral.calcidiol",
            "25 µg a day for half a year: the level in blood settles within three months, calcium hardly moves.",
            outputs: ["calcidiol", "calcitriol", "calcium"], over: "180 days",
            [("nothing", "doses: []"), ("vitamin D 25 µg", "doses: [vitamin D 25 ug oral daily]")]),
        figure(
            "FGF23", in: "mineral.phosphatonin", as: .response,
            "At rest with an eGFR from 100 to 15 mL/min: FGF23 rises long before phosphate in blood does, and keeps it leaving with urine.",
            outputs: ["FGF23", "urinaryPhosphate"], over: "1 day", axis: "eGFR [mL/min]",
            [
                ("100", "person: {eGFR: 100 mL/min}"),
                ("80", "person: {eGFR: 80 mL/min}"),
                ("60", "person: {eGFR: 60 mL/min}"),
                ("45", "person: {eGFR: 45 mL/min}"),
                ("30", "person: {eGFR: 30 mL/min}"),
                ("15", "person: {eGFR: 15 mL/min}"),
            ]),
        figure(
            "Stress and PTH", in: "mineral.pthControl", as: .response,
            "At rest with stress from the usual (0) to marked and lasting (1) and beyond: no estimate in people exists, so that the median stays flat, and the range is wide.",
            outputs: ["PTH", "calcium"], over: "1 day", axis: "stress",
            [
                ("0", "person: {stress: 0}"),
                ("0.5", "person: {stress: 0.5}"),
                ("1", "person: {stress: 1}"),
                ("2", "person: {stress: 2}"),
            ]),
        figure(
            "Vitamin D", in: "mineral.calcitriolControl", as: .response,
            "At rest by 25(OH)D from 10 to 100 nmol/L.",
            outputs: ["calcitriol", "PTH"], over: "1 day", axis: "25(OH)D [nmol/L]",
            [
                ("10", "person: {25(OH)D: 10 nmol/L}"),
                ("25", "person: {25(OH)D: 25 nmol/L}"),
                ("50", "person: {25(OH)D: 50 nmol/L}"),
                ("75", "person: {25(OH)D: 75 nmol/L}"),
                ("100", "person: {25(OH)D: 100 nmol/L}"),
            ]),
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
