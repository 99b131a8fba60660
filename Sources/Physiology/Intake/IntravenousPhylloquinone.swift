import Modeling

/// Phylloquinone into a vein: the whole dose is in plasma at once.
struct IntravenousPhylloquinone: Component {
    init(in scope: Scope, of vitamer: Vitamer) {
        let plasma = vitamer.body.plasma
        scope.doseInput("intravenous", .milligram, "a dose into a vein") { dose, _ in
            [(state: plasma, value: plasma + vitamer.absorption.nanomoles(ofMass: dose, in: .milligram))]
        }
    }
}
