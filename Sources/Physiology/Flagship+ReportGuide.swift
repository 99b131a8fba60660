import Studies

extension Flagship {
    public var guide: ReportGuide {
        ReportGuide(
            topics: Self.vitaminTopics + Self.arteryTopics, courseGroups: Self.courseGroups, limits: Self.limits)
    }

    private static let vitaminTopics: [ReportTopic] = [
        ReportTopic(
            "Vitamin K status", outputs: ["dpucMGP", "ucOC"],
            meaning:
                "Proteins in the blood that vitamin K has not finished; high where it is short. A fall does not show less calcium",
            telling: .change, columnTitle: "dp-ucMGP"),
        ReportTopic(
            "Vitamin K in the blood", outputs: ["plasma.mk4", "plasma.k1"],
            meaning: "What circulates at that moment, between doses"),
        ReportTopic(
            "Stores in fat", outputs: ["adipose.mk4"], meaning: "A slow pool; more in fat is not more in the blood"),
        ReportTopic(
            "Clotting", outputs: ["INR"], meaning: "About 1 without warfarin, which is meant to hold it at 2 to 3",
            columnTitle: "INR"),
    ]

    private static let arteryTopics: [ReportTopic] = [
        ReportTopic(
            "Calcium in arteries", outputs: ["CAC"],
            meaning: "The calcium score of the heart's arteries, by computed tomography",
            telling: .course, columnTitle: "CAC"),
        ReportTopic(
            "Stiffness", outputs: ["cfPWV"], meaning: "How fast the pulse runs along the aorta; faster is stiffer",
            telling: .together,
            columnTitle: "cfPWV"),
        ReportTopic("Pressure", outputs: ["SBP", "DBP"], telling: .together, columnTitle: "SBP"),
        ReportTopic(
            "Flow", outputs: ["flow.heart", "flow.brain", "flow.pelvis", "flow.limb", "flow.scalp"],
            meaning: "Blood at rest, which the body holds steady", telling: .together),
        ReportTopic("Oxygen", outputs: ["oxygenDelivery"], meaning: "Carried to the whole body", telling: .together),
        ReportTopic(
            "Hair", outputs: ["hairDensity"], meaning: "Share of full density; its link to calcium is a hypothesis",
            telling: .together),
        ReportTopic(
            "Risk at the start", outputs: ["risk10y"],
            meaning:
                "Of a heart attack, stroke or the like within ten years, by the calcium score at the start. What is taken does not enter",
            isOfTheStart: true),
    ]

    private static let courseGroups = [
        CourseGroup(
            "By mouth", doseInputs: ["vitaminK.k1.oral", "vitaminK.mk4.oral", "vitaminK.mk7.oral"], output: "dpucMGP"),
        CourseGroup("On the skin", doseInputs: [topical], output: "dpucMGP", caution: "never measured in people"),
        CourseGroup(
            "On warfarin", doseInputs: [warfarinOral], output: "INR",
            meaningOfFall: "that vitamin K undoes warfarin is established, only the size is the model's; "
                + "a falling INR means lost protection from clots"),
    ]

    /// What this model in particular cannot say.
    private static let limits = [
        "Anything about children, the young or the very old. The model is meant for adults from 40 to 80.",
        "Whether a treatment prevents heart attacks, strokes or deaths. Risk is shown for the start only, never as a difference between "
            + "courses of action.",
        "What MK-4 does to dp-ucMGP and to the vessel wall in people. No study in people has measured it; both are extrapolated from K1 and MK-7.",
        "How much active matrix Gla protein there is in the vessel wall. The blood marker dp-ucMGP follows vitamin K status; a fall in it "
            + "does not show less calcium in arteries.",
        "Whether vitamin K removes calcium from human arteries. Trials disagree or found no clear effect, and the model may answer with zero.",
        "What vitamin K on the skin does in people. No study in people has measured it; the values rest on pig skin and wide assumptions.",
        "Whether narrowing is present in an artery. A calcium score never narrows a vessel in this model, and resting blood flow is regulated "
            + "by the body.",
        "Anything about calcium in brain, kidney or soft tissue, or about fatigue: they are not modelled.",
        "What a lack of vitamin D does to calcium in the blood. Parathyroid hormone rises as it should, but nothing here makes bone without "
            + "vitamin D obey it less, so that calcium rises a little; in people it stays or falls. Vitamin D by mouth takes that little away again.",
        "Whether women and men differ anywhere but in new coronary calcium, its growth and the usual calcium of the aorta. How much they differ there is "
            + "assumed within what cohorts allow.",
        "How much calcium failing kidneys lose. The published equations keep the loss at usual calcium the same whatever is filtered, and raise "
            + "it as calcitriol falls; in people it falls early. Calcium in urine below an eGFR of 60 mL/min is not to be relied on.",
        "How much blood reaches failing kidneys. Their flow follows filtration at one filtration fraction, which in people falls with the disease; "
            + "flow is understated.",
        "Whether vitamin K in high doses leaves clotting untouched in everyone. It does in the model's people on a usual diet; on a diet almost "
            + "without vitamin K many of them start above an INR of 1.05, which 45 mg of MK-4 then brings down.",
        "What more phosphorus in food does to calcium in blood: in the model it rises a little, in people it stays or falls.",
        "Whether stress hormones drive calcium into arteries, or hair is lost because of calcium. Both are hypotheses; their effects are "
            + "centred on zero.",
    ]
}
