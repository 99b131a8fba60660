/// What the model book of a family shows besides the model: the question its numbers are ranked by, and its figures.
/// A physiology supplies it; the book knows no organ.
public struct BookGuide: Sendable {
    /// What the model is for, in a few sentences.
    public var introduction: [String]
    /// Scenario (YAML) of the reference person and the courses by which uncertain numbers are ranked, an arm each; its last arm is what
    /// `patency rank` takes. Empty is no ranking.
    public var reference: String
    public var figures: [BookFigure]
    /// Heading of each chapter whose component's name says too little, by the component's full name.
    public var titles: [String: String]

    public init(
        introduction: [String] = [], reference: String = "", figures: [BookFigure] = [], titles: [String: String] = [:]
    ) {
        self.introduction = introduction
        self.reference = reference
        self.figures = figures
        self.titles = titles
    }
}

/// A figure of the model book, simulated when the book is made.
public struct BookFigure: Sendable {
    /// What the horizontal axis shows.
    public enum Form: Sendable {
        /// Time, a line an arm.
        case course
        /// The arms themselves, in order, at the end: doses, ages, intakes.
        case response
    }

    public var title: String
    /// Name of the component whose chapter it stands in; the chapter of the nearest component around it where that one is absent.
    public var component: String
    /// One sentence on what to see.
    public var caption: String
    public var form: Form
    /// Scenario (YAML) whose arms are the lines or points; its `outputs` are the panels.
    public var scenario: String
    /// Name of another species of the family, by whose numbers it is simulated; `nil` for the family's own.
    public var species: String?
    /// What the arms of a response are values of, with its unit, such as "eGFR [mL/min]"; empty where their names say it.
    public var axis: String
    /// Whether ranges are drawn; without them lines stay readable where numbers are hardly known.
    public var showsRanges: Bool

    public init(
        _ title: String, component: String, _ form: Form = .course, caption: String, scenario: String,
        species: String? = nil, axis: String = "", showsRanges: Bool = true
    ) {
        self.title = title
        self.form = form
        self.component = component
        self.caption = caption
        self.scenario = scenario
        self.species = species
        self.axis = axis
        self.showsRanges = showsRanges
    }

    /// The family that simulates it and the question it asks of it.
    ///
    /// - Throws: ``StudyError/unknownSpecies(_:figure:)`` where the family has no such species; ``ScenarioError`` for a faulty scenario.
    public func question(of family: any ModelFamily) throws -> (family: any ModelFamily, scenario: Scenario) {
        var own = family
        if let species {
            guard let other = family.species[species] else {
                throw StudyError.unknownSpecies(species, figure: title)
            }
            own = other
        }
        return (own, try Scenario(parsing: scenario, file: "figure '\(title)'", for: own))
    }
}
