import Modeling

/// The vitamin K cycle of liver, vessel wall and bone.
struct Cycles {
    let liver, vessel, bone: VitaminKCycle

    /// - Parameters:
    ///   - hepaticGla: residues of the clotting proteins that the liver makes in an hour [nmol/h].
    ///   - inhibition: of VKOR by warfarin, 0 to 1 [1].
    init(
        in builder: ModelBuilder, phylloquinone k1: VitamerDistribution, menaquinone4 mk4: VitamerDistribution,
        menaquinone7 mk7: VitamerDistribution, hepaticGla: Expression, inhibition: Expression
    ) {
        let scope = builder.scope("cycle", grade: .supported, "the vitamin K cycle in three tissues")
        let liverScope = scope.scope("liver", grade: .established, "the cycle in the liver")
        let liverPool = TissueCofactors.liver(in: liverScope).pool(
            in: liverScope, phylloquinone: (k1.liver, k1.hepaticUptake), menaquinone4: (mk4.liver, mk4.hepaticUptake),
            menaquinone7: (mk7.liver, mk7.hepaticUptake))
        liver = VitaminKCycle(
            in: liverScope, pool: liverPool, carboxylase: .liver(in: liverScope, capacity: hepaticGla),
            rates: .liver(in: liverScope), inhibition: inhibition)

        let vesselScope = scope.scope("vessel", "the cycle in the vessel wall")
        let vesselPool = TissueCofactors.vessel(in: vesselScope).pool(
            in: vesselScope, phylloquinone: (k1.vessel.amount, k1.vessel.uptake),
            menaquinone4: (mk4.vessel.amount, mk4.vessel.uptake), menaquinone7: (mk7.vessel.amount, mk7.vessel.uptake))
        vessel = VitaminKCycle(
            in: vesselScope, pool: vesselPool, carboxylase: .vessel(in: vesselScope),
            rates: .extrahepatic(in: vesselScope), inhibition: inhibition)

        let boneScope = scope.scope("bone", "the cycle in bone")
        let bonePool = TissueCofactors.bone(in: boneScope).pool(
            in: boneScope, phylloquinone: (k1.bone.amount, k1.bone.uptake),
            menaquinone4: (mk4.bone.amount, mk4.bone.uptake),
            menaquinone7: (mk7.bone.amount, mk7.bone.uptake))
        bone = VitaminKCycle(
            in: boneScope, pool: bonePool, carboxylase: .bone(in: boneScope), rates: .extrahepatic(in: boneScope),
            inhibition: inhibition)
    }
}
