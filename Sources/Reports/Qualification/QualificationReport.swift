import Studies

/// The assessment of a model as one page that opens offline: what it is for, predicted against observed, residuals, what the fit leaves open,
/// and what studies say of an effect that may be none.
public struct QualificationReport: Sendable {
    public var title: String
    public var guide: ReportGuide
    public var qualification: QualificationGuide
    public var safety: [String]
    /// Every study that was compared, in order.
    public var studies: [ObservedStudy]
    /// The words of a person's fields, for the studies' people.
    public var vocabulary: ScenarioVocabulary
    public var scores: [StudyScore]
    public var evidence: FitEvidence
    public var bibliography: [String: Citation]
    public var version: String

    public init(
        title: String, guide: ReportGuide = ReportGuide(), qualification: QualificationGuide = QualificationGuide(),
        safety: [String] = [], studies: [ObservedStudy] = [], vocabulary: ScenarioVocabulary, scores: [StudyScore] = [],
        evidence: FitEvidence = FitEvidence(), bibliography: [String: Citation] = [:], version: String
    ) {
        self.title = title
        self.guide = guide
        self.qualification = qualification
        self.safety = safety
        self.studies = studies
        self.vocabulary = vocabulary
        self.scores = scores
        self.evidence = evidence
        self.bibliography = bibliography
        self.version = version
    }

    /// The whole page; equal reports give equal bytes.
    ///
    /// - Parameter bundle: the chart library, spliced in once with its licence.
    public func html(bundle: VegaBundle) -> String {
        let sections = [
            PageFrame.safety(safety), headSection, assessmentSection, comparisonSection, studiesSection,
            posteriorSection,
            profilesSection, nullSection, PageFrame.limits(guide),
        ]
        return PageFrame(title: title, version: version, body: sections.joined(), charts: charts).html(bundle: bundle)
    }

    var charts: [Chart] {
        [predictedChart, residualChart, quantileChart].compactMap(\.self) + profileCharts
            + [nullChart].compactMap(\.self)
    }

    private var headSection: Markup {
        """
        <header>
        <h1>\(title)</h1>
        <div class="answer"><p>\(ScoreListing(scores).verdict)</p><p>Calibration studies were fitted to; validation studies never were.</p></div>
        <nav aria-label="Contents"><a href="#assessment">Assessment</a> <a href="#comparison">Predicted and observed</a> \
        <a href="#studies">Studies</a> <a href="#posterior">Posterior</a> <a href="#profiles">Profiles</a> \
        <a href="#null">An effect that may be none</a> <a href="#limits">What it cannot say</a></nav>
        </header>
        """
    }

    /// A figure with what to see in it.
    func figure(_ chart: Chart?, _ heading: String, _ caption: String) -> Markup {
        guard let chart else { return "" }
        return """
            <figure class="panel">
            <figcaption><h3>\(heading)</h3></figcaption>
            <p class="quiet">\(caption)</p>
            \(PageFrame.place(chart))
            </figure>
            """
    }

    /// Text to three significant digits; a dash for nothing.
    func text(_ value: Double?) -> String { value.map { NumberText.value($0) } ?? NumberText.missing }
}
