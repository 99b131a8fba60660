import Claims

/// A verdict and the scores behind it as a reader meets them.
struct VerdictWords: Sendable {
    let verdict: Verdict

    /// One sign a verdict, so that it reads without colour.
    var sign: String {
        switch verdict {
        case .supported: "✓"
        case .partlySupported: "◐"
        case .notSupported: "○"
        case .contradicted: "✗"
        case .untestable: "?"
        }
    }

    var title: String { verdict.rawValue.firstCapital }

    /// What the verdict means, as a clause.
    var meaning: String {
        switch verdict {
        case .supported: "studies in people or plain numbers show it"
        case .partlySupported: "a part of it, or with low certainty"
        case .notSupported: "nothing that counts shows it, which does not prove it wrong"
        case .contradicted: "studies, numbers or a known harm show that it is wrong"
        case .untestable: "nothing at hand can test it"
        }
    }

    /// On a scale of 1 (contradicted) to 5 (supported); `nil` where there is no rating.
    var rating: Int? {
        switch verdict {
        case .supported: 5
        case .partlySupported: 4
        case .notSupported: 2
        case .contradicted: 1
        case .untestable: nil
        }
    }

    private var style: String { "verdict-\(verdict)" }

    var badge: Markup {
        "<span class=\"verdict \(style)\" title=\"\(title): \(meaning)\"><span aria-hidden=\"true\">\(sign)</span> \(title)</span>"
    }

    static var legend: Markup {
        let items = ClaimsReport.order.map { verdict -> Markup in
            let words = VerdictWords(verdict: verdict)
            return "<li>\(words.badge) \(words.meaning)</li>"
        }
        return "<ul class=\"grades\">\(items.joined())</ul>"
    }
}

extension ClaimResult {
    /// Certainty of the evidence in people, in a few words.
    var certaintyText: String {
        certainty == .none ? "Studies in people: none that counts" : "Studies in people: \(certainty) certainty"
    }

    /// Plausibility in the model, in a few words; `nil` where it was not asked.
    var plausibilityText: String? {
        plausibility.map { plausibility in
            guard let lower = plausibility.shareLower, let upper = plausibility.shareUpper,
                let share = plausibility.share
            else { return "In the model: not simulated" }
            let words = DifferenceWords.insideSentence(plausibility.words)
            return
                "In the model: \(words) (\(NumberText.percent(share)) of draws, \(NumberText.percent(lower)) to \(NumberText.percent(upper)))"
        }
    }
}
