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
            impact: .low,
            impactReason: "sampling times are chosen by published curves today; the model interpolates them",
            appropriateness:
                "Absorption depends on the meal and vitamers differ by the carrier; a curve alone does not carry over.",
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
            impact: .medium, impactReason: "dose-finding trials would be asked otherwise",
            appropriateness:
                "The cycle of vitamin K and the turnover of its proteins are known; the model carries them between doses and forms.",
            criteria:
                "Changes against control within two standard errors in calibration and validation, direction right throughout.",
            studies: [
                "BM", "WF", "VAL-Koitaya", "VAL-Nakamura", "VAL-Aoun", "VAL-Binkley", "VAL-KING", "VAL-Kurnatowska",
                "VAL-Diaz",
            ],
            outcome: "Usable for groups, not for one person: between-person spread is assumed, not fitted."),
        QualificationGuide.Use(
            question: "Does vitamin K slow calcification or stiffening of arteries in people?",
            context: "Weighing of claims beside trials, whose certainty is graded apart; the model never raises it.",
            influence: .low, influenceReason: "trials decide; the model shows what they leave open",
            consequence: .high, consequenceReason: "someone may trust vitamin K in place of treatment",
            impact: .low, impactReason: "nothing is decided otherwise than trials alone decide it",
            appropriateness:
                "Only to show what trials leave open: no experiment in people links active MGP to calcium by a number.",
            criteria:
                "The effect is centred on none, its posterior holds every trial's interval, and no claim rests on it.",
            studies: [
                "EF1", "NH", "RAT", "VAL-Valkyrie", "VAL-VitaVasK", "VAL-ViKCoVaC", "VAL-Ikari", "VAL-K4Kidneys",
            ],
            outcome: "Not usable to predict a benefit. Usable to show how large an effect the trials still allow."),
    ]

    private static let credibility:
        [(factor: String, goal: String, evidence: String, rating: QualificationGuide.Rating)] = [
            (
                "Software quality assurance", "Every change is built and tested on a clean machine.",
                "Public source, tests in debug and release, sanitizers, fuzzing of all files that are read.", .met
            ),
            (
                "Numerical code verification", "Agreement with independent solutions.",
                "The reference interpreter, bytecode and machine code agree; solvers are compared with closed solutions, observed order of "
                    + "convergence and the SBML Test Suite.", .met
            ),
            (
                "Discretization and solver error", "Below a tenth of what studies differ by.",
                "Fits run thirty times tighter than studies. At a study's tolerance outputs keep within 0.1 %, but for the vitamin's epoxide, which "
                    + "errs by up to 3 % where it is least.", .partly
            ),
            (
                "Use error", "A wrong input is refused, never run.",
                "Units, ranges and spelling of every field are checked, with file and line; manifests tell what was run.",
                .met
            ),
            (
                "Model form", "Each assumption is stated and graded.",
                "One component an organ system, each with its grade; the model book lists every assumption and what it decides.",
                .met
            ),
            (
                "Model inputs", "Every number has a source and a spread.",
                "Every number has a source, a derivation that is recomputed, a fit, or a stated assumption; many spreads are assumed.",
                .partly
            ),
            (
                "Comparator: test samples", "People like those the model is for.",
                "Published means of trials in adults; no data of single people, and often abstracts alone.", .partly
            ),
            (
                "Comparator: test conditions", "Doses and durations like those asked about.",
                "Up to 45 mg of MK-4 for a year, MK-7 and K1 for three; nothing on the skin, nothing over decades.",
                .partly
            ),
            (
                "Equivalency of inputs", "Each study with its own people, dose, meal and duration.",
                "One person of the study's means stands for its people, since their spread is seldom published.",
                .partly
            ),
            (
                "Output comparison", "Within two standard errors, or the cause is told.",
                "z against the standard error of the mean or contrast, 90 % ranges over the posterior and the people's spread.",
                .met
            ),
            (
                "Relevance of the quantities of interest", "What is compared is what is asked.",
                "Markers and concentrations are; calcium is scanned in few trials; flow, hair and events in none with vitamin K.",
                .partly
            ),
            (
                "Relevance to the context of use", "Studies cover the use.",
                "Adults of 40 to 80 years; doses and vitamers beyond those of the studies are marked as extrapolated.",
                .partly
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
