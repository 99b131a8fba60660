import Modeling

/// The words a scenario may use about one model family: what a person has, what can be given and how.
///
/// A physiology supplies it; the reader of scenario files knows no organ.
public struct ScenarioVocabulary: Sendable {
    /// A property of a person, a diet or a setting that becomes a model input.
    public struct Field: Sendable {
        /// Key in the file, such as `age`, in the section it belongs to, `person` or `diet`.
        public enum Section: String, Sendable { case person, diet }
        /// How the value is written and turned into a number.
        public enum Form: Sendable {
            /// A number with a unit of this dimension, within the range [in `unit`].
            case quantity(unit: Unit, range: ClosedRange<Double>)
            /// One of these words, each with the number it stands for.
            case choice([(word: String, value: Double)])
            /// `yes` or `no`: 1 or 0.
            case flag
        }

        public let section: Section
        public let key: String
        public let form: Form
        /// Model input that takes the value, by identifier.
        public let input: String
        /// Value where the file says nothing, in the form's unit.
        public let defaultValue: Double
        public let summary: String

        public init(
            _ section: Section, _ key: String, _ form: Form, input: String, defaultValue: Double, _ summary: String
        ) {
            self.section = section
            self.key = key
            self.form = form
            self.input = input
            self.defaultValue = defaultValue
            self.summary = summary
        }
    }

    /// Another way to say a field, such as a score by its percentile among people of the same sex.
    public struct Alternative: Sendable {
        /// Key in the file, in the section of the field.
        public let key: String
        public let unit: Unit
        /// In `unit`.
        public let range: ClosedRange<Double>
        /// Model input of the field it stands for.
        public let input: String
        public let summary: String
        /// The field's value, from what is written and all other inputs.
        public let value: @Sendable (_ written: Double, _ inputs: [String: Double]) -> Double

        public init(
            _ key: String, unit: Unit, range: ClosedRange<Double>, input: String, _ summary: String,
            value: @escaping @Sendable (_ written: Double, _ inputs: [String: Double]) -> Double
        ) {
            self.key = key
            self.unit = unit
            self.range = range
            self.input = input
            self.summary = summary
            self.value = value
        }
    }

    /// Two fields of which one must be above the other, by their model inputs.
    public struct Order: Sendable {
        public let greater: String
        public let lesser: String

        public init(_ greater: String, above lesser: String) {
            self.greater = greater
            self.lesser = lesser
        }
    }

    /// A way of giving a substance.
    public struct Route: Sendable {
        /// Word in the file: `oral`, `topical`, `intravenous`.
        public let route: String
        /// Dose input of the model.
        public let doseInput: String
        /// Attribute a dose of this route may state: phrase in the file and its unit, such as `with 30 g fat`
        /// (`fat`, g) or `on 50 cm2` (`area`, cm2), with the allowed range in that unit.
        public let attributes: [Attribute]
        /// Whether a duration may be given (`over 2 h`).
        public let allowsInfusion: Bool
        /// Largest plausible single dose, in the substance's dose unit; a larger one is an error.
        public let maximumDose: Double
        /// What a dose may be in (`in gel`).
        public let forms: [Form]
        /// What may be done with a dose afterwards (`washed off after 8 h`).
        public let removal: Removal?

        /// A pharmaceutical form, by the attributes of a dose that it sets; those of other forms are 0.
        public struct Form: Sendable {
            public let name: String
            public let attributes: [String: Double]
            public init(_ name: String, attributes: [String: Double]) {
                self.name = name
                self.attributes = attributes
            }
        }

        /// Taking off what is left of a dose, a time after it.
        public struct Removal: Sendable {
            /// Words before `after`, such as `washed off`, in lower case.
            public let phrase: String
            /// Dose input that takes off a share [1] of what is left; 1 is given.
            public let doseInput: String
            /// Latest time after the dose [h].
            public let latest: Double
            public init(_ phrase: String, doseInput: String, latest: Double) {
                self.phrase = phrase
                self.doseInput = doseInput
                self.latest = latest
            }
        }

        public struct Attribute: Sendable {
            public let name: String
            public let unit: Unit
            public let range: ClosedRange<Double>
            public let defaultValue: Double
            public init(_ name: String, unit: Unit, range: ClosedRange<Double>, defaultValue: Double) {
                self.name = name
                self.unit = unit
                self.range = range
                self.defaultValue = defaultValue
            }
        }

        public init(
            _ route: String, doseInput: String, attributes: [Attribute] = [], allowsInfusion: Bool = false,
            maximumDose: Double, forms: [Form] = [], removal: Removal? = nil
        ) {
            self.route = route
            self.doseInput = doseInput
            self.attributes = attributes
            self.allowsInfusion = allowsInfusion
            self.maximumDose = maximumDose
            self.forms = forms
            self.removal = removal
        }
    }

    /// Something that can be given.
    public struct Substance: Sendable {
        /// Word in the file: `MK-4`, `K1`, `MK-7`, `warfarin`.
        public let name: String
        /// Unit that model doses are in; files may use any unit of its dimension.
        public let doseUnit: Unit
        public let routes: [Route]
        public init(_ name: String, doseUnit: Unit, routes: [Route]) {
            self.name = name
            self.doseUnit = doseUnit
            self.routes = routes
        }
    }

    /// Something that can be eaten, by what it brings to the fields of the diet.
    public struct Food: Sendable {
        /// Name in the file, such as `natto`.
        public let name: String
        /// Key of a diet field → what a gram a day brings to it, in the field's unit; what was not measured is missing.
        public let contents: [String: Double]
        public init(_ name: String, contents: [String: Double]) {
            self.name = name
            self.contents = contents
        }
    }

    /// Where the numbers of the model come from, narrower than what the reader accepts.
    public struct Validity: Sendable {
        /// Model input of a field.
        public let input: String
        /// In the field's unit.
        public let range: ClosedRange<Double>
        /// Such as "adults from 40 to 80 years".
        public let meaning: String
        public init(input: String, range: ClosedRange<Double>, meaning: String) {
            self.input = input
            self.range = range
            self.meaning = meaning
        }
    }

    public let fields: [Field]
    /// Other ways to say some of the fields.
    public let alternatives: [Alternative]
    /// What must be above what.
    public let orders: [Order]
    public let substances: [Substance]
    /// Foods a diet may list.
    public let foods: [Food]
    /// Outside of these, results are not to be taken for those of the model.
    public let validity: [Validity]
    /// Outputs a scenario gets when it names none, by identifier.
    public let defaultOutputs: [String]

    public init(
        fields: [Field], alternatives: [Alternative] = [], orders: [Order] = [], substances: [Substance],
        foods: [Food] = [], defaultOutputs: [String], validity: [Validity] = []
    ) {
        self.fields = fields
        self.alternatives = alternatives
        self.orders = orders
        self.substances = substances
        self.foods = foods
        self.validity = validity
        self.defaultOutputs = defaultOutputs
    }

    /// The field that a model input takes its value from.
    public func field(of input: String) -> Field? { fields.first { $0.input == input } }
}

/// A family of models that scenarios run on: the vocabulary and the model of an arm.
///
/// Arms differ in which components they need; absence is a component, so an arm without skin doses has no skin.
public protocol ModelFamily: Sendable {
    var vocabulary: ScenarioVocabulary { get }
    /// The model for an arm that uses the given dose inputs, with every output of the family.
    func model(using doseInputs: Set<String>) -> Model
    /// Statements printed first on every report, in order; they depend on what is given.
    func safetyStatements(for scenario: Scenario) -> [String]
    /// Inputs that stand for the steady intake of a substance by a standing regimen, for the balanced start:
    /// dose input → model input [amount of dose unit per hour].
    var standingIntake: [String: String] { get }
    /// What readers of a result are told and in which order.
    var guide: ReportGuide { get }
    /// The same model as other species, by the word that study files use for them.
    var species: [String: any ModelFamily] { get }
    /// What the model book shows besides the model.
    var book: BookGuide { get }
    /// How much of each output's variation comes from parts of each grade.
    var gradeShares: GradeShares { get }
    /// What the qualification report says of what the model is for.
    var qualification: QualificationGuide { get }
    /// What the fitted numbers are drawn from.
    var posterior: PosteriorDraws? { get }
}

extension ModelFamily {
    /// Nothing but the results themselves.
    public var guide: ReportGuide { ReportGuide() }
    /// None.
    public var species: [String: any ModelFamily] { [:] }
    /// None known: the grade of an output is the lowest on its path.
    public var gradeShares: GradeShares { GradeShares() }
    /// Comparisons alone.
    public var qualification: QualificationGuide { QualificationGuide() }
    /// None: a fitted number varies by its spread alone.
    public var posterior: PosteriorDraws? { nil }
    /// The model alone.
    public var book: BookGuide { BookGuide() }
}
