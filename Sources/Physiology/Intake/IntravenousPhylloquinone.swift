import Modeling

/// Phylloquinone into a vein: solubilised, it joins the triglyceride-rich lipoproteins at once.
struct IntravenousPhylloquinone: Component {
    init(in scope: Scope, of vitamer: Vitamer) {
        let plasma = vitamer.body.lipoproteins.triglycerideRich
        scope.doseInput("intravenous", .milligram, "a dose into a vein") { dose, _ in
            [(state: plasma, value: plasma + vitamer.absorption.nanomoles(ofMass: dose, in: .milligram))]
        }
    }
}
