extension Flagship {
    static let calciumFigures = [
        figure(
            "Ten years of coronary calcium", in: "calcification",
            "With nothing taken, by the score a person starts with.",
            outputs: ["CAC"], over: "10 years",
            [
                ("from 0 AU", "person: {CAC: 0 AU}"),
                ("from 50 AU", "person: {CAC: 50 AU}"),
                ("from 150 AU", "person: {CAC: 150 AU}"),
            ]),
        figure(
            "Aorta, leg and valve", in: "calcification",
            "Ten years with nothing taken, with kidneys as usual and failing: each bed by its own numbers, all by what circulates.",
            outputs: ["aorticCalcium", "peripheralCalcium", "valveCalcium"], over: "10 years",
            [
                ("eGFR 85", "person: {eGFR: 85 mL/min}"),
                ("eGFR 20", "person: {eGFR: 20 mL/min}"),
            ]),
        figure(
            "What vitamin K may do", in: "calcification.vitaminK",
            "Ten years of nothing, of MK-7 and of warfarin: in people the effect of vitamin K on calcium is contested and may be none; the ranges lie on one another.",
            outputs: ["CAC"], over: "10 years",
            [
                ("nothing", "doses: []"),
                ("MK-7 360 µg", "doses: [MK-7 360 ug oral with 30 g fat daily]"),
                ("warfarin 5 mg", "doses: [warfarin 5 mg oral daily]"),
            ]),
        figure(
            "What inhibits calcification in blood", in: "calcification.inhibitors", as: .response,
            "At rest by eGFR: pyrophosphate falls with the kidney, calciprotein particles follow phosphate, fetuin-A is a person’s own; what they do to deposits together is contested.",
            outputs: ["calciprotein", "pyrophosphate", "fetuinA", "growthByInhibitors"], over: "1 day",
            axis: "eGFR [mL/min]",
            arms(["100", "60", "30", "15"]) { "person: {eGFR: \($0) mL/min}" }),
        figure(
            "A scan is not the truth", in: "calcification.scan",
            "One person from 100 AU: a scan adds its own error to the score, and the change between two scans has that of both.",
            outputs: ["CAC", "CAC.scan", "CAC.scanChange"], over: "5 years",
            [
                ("from 100 AU", "person: {CAC: 100 AU}")
            ]),
    ]
}
