import Modeling

/// What a gram of tissue holds, after the post-mortem levels of Thijssen & Drittij-Reijnders 1996.
///
/// The liver's level follows from kinetics alone. Heart and pancreas have no state of their own: they stand to the tissue
/// they exchange with as they were found to, at the plasma level that usual diets give.
///
///     level = measured · (amount in tissue ÷ its apparent volume) ÷ usual plasma level
struct TissueLevels: Component {
    /// Phylloquinone [pmol/g].
    let liver: Expression
    let heart: Expression
    let pancreas: Expression
    /// Menaquinone-4 in brain and kidney, where K1 is turned into it [pmol/g].
    let menaquinone4: Expression
    /// Phylloquinone in fat [nmol/kg].
    let fat: Expression

    init(in scope: Scope, phylloquinone: Vitamer, menaquinone4: Vitamer, person: Person) {
        let liverMass = scope.parameter(
            "liverMass", 1.8, .kilogram, .assumed(because: "an adult's liver; remembered from reference anatomy"),
            spread: .logNormal(coefficientOfVariation: 0.2), "mass of the liver")
        let holdingMass = scope.parameter(
            "menaquinone4Mass", 1.9, .kilogram,
            .assumed(because: "brain, kidneys and pancreas, which hold MK-4 (Thijssen 1996); masses remembered"),
            spread: .logNormal(coefficientOfVariation: 0.3), "mass of the tissue that holds MK-4 made from K1")
        let usualPlasma = scope.parameter(
            "usualPlasma", 1, .nanomolePerLitre,
            .assumed(
                because: "fasting adults have 0.17 to 0.68 ng/mL; those measured after death have no plasma level"),
            spread: .logNormal(coefficientOfVariation: 0.4), "K1 in plasma of the people whose tissues were measured")
        let heartLevel = scope.parameter(
            "heart", 9.3, .picomolePerGram, .published(.thijssen1996, at: "abstract: median of heart"),
            spread: .logNormal(coefficientOfVariation: 0.5), "K1 measured in the heart")
        let pancreasLevel = scope.parameter(
            "pancreas", 28.4, .picomolePerGram, .published(.thijssen1996, at: "abstract: median of pancreas"),
            spread: .logNormal(coefficientOfVariation: 0.5), "K1 measured in the pancreas")

        let k1 = phylloquinone.body
        let kinetics = phylloquinone.kinetics
        let inWall = k1.vessel.amount / kinetics.vesselVolume / usualPlasma
        let inOther = k1.other.amount / kinetics.otherVolume / usualPlasma
        liver = (k1.liver / liverMass).converted(from: .nanomolePerKilogram, to: .picomolePerGram)
        heart = heartLevel * inWall
        pancreas = pancreasLevel * inOther
        self.menaquinone4 = (menaquinone4.body.other.amount / holdingMass).converted(
            from: .nanomolePerKilogram, to: .picomolePerGram)
        fat = k1.adipose / person.fatMass
    }
}
