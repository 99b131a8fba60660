/// What readers must not take from a report of any model.
enum ReportLimits {
    static let general = [
        "What will happen to you. The bands come from the uncertainty of the model's numbers: a range for people like"
            + " this, not a forecast.",
        "Whether a mechanism is real. A simulation shows what follows if the model is right; it never adds to the"
            + " evidence that it is.",
        "Anything outside the range that the numbers come from.",
    ]
}
