/// What the model book of a family shows besides the model: the question its numbers are ranked by, and its figures.
/// A physiology supplies it; the book knows no organ.
public struct BookGuide: Sendable {
    /// What the model is for, in a few sentences.
    public var introduction: [String]
    /// Scenario (YAML) of the reference person and the courses by which uncertain numbers are ranked, an arm each; its last arm is what
    /// `patency rank` takes. Empty is no ranking.
    public var reference: String
    public var figures: [BookFigure]

    public init(introduction: [String] = [], reference: String = "", figures: [BookFigure] = []) {
        self.introduction = introduction
        self.reference = reference
        self.figures = figures
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

    public init(_ title: String, component: String, _ form: Form = .course, caption: String, scenario: String) {
        self.title = title
        self.form = form
        self.component = component
        self.caption = caption
        self.scenario = scenario
    }
}
