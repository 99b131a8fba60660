extension Flagship {
    static let circulationFigures = [
        figure(
            "Stiffness by age", in: "circulation", as: .response,
            "At the same pressure of 130 over 80 mmHg.",
            outputs: ["cfPWV"], over: "1 day", axis: "age [y]",
            arms(["40", "50", "60", "70", "80"]) { "person: {age: \($0) years}" }),
        figure(
            "Oxygen by haemoglobin", in: "circulation.oxygen", as: .response,
            "At rest: less haemoglobin carries less, and tissue takes a larger part of it.",
            outputs: ["oxygenContent", "oxygenDelivery", "oxygenExtraction"], over: "1 day", axis: "haemoglobin [g/dL]",
            arms(["8", "11", "14.5", "17"]) { "person: {haemoglobin: \($0) g/dL}" }),
        figure(
            "Stiffness moves pressure apart", in: "circulation.pressure",
            "Twenty years from the age of 50: as the aorta stiffens systolic and pulse pressure rise and diastolic falls; whether mean pressure follows is contested.",
            outputs: ["SBP", "DBP", "pulsePressure", "MAP"], over: "20 years",
            [
                ("from 50", "person: {age: 50 years}")
            ]),
        figure(
            "Flow holds against pressure", in: "circulation.flow", as: .response,
            "At rest by pressure: each region narrows its vessels as pressure rises, so that flow holds; that of the heart follows its work.",
            outputs: ["flow.heart", "flow.brain", "flow.kidneys", "flow.limb"], over: "1 day", axis: "pressure [mmHg]",
            [
                ("95/60", "person: {systolic pressure: 95 mmHg, diastolic pressure: 60 mmHg}"),
                ("115/75", "person: {systolic pressure: 115 mmHg, diastolic pressure: 75 mmHg}"),
                ("130/80", "person: {systolic pressure: 130 mmHg, diastolic pressure: 80 mmHg}"),
                ("160/95", "person: {systolic pressure: 160 mmHg, diastolic pressure: 95 mmHg}"),
                ("190/110", "person: {systolic pressure: 190 mmHg, diastolic pressure: 110 mmHg}"),
            ]),
        figure(
            "Flow in want of oxygen", in: "circulation.flow", as: .response,
            "At rest by haemoglobin: the heart and the brain take more blood where it carries less.",
            outputs: ["flow.heart", "flow.brain", "oxygenDelivery.heart", "oxygenDelivery.brain"], over: "1 day",
            axis: "haemoglobin [g/dL]",
            arms(["8", "11", "14.5", "17"]) { "person: {haemoglobin: \($0) g/dL}" }),
    ]

    static let restFigures = [
        figure(
            "Hair", in: "hair",
            "Ten years with and without androgenetic alopecia.",
            outputs: ["hairDensity"], over: "10 years",
            [
                ("without", "person: {alopecia: no}"),
                ("with", "person: {alopecia: yes}"),
            ]),
        figure(
            "Risk by the score at the start", in: "risk", as: .response,
            "It does not move with what is taken.",
            outputs: ["risk10y"], over: "1 day", axis: "score at the start [AU]",
            arms(["0", "50", "200", "600"]) { "person: {CAC: \($0) AU}" }),
    ]
}
