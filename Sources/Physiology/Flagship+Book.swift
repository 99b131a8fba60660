import Studies

extension Flagship {
    public var book: BookGuide {
        BookGuide(introduction: Self.bookIntroduction, reference: Self.bookReference, figures: Self.bookFigures)
    }

    private static let bookIntroduction = [
        "This model follows vitamin K from food, capsule or skin through the body to the proteins it finishes, and on to calcium in "
            + "arteries, stiffness, pressure, flow and hair, in one adult.",
        "It shows what would follow if its parts are right. Where people have been measured it is compared with what was found; where "
            + "nobody has looked, it says so and lets the effect be zero.",
    ]

    /// The person and the courses by which uncertain numbers are ranked: the skin and warfarin have numbers that reach no other course.
    private static let bookReference = """
        title: a man of 60 at every default
        arms:
          - {name: warfarin 5 mg a day, doses: [warfarin 5 mg oral daily]}
          - {name: MK-4 10 mg on the skin a day, doses: [MK-4 10 mg topical daily]}
          - {name: MK-4 10 mg a day, doses: [MK-4 10 mg oral with 30 g fat daily]}
        horizon: 1 year
        outputs: [plasma.mk4, dpucMGP, ucOC, INR, calcium, PTH, CAC, cfPWV, SBP, hairDensity]
        """

    private static func figure(
        _ title: String, in component: String, as form: BookFigure.Form = .course, _ caption: String,
        outputs: [String], over horizon: String, _ arms: [(name: String, content: String)]
    ) -> BookFigure {
        let lines = arms.map { "  - {name: \"\($0.name)\", \($0.content)}" }
        let scenario = """
            title: \(title)
            arms:
            \(lines.joined(separator: "\n"))
            horizon: \(horizon)
            outputs: [\(outputs.joined(separator: ", "))]
            draws: 40
            """
        return BookFigure(title, component: component, form, caption: caption, scenario: scenario)
    }

    /// One or more for each organ system; a line more is a figure more.
    private static let bookFigures = intakeFigures + proteinFigures + calciumFigures

    private static let intakeFigures = [
        figure(
            "K1 after one dose", in: "vitaminK.k1",
            "One milligram by mouth with 30 g of fat: hours in plasma, longer in the liver.",
            outputs: ["plasma.k1", "liver.k1"], over: "72 h", [("K1 1 mg", "doses: [K1 1 mg oral with 30 g fat once]")]),
        figure(
            "MK-4 and the fat of the meal", in: "vitaminK.mk4",
            "15 mg by mouth: absorption grows with the fat it is taken with.",
            outputs: ["plasma.mk4"], over: "24 h",
            [
                ("8.8 g fat", "doses: [MK-4 15 mg oral with 8.8 g fat once]"),
                ("20 g fat", "doses: [MK-4 15 mg oral with 20 g fat once]"),
                ("35 g fat", "doses: [MK-4 15 mg oral with 35 g fat once]"),
            ]),
        figure(
            "MK-7 builds up", in: "vitaminK.mk7", "180 µg a day for six weeks: each dose finds most of the one before.",
            outputs: ["plasma.mk7"], over: "42 days", [("MK-7 180 µg", "doses: [MK-7 180 ug oral with 30 g fat daily]")]
        ),
        figure(
            "On the skin", in: "skin", "10 mg on 50 cm² once, beside nothing; no person has been measured.",
            outputs: ["skin.mk4", "subcutaneous.mk4", "plasma.mk4"], over: "7 days",
            [("on the skin", "doses: [MK-4 10 mg topical on 50 cm2 once]")]),
    ]

    private static let proteinFigures = [
        figure(
            "Vitamin K in food and protein in the wall", in: "cycle", as: .response,
            "At rest on diets with 20 to 1000 µg of K1 a day: the share of finished matrix Gla protein cannot exceed one.",
            outputs: ["carboxylatedMGP", "PIVKA-II"], over: "1 day",
            ["20", "50", "100", "300", "1000"].map { ("\($0) µg", "diet: {K1: \($0) µg/day}") }),
        figure(
            "Warfarin starts and stops", in: "clotting",
            "5 mg a day; factor VII falls before prothrombin, and the INR follows.",
            outputs: ["INR", "factorVII", "factorII"], over: "35 days",
            [
                ("goes on", "doses: [warfarin 5 mg oral daily]"),
                ("stops at day 21", "doses: [warfarin 5 mg oral daily for 21 days]"),
            ]),
        figure(
            "The blood marker of vitamin K", in: "matrixGla", "MK-7 for twelve weeks: dp-ucMGP falls by dose.",
            outputs: ["dpucMGP"], over: "84 days",
            [
                ("nothing", "doses: []"), ("MK-7 180 µg", "doses: [MK-7 180 ug oral with 30 g fat daily]"),
                ("MK-7 360 µg", "doses: [MK-7 360 ug oral with 30 g fat daily]"),
            ]),
        figure(
            "Osteocalcin", in: "osteocalcin", "MK-4 for twelve weeks, in a small and in the studied high dose.",
            outputs: ["ucOC"],
            over: "84 days",
            [
                ("nothing", "doses: []"), ("MK-4 1.5 mg", "doses: [MK-4 1.5 mg oral with 30 g fat daily]"),
                ("MK-4 45 mg", "doses: [MK-4 15 mg oral with 30 g fat three times a day]"),
            ]),
    ]

    private static let calciumFigures = [
        figure(
            "The failing kidney", in: "mineral", as: .response, "At rest with an eGFR from 100 to 15 mL/min.",
            outputs: ["calcium", "phosphate", "PTH", "calcitriol"], over: "1 day",
            ["100", "80", "60", "45", "30", "15"].map { ($0, "person: {eGFR: \($0) mL/min}") }),
        figure(
            "Vitamin D and its store", in: "mineral",
            "25 µg a day for half a year: the level in blood settles within three months, calcium hardly moves.",
            outputs: ["calcidiol", "calcitriol", "calcium"], over: "180 days",
            [("nothing", "doses: []"), ("vitamin D 25 µg", "doses: [vitamin D 25 ug oral daily]")]),
        figure(
            "Ten years of coronary calcium", in: "calcification",
            "With nothing taken, by the score a person starts with.",
            outputs: ["CAC"], over: "10 years", ["0", "50", "150"].map { ("from \($0) AU", "person: {CAC: \($0) AU}") }),
        figure(
            "Stiffness by age", in: "circulation", as: .response, "At the same pressure of 130 over 80 mmHg.",
            outputs: ["cfPWV"],
            over: "1 day", ["40", "50", "60", "70", "80"].map { ("\($0) y", "person: {age: \($0) years}") }),
        figure(
            "Hair", in: "hair", "Ten years with and without androgenetic alopecia.", outputs: ["hairDensity"],
            over: "10 years",
            [("without", "person: {alopecia: no}"), ("with", "person: {alopecia: yes}")]),
        figure(
            "Risk by the score at the start", in: "risk", as: .response, "It does not move with what is taken.",
            outputs: ["risk10y"],
            over: "1 day", ["0", "50", "200", "600"].map { ("\($0) AU", "person: {CAC: \($0) AU}") }),
    ]
}
