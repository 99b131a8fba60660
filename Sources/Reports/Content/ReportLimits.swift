/// What readers must not take from a report.
public enum ReportLimits {
    /// True of any study.
    public static let general = [
        "What will happen to you. The bands come from the uncertainty of the model's numbers: a range for people like"
            + " this, not a forecast.",
        "Whether a mechanism is real. A simulation shows what follows if the model is right; it never adds to the"
            + " evidence that it is.",
        "Anything outside the range it was built for. The numbers come from studies in adults; the model is meant for"
            + " ages 40 to 80.",
    ]

    /// True of the vitamin K, calcium and artery model.
    public static let vascular =
        general + [
            "Whether a treatment prevents heart attacks, strokes or deaths. Risk is shown for the start only, never as"
                + " a difference between courses of action.",
            "How much active matrix Gla protein there is in the vessel wall. The blood marker dp-ucMGP follows vitamin K"
                + " status; a fall in it does not show less calcium in arteries.",
            "Whether vitamin K removes calcium from human arteries. Trials disagree or found no clear effect, and the"
                + " model may answer with zero.",
            "What vitamin K on the skin does in people. No study has measured it; the values rest on pig skin and wide"
                + " assumptions.",
            "Whether narrowing is present in an artery. A calcium score never narrows a vessel in this model, and"
                + " resting blood flow is regulated by the body.",
            "Anything about calcium in brain, kidney or soft tissue, or about tiredness: they are not modelled.",
            "Whether hair is lost because of calcium. That is a hypothesis; its effect is centred on zero.",
        ]
}
