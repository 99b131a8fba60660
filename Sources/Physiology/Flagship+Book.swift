import Studies

extension Flagship {
    public var book: BookGuide {
        BookGuide(
            introduction: Self.bookIntroduction, reference: Self.bookReference, figures: Self.bookFigures,
            titles: Self.bookTitles)
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

    /// One or more for each organ system; a line more is a figure more.
    private static let bookFigures =
        intakeFigures + distributionFigures + proteinFigures + mineralFigures + calciumFigures + circulationFigures
        + restFigures + animalFigures

    /// Draws of each figure: four batches of lanes, which two threads share evenly.
    private static let figureDrawCount = 32

    /// Arms named by the values that one thing takes.
    static func arms(_ values: [String], _ content: (String) -> String) -> [(name: String, content: String)] {
        values.map { ($0, content($0)) }
    }

    /// A figure from its arms, reported `every` so often; `species` names another whose numbers hold.
    static func figure(
        _ title: String, in component: String, as form: BookFigure.Form = .course, _ caption: String,
        outputs: [String], over horizon: String, every interval: String? = nil, axis: String = "",
        species: String? = nil, showsRanges: Bool = true, _ arms: [(name: String, content: String)]
    ) -> BookFigure {
        let lines = arms.map { "  - {name: \"\($0.name)\", \($0.content)}" }
        let scenario = """
            title: \(title)
            arms:
            \(lines.joined(separator: "\n"))
            horizon: \(horizon)\(interval.map { "\nreport: every \($0)" } ?? "")
            outputs: [\(outputs.joined(separator: ", "))]
            draws: \(figureDrawCount)
            """
        return BookFigure(
            title, component: component, form, caption: caption, scenario: scenario, species: species, axis: axis,
            showsRanges: showsRanges)
    }
}
