import Modeling
import Studies

/// The book of a model: what it assumes, its equations with every number's source, figures, how it meets the studies, and what it
/// cannot say, as one page that opens offline.
public struct ModelBook: Sendable {
    /// With every dose input in use, so that all parts are there.
    public var model: Model
    public var guide: ReportGuide
    public var book: BookGuide
    /// Statements that stand before everything else.
    public var safety: [String]
    /// Citation of each reference key.
    public var bibliography: [String: Citation]
    /// Keys that foods, studies and statements refer to, beside those of the model's numbers.
    public var otherReferences: Set<String>
    /// Addresses of what each species is, by identifier.
    public var identities: [String: [String]]
    /// Results of the guide's figures, by position; a figure without one is left out.
    public var figureResults: [Int: StudyResult]
    /// Of each course that numbers were ranked by; the first is the one most asked about.
    public var shares: [UncertaintyShares]
    /// Empty where the studies were not simulated.
    public var scores: [StudyScore]
    public var version: String

    public init(
        _ model: Model, guide: ReportGuide = ReportGuide(), book: BookGuide = BookGuide(), safety: [String] = [],
        bibliography: [String: Citation] = [:], otherReferences: Set<String> = [], identities: [String: [String]] = [:],
        figureResults: [Int: StudyResult] = [:], shares: [UncertaintyShares] = [], scores: [StudyScore] = [],
        version: String
    ) {
        self.model = model
        self.guide = guide
        self.book = book
        self.safety = safety
        self.bibliography = bibliography
        self.otherReferences = otherReferences
        self.identities = identities
        self.figureResults = figureResults
        self.shares = shares
        self.scores = scores
        self.version = version
    }

    /// The whole page; equal books give equal bytes.
    ///
    /// - Parameter bundle: the chart library, spliced in once with its licence.
    public func html(bundle: VegaBundle) -> String {
        let chapters = BookChapter.all(of: self)
        let figures = BookPictures(self)
        let pages = [
            headSection, assumptionsSection, PageFrame.limits(guide), outputsSection,
            chapters.map { $0.markup(figures) }.joined(), validationSection, worksSection,
        ]
        let body: Markup = """
            \(PageFrame.safety(safety))
            \(contents(chapters))
            <div class="pages">
            \(pages.joined())
            </div>
            """
        return PageFrame(
            title: title, version: version, style: BookStyle.text, body: body, charts: figures.charts
        ).html(bundle: bundle)
    }

    var title: String { "\(model.name): the model book" }

    /// Numbers with a source, assumed ones first.
    var entries: [ParameterEntry] { ParameterEntry.sourced(in: [model]) }
}
