import Modeling

/// One vitamer from the meal to the blood: stomach, bile micelles, gut wall, lymph.
///
/// Of a dose the share `F(fat)` enters bile micelles, the rest is counted as faecal at once:
///
///     F(fat) = Fmin + (Fmax − Fmin) · fatⁿ / (fat50ⁿ + fatⁿ)
///
/// Five steps follow (stomach, micelles, packing into chylomicrons, lymph of the gut, thoracic duct). All have the rate k,
/// but packing is k times the packing of ``GutFat``, and cells of the gut wall are shed with what they still hold. Three
/// steps give a peak of the observed width an hour and a half too early (PK2).
/// Diet arrives evenly with its own absorbed share, since the food matrix holds the vitamin.
struct OralAbsorption: Component {
    /// Amounts on their way to the blood [nmol].
    let stomach: Expression
    let micelles: Expression
    let enterocyte: Expression
    let lymph: Expression
    let thoracicDuct: Expression
    /// Running total of what was never absorbed [nmol].
    let faeces: Expression

    /// Amount on its way [nmol].
    var underway: Expression { .sum([stomach, micelles, enterocyte, lymph, thoracicDuct]) }

    /// - Parameters:
    ///   - diet: intake with food [µg/d].
    ///   - fat: of meals in the gut.
    ///   - blood: state that lymph drains into, the triglyceride-rich lipoproteins [nmol].
    init(in scope: Scope, of vitamer: VitamerAbsorption, diet: Expression, fat: GutFat, into blood: Expression) {
        stomach = scope.state("stomach", .nanomole, typical: 1, "absorbable amount in the stomach")
        micelles = scope.state("micelles", .nanomole, typical: 1, "amount in bile micelles of the gut")
        enterocyte = scope.state("enterocyte", .nanomole, typical: 1, "amount in the gut wall")
        lymph = scope.state("lymph", .nanomole, typical: 1, "amount in chylomicrons of the gut's lymph")
        thoracicDuct = scope.state("thoracicDuct", .nanomole, typical: 1, "amount in chylomicrons of the thoracic duct")
        faeces = scope.state("faeces", .nanomole, typical: 1000, pinned: true, "total never absorbed since the start")
        let standing = scope.input(
            "standing", 0, .milligramPerHour, "steady average intake by standing doses, for the balanced start")

        let transit = vitamer.transit
        scope.flow("emptying", from: stomach, to: micelles, rate: transit * stomach, "out of the stomach")
        scope.flow("uptake", from: micelles, to: enterocyte, rate: transit * micelles, "into the gut wall")
        scope.flow(
            "packing", from: enterocyte, to: lymph, rate: transit * fat.packing * enterocyte,
            "packing into chylomicrons")
        scope.flow(
            "shedding", from: enterocyte, to: faeces, rate: enterocyte / vitamer.enterocyteLife, "shed with gut cells")
        scope.flow(
            "lymphFlow", from: lymph, to: thoracicDuct, rate: transit * lymph, "lymph of the gut into the thoracic duct"
        )
        scope.flow(
            "lymphDrainage", from: thoracicDuct, to: blood, rate: transit * thoracicDuct, "lymph into the blood")

        let eaten = vitamer.nanomoles(ofMass: diet, in: .microgramPerDay, per: .hour)
        scope.flow(
            "dietAbsorbed", from: nil, to: stomach, rate: vitamer.dietShare * eaten, "absorbable part of the diet")
        scope.flow("dietLost", from: nil, to: faeces, rate: (1 - vitamer.dietShare) * eaten, "rest of the diet")

        let taken = vitamer.nanomoles(ofMass: standing, in: .milligramPerHour, per: .hour)
        let usualShare = vitamer.absorbedShare(withFat: vitamer.usualFat)
        scope.flow(
            "standingAbsorbed", from: nil, to: stomach, rate: usualShare * taken, "absorbable part of standing doses")
        scope.flow("standingLost", from: nil, to: faeces, rate: (1 - usualShare) * taken, "rest of standing doses")
        declareDose(in: scope, of: vitamer, fat: fat)
    }

    /// A dose with its meal: the gut then holds at least the meal's fat, so that two doses of one meal count it once.
    private func declareDose(in scope: Scope, of vitamer: VitamerAbsorption, fat: GutFat) {
        scope.doseInput(
            "oral", .milligram, attributes: [(name: "fat", unit: .gram, value: 30)], "a dose by mouth with a meal"
        ) { dose, attributes in
            let amount = vitamer.nanomoles(ofMass: dose, in: .milligram)
            let share = vitamer.absorbedShare(withFat: attributes[0])
            return [
                (state: stomach, value: stomach + share * amount),
                (state: faeces, value: faeces + (1 - share) * amount),
                (state: fat.amount, value: maximum(fat.amount, attributes[0])),
            ]
        }
    }
}
