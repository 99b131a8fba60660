import Modeling

/// Phylloquinone becomes menaquinone-4 in vessel wall, bone and other tissue, mole for mole.
///
///     rate = k · A(K1)
struct MenaquinoneFormation: Component {
    /// Running total of K1 turned into MK-4 [nmol].
    let converted: Expression

    init(in scope: Scope, phylloquinone: VitamerDistribution, menaquinone4: VitamerDistribution) {
        let rate = scope.parameter(
            "rate", 0.005, .perHour,
            .assumed(
                because: "the enzyme is known, its human rate is not; about a tenth of absorbed K1 takes this way"),
            spread: .logNormal(coefficientOfVariation: 0.7), grade: .supported, "conversion of K1 into MK-4 in tissue")
        let inVessel = scope.flow(
            "inVessel", from: phylloquinone.vessel.amount, to: menaquinone4.vessel.amount,
            rate: rate * phylloquinone.vessel.amount, "K1 to MK-4 in the vessel wall")
        let inBone = scope.flow(
            "inBone", from: phylloquinone.bone.amount, to: menaquinone4.bone.amount,
            rate: rate * phylloquinone.bone.amount, "K1 to MK-4 in bone")
        let inOther = scope.flow(
            "inOther", from: phylloquinone.other.amount, to: menaquinone4.other.amount,
            rate: rate * phylloquinone.other.amount, "K1 to MK-4 in other tissue")
        converted = scope.state(
            "converted", .nanomole, typical: 1000, pinned: true, "total K1 turned into MK-4 since the start")
        scope.rate(of: converted, inVessel + inBone + inOther)
    }
}
