/// What a family of models tells readers about its results: which matter, in what order, and what they must not be
/// taken for. A physiology supplies it; reports know no organ.
public struct ReportGuide: Sendable {
    /// What is told in words and first, in order; without topics every output is.
    public var topics: [ReportTopic]
    /// Courses that the first answer speaks of apart, such as those on the skin; the first group is told before the
    /// topics. A course belongs to the last group that has one of its dose inputs.
    public var courseGroups: [CourseGroup]
    /// Sentences of the section "What this model cannot say", after those true of any model.
    public var limits: [String]

    public init(topics: [ReportTopic] = [], courseGroups: [CourseGroup] = [], limits: [String] = []) {
        self.topics = topics
        self.courseGroups = courseGroups
        self.limits = limits
    }

    /// Outputs that describe the start alone and are never compared between arms.
    public var outputsOfTheStart: Set<String> { Set(topics.filter(\.isOfTheStart).flatMap(\.outputs)) }
}

/// A subject readers ask about, such as stiffness, with the outputs that answer it.
public struct ReportTopic: Sendable {
    /// How the first answer tells a topic.
    public enum Telling: Sendable {
        /// Its first output: which courses outside the groups change it and by how much.
        case change
        /// Its first output: where it goes in the reference arm, and which courses change that.
        case course
        /// In one sentence with the other such topics: which of them any course changes.
        case together
        /// Not at all.
        case later
    }

    /// For people, such as "Vitamin K in the blood".
    public var title: String
    /// Output identifiers, the most telling first; those a result lacks are left out.
    public var outputs: [String]
    /// One sentence on what the number means.
    public var meaning: String
    public var telling: Telling
    /// Heading of the first output's column in the summary, such as "CAC"; `nil` is no column.
    public var columnTitle: String?
    /// Whether the outputs describe the start alone; they are shown once and never compared.
    public var isOfTheStart: Bool

    public init(
        _ title: String, outputs: [String], meaning: String = "", telling: Telling = .later, columnTitle: String? = nil,
        isOfTheStart: Bool = false
    ) {
        self.title = title
        self.outputs = outputs
        self.meaning = meaning
        self.telling = telling
        self.columnTitle = columnTitle
        self.isOfTheStart = isOfTheStart
    }
}

/// Courses with doses of one kind, and the sentence of the first answer on them.
public struct CourseGroup: Sendable {
    /// Beginning of the sentence, such as "On the skin".
    public var title: String
    public var doseInputs: Set<String>
    /// Output that the sentence tells, by identifier.
    public var output: String
    /// What a fall of the output means, as a clause; it follows only where the model tells a fall.
    public var meaningOfFall: String
    /// What is always said, as a clause.
    public var caution: String

    public init(
        _ title: String, doseInputs: Set<String>, output: String, meaningOfFall: String = "", caution: String = ""
    ) {
        self.title = title
        self.doseInputs = doseInputs
        self.output = output
        self.meaningOfFall = meaningOfFall
        self.caution = caution
    }
}
