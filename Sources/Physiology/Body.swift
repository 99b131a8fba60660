import Modeling

/// The whole body: every organ system once, wired by hand so that the compiler sees each wire.
struct Body {
    let person: Person
    let start: CalcificationAtStart
    let phylloquinone, menaquinone4, menaquinone7: Vitamer
    let formation: MenaquinoneFormation
    let skin: any TopicalRoute
    let anticoagulant: any Anticoagulant
    let liverCycle, vesselCycle, boneCycle: VitaminKCycle
    let clotting: ClottingFactors
    let inr: InternationalNormalisedRatio
    let vesselMGP: VesselMatrixGlaProtein
    let plasmaMGP: PlasmaUncarboxylatedMGP
    let mineral: MineralMetabolism
    let osteocalcin: Osteocalcin
    let calcification: Calcification
    let circulation: Circulation
    let hair: ScalpHair
    let risk: BaselineRisk

    init(in builder: ModelBuilder, hasWarfarin: Bool, hasSkin: Bool) {
        let personScope = builder.scope("person", grade: .established, "the person")
        person = Person(in: personScope)
        start = CalcificationAtStart(in: personScope)
        let diet = Diet(in: builder.scope("diet", grade: .established, "what is eaten each day"))

        let vitaminK = builder.scope(
            "vitaminK", grade: .supported, "the three forms of vitamin K followed through the body")
        let k1Scope = vitaminK.scope("k1", grade: .established, "phylloquinone: absorption, distribution, elimination")
        phylloquinone = Vitamer(
            in: k1Scope, absorption: VitamerAbsorption.phylloquinone, kinetics: VitamerKinetics.phylloquinone,
            diet: diet.phylloquinone, person: person)
        _ = IntravenousPhylloquinone(in: k1Scope, of: phylloquinone)
        menaquinone4 = Vitamer(
            in: vitaminK.scope("mk4", "menaquinone-4: absorption, distribution, elimination"),
            absorption: VitamerAbsorption.menaquinone4, kinetics: VitamerKinetics.menaquinone4, diet: diet.menaquinone4,
            person: person)
        menaquinone7 = Vitamer(
            in: vitaminK.scope("mk7", "menaquinone-7: absorption, distribution, elimination"),
            absorption: VitamerAbsorption.menaquinone7, kinetics: VitamerKinetics.menaquinone7, diet: diet.menaquinone7,
            person: person)
        formation = MenaquinoneFormation(
            in: vitaminK.scope("formation", "K1 into MK-4 in tissue"), phylloquinone: phylloquinone.body,
            menaquinone4: menaquinone4.body)

        skin =
            hasSkin
            ? Skin(
                in: builder.scope("skin", grade: .speculative, "menaquinone-4 on the skin"), menaquinone4: menaquinone4)
            : NoSkin()
        anticoagulant =
            hasWarfarin
            ? Warfarin(in: builder.scope("warfarin", grade: .established, "warfarin by mouth and VKOR")) : NoWarfarin()

        let cycles = Cycles(
            in: builder, phylloquinone: phylloquinone.body, menaquinone4: menaquinone4.body,
            menaquinone7: menaquinone7.body,
            inhibition: anticoagulant.inhibition)
        (liverCycle, vesselCycle, boneCycle) = (cycles.liver, cycles.vessel, cycles.bone)

        let clottingScope = builder.scope("clotting", grade: .established, "clotting factors, PIVKA-II and INR")
        clotting = ClottingFactors(in: clottingScope, hydroquinone: liverCycle.hydroquinone)
        inr = InternationalNormalisedRatio(in: clottingScope, factors: clotting)
        let gla = builder.scope("matrixGla", grade: .supported, "matrix Gla protein in wall and plasma")
        vesselMGP = VesselMatrixGlaProtein(
            in: gla.scope("vessel", "matrix Gla protein of the wall"), hydroquinone: vesselCycle.hydroquinone)
        plasmaMGP = PlasmaUncarboxylatedMGP(in: gla.scope("plasma", "dp-ucMGP"), vessel: vesselMGP, person: person)

        mineral = MineralMetabolism(
            in: builder.scope("mineral", grade: .established, "calcium, phosphate, PTH, calcitriol"), person: person,
            diet: diet)
        osteocalcin = Osteocalcin(
            in: builder.scope("osteocalcin", grade: .established, "osteocalcin by carboxylation"),
            hydroquinone: boneCycle.hydroquinone, turnover: mineral.boneTurnover)
        calcification = Calcification(
            in: builder.scope("calcification", grade: .supported, "calcium in coronary arteries, aorta, legs and valve"),
            person: person, start: start, mineral: mineral, activeMGP: vesselMGP.carboxylated,
            inhibition: anticoagulant.inhibition)
        circulation = Circulation(
            in: builder.scope("circulation", grade: .established, "stiffness, pressure, flow"), person: person,
            start: start,
            calcification: calcification)
        hair = ScalpHair(
            in: builder.scope("hair", grade: .speculative, "scalp hair"), person: person, start: start,
            flow: circulation.flows.scalp.flow, usualFlow: circulation.flows.usualScalpFlow,
            departure: circulation.stiffness.departure)
        risk = BaselineRisk(
            in: builder.scope("risk", grade: .supported, "ten-year risk by baseline class"), start: start)
    }
}
