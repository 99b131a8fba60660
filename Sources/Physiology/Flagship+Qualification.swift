import Studies

extension Flagship {
    public var qualification: QualificationGuide {
        QualificationGuide(uses: Self.uses, credibility: Self.credibility, unidentified: Self.unidentified)
    }

    private static let uses = [
        QualificationGuide.Use(
            question: "How much of each vitamer is in the blood after a dose, and for how long?",
            context: "Planning of doses, meals and sampling times of a study in adults, beside published kinetics.",
            influence: .medium, influenceReason: "published concentrations of the same vitamer stand beside it",
            consequence: .low,
            consequenceReason: "a badly placed sample costs a sample; doses stay within those given before",
            criteria:
                "Areas, peaks and half-lives within two standard errors of each study's mean, or the miss explained.",
            studies: ["PK"],
            outcome: "Usable for K1, MK-4 and MK-7 by mouth. On the skin there are no human data, and it is not."),
        QualificationGuide.Use(
            question: "What does a dose do to dp-ucMGP, ucOC and the INR?",
            context: "Choice of doses and of group sizes of a trial with these markers as outcome.",
            influence: .high, influenceReason: "the choice may rest on the simulated response alone",
            consequence: .medium,
            consequenceReason: "a trial may be too small; with warfarin a prescriber must be asked in any case",
            criteria:
                "Changes against control within two standard errors in calibration and validation, direction right throughout.",
            studies: ["BM", "WF", "VAL-Koitaya", "VAL-Nakamura", "VAL-Aoun", "VAL-Binkley", "VAL-KING"],
            outcome: "Usable for groups, not for one person: between-person spread is assumed, not fitted."),
        QualificationGuide.Use(
            question: "Does vitamin K slow calcification or stiffening of arteries in people?",
            context: "Weighing of claims beside trials, whose certainty is graded apart; the model never raises it.",
            influence: .low, influenceReason: "trials decide; the model shows what they leave open",
            consequence: .high, consequenceReason: "someone may trust vitamin K in place of treatment",
            criteria:
                "The effect is centred on none, its posterior holds every trial's interval, and no claim rests on it.",
            studies: ["EF1", "VAL-Valkyrie", "VAL-VitaVasK", "VAL-ViKCoVaC", "VAL-Ikari", "VAL-K4Kidneys"],
            outcome: "Not usable to predict a benefit. Usable to show how large an effect the trials still allow."),
    ]

    private static let credibility: [(factor: String, evidence: String)] = [
        (
            "Code verification",
            "The reference interpreter, bytecode and machine code agree; solvers are compared with closed "
                + "solutions, observed order of convergence and the SBML Test Suite."
        ),
        (
            "Calculation verification",
            "Fits run thirty times tighter than studies. Against every dose simulated, outputs of each arm of the example keep within 0.1 %; "
                + "at a study's tolerance the vitamin's epoxide errs by up to 3 % where it is least."
        ),
        ("Model form", "One component an organ system, each with its grade; the model book lists every assumption."),
        (
            "Model inputs",
            "Every number has a source, a derivation that is recomputed, a fit, or a stated assumption; units are checked."
        ),
        (
            "Comparator",
            "Studies in people with their own age, dose, meal and duration; use as calibration or validation was fixed before any fit."
        ),
        (
            "Output comparison",
            "z against the standard error of the mean or contrast, 90 % ranges over the posterior and the people's spread."
        ),
        (
            "Applicability",
            "Adults of 40 to 80 years; doses and vitamers beyond those of the studies are marked as extrapolated."
        ),
        (
            "Uncertainty",
            "The fitted numbers are drawn together from their posterior; all others from their stated spreads."
        ),
    ]

    private static let unidentified = [
        "The effect per unit of active MGP and the rise of active MGP in the wall enter only as a product; no trial took the wall's MGP.",
        "How much of the effect goes through the cells of the wall, and how much through the deposits: trials scanned twice.",
        "Whether the coronary arteries and the valve differ: the shared effect and each bed's deviation trade against each other.",
        "Whether MK-4 acts as MK-7 or K1 do: no controlled trial of MK-4 measured calcification.",
        "Effects of decades: the longest trial took three years.",
        "Coronary and valve contrasts of AVADEC come from the same men; their correlation is not published and counts as none, which makes the "
            + "posterior a little too narrow.",
    ]
}
