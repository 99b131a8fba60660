import Modeling

/// One vitamer from the meal to the blood: gut, enterocyte, lymph.
///
/// Of a dose the share `F(fat)` is taken up, the rest is counted as faecal at once:
///
///     F(fat) = Fmin + (Fmax − Fmin) · fatⁿ / (fat50ⁿ + fatⁿ)
///
/// Three steps of equal rate follow (uptake, chylomicron packing, lymph drainage), whose mean is 3 / k.
/// Diet arrives evenly with its own absorbed share, since the food matrix holds the vitamin.
struct OralAbsorption: Component {
    /// Amounts on their way to the blood [nmol].
    let gut: Expression
    let enterocyte: Expression
    let lymph: Expression
    /// Running total of what was never absorbed [nmol].
    let faeces: Expression

    /// - Parameters:
    ///   - diet: intake with food [µg/d].
    ///   - plasma: state that lymph drains into [nmol].
    init(in scope: Scope, of vitamer: VitamerAbsorption, diet: Expression, into plasma: Expression) {
        gut = scope.state("gut", .nanomole, typical: 1, "absorbable amount in the gut")
        enterocyte = scope.state("enterocyte", .nanomole, typical: 1, "amount in the gut wall")
        lymph = scope.state("lymph", .nanomole, typical: 1, "amount in chylomicrons of the lymph")
        faeces = scope.state("faeces", .nanomole, typical: 1000, pinned: true, "total never absorbed since the start")
        let standing = scope.input("standing", 0, .milligramPerHour, "steady average intake by standing doses, for the balanced start")

        let transit = vitamer.transit
        scope.flow("uptake", from: gut, to: enterocyte, rate: transit * gut, "into the gut wall")
        scope.flow("packing", from: enterocyte, to: lymph, rate: transit * enterocyte, "packing into chylomicrons")
        scope.flow("lymphDrainage", from: lymph, to: plasma, rate: transit * lymph, "lymph into the blood")

        let eaten = vitamer.nanomoles(ofMass: diet, in: .microgramPerDay, per: .hour)
        scope.flow("dietAbsorbed", from: nil, to: gut, rate: vitamer.dietAbsorbed * eaten, "absorbable part of the diet")
        scope.flow("dietLost", from: nil, to: faeces, rate: (1 - vitamer.dietAbsorbed) * eaten, "rest of the diet")

        let taken = vitamer.nanomoles(ofMass: standing, in: .milligramPerHour, per: .hour)
        let usualShare = vitamer.absorbedShare(withFat: vitamer.usualFat)
        scope.flow("standingAbsorbed", from: nil, to: gut, rate: usualShare * taken, "absorbable part of standing doses")
        scope.flow("standingLost", from: nil, to: faeces, rate: (1 - usualShare) * taken, "rest of standing doses")

        let (gut, faeces) = (gut, faeces)
        scope.doseInput("oral", .milligram, attributes: [(name: "fat", unit: .gram, value: 30)], "a dose by mouth with a meal") {
            dose, attributes in
            let amount = vitamer.nanomoles(ofMass: dose, in: .milligram)
            let share = vitamer.absorbedShare(withFat: attributes[0])
            return [(state: gut, value: gut + share * amount), (state: faeces, value: faeces + (1 - share) * amount)]
        }
    }
}
