import Modeling

/// The whole body: every organ system once, wired by hand so that the compiler sees each wire.
struct Body {
    let person: Person
    let start: CalcificationAtStart
    let gutFat: GutFat
    let phylloquinone, menaquinone4, menaquinone7: Vitamer
    let tissueLevels: TissueLevels
    let formation: MenaquinoneFormation
    let skin: any TopicalRoute
    let anticoagulant: any Anticoagulant
    let liverCycle, vesselCycle, boneCycle: VitaminKCycle
    let clotting: ClottingFactors
    let inr: InternationalNormalisedRatio
    let vesselMGP: VesselMatrixGlaProtein
    let plasmaMGP: PlasmaMatrixGlaProtein
    let calcidiol: any CalcidiolSource
    let mineral: MineralMetabolism
    let hormone: any HormoneRoute
    let osteocalcin: Osteocalcin
    let calcification: Calcification
    let circulation: Circulation
    let hair: ScalpHair
    let risk: BaselineRisk

    init(in builder: ModelBuilder, hasWarfarin: Bool, hasSkin: Bool, hasPTHDose: Bool, hasVitaminD: Bool) {
        let personScope = builder.scope("person", grade: .established, "the person")
        person = Person(in: personScope)
        start = CalcificationAtStart(in: personScope)
        let diet = Diet(in: builder.scope("diet", grade: .established, "what is eaten each day"))

        gutFat = GutFat(in: builder.scope("meal", grade: .established, "fat of meals in the gut"), diet: diet)

        let vitaminK = builder.scope(
            "vitaminK", grade: .supported, "the three forms of vitamin K followed through the body")
        let k1Scope = vitaminK.scope("k1", grade: .established, "phylloquinone: absorption, distribution, elimination")
        phylloquinone = Vitamer(
            in: k1Scope, absorption: VitamerAbsorption.phylloquinone, kinetics: VitamerKinetics.phylloquinone,
            diet: diet.phylloquinone, fat: gutFat, person: person)
        _ = IntravenousPhylloquinone(in: k1Scope, of: phylloquinone)
        menaquinone4 = Vitamer(
            in: vitaminK.scope("mk4", "menaquinone-4: absorption, distribution, elimination"),
            absorption: VitamerAbsorption.menaquinone4, kinetics: VitamerKinetics.menaquinone4, diet: diet.menaquinone4,
            fat: gutFat, person: person)
        menaquinone7 = Vitamer(
            in: vitaminK.scope("mk7", "menaquinone-7: absorption, distribution, elimination"),
            absorption: VitamerAbsorption.menaquinone7, kinetics: VitamerKinetics.menaquinone7, diet: diet.menaquinone7,
            fat: gutFat, person: person)
        formation = MenaquinoneFormation(
            in: vitaminK.scope("formation", "K1 into MK-4 in tissue"), phylloquinone: phylloquinone.body,
            menaquinone4: menaquinone4.body)
        tissueLevels = TissueLevels(
            in: vitaminK.scope("tissue", "levels per mass of tissue"), phylloquinone: phylloquinone,
            menaquinone4: menaquinone4, person: person)

        skin =
            hasSkin
            ? Skin(
                in: builder.scope(
                    "skin", grade: .speculative, "menaquinone-4 on the skin, phototoxic to skin cells in culture"),
                menaquinone4: menaquinone4)
            : NoSkin()
        anticoagulant =
            hasWarfarin
            ? Warfarin(
                in: builder.scope("warfarin", grade: .established, "warfarin by mouth and VKOR"), person: person)
            : NoWarfarin()

        let clottingScope = builder.scope("clotting", grade: .established, "clotting factors, PIVKA-II and INR")
        let clottingProteins = ClottingProteins(in: clottingScope)
        let cycles = Cycles(
            in: builder, phylloquinone: phylloquinone.body, menaquinone4: menaquinone4.body,
            menaquinone7: menaquinone7.body,
            hepaticGla: clottingProteins.glaFormation(in: clottingScope, plasmaVolume: person.plasmaVolume),
            inhibition: anticoagulant.inhibition)
        (liverCycle, vesselCycle, boneCycle) = (cycles.liver, cycles.vessel, cycles.bone)

        clotting = ClottingFactors(
            in: clottingScope, proteins: clottingProteins, carboxylated: liverCycle.carboxylated)
        inr = InternationalNormalisedRatio(in: clottingScope, factors: clotting)
        let gla = builder.scope("matrixGla", grade: .supported, "matrix Gla protein in wall and plasma")
        vesselMGP = VesselMatrixGlaProtein(
            in: gla.scope("vessel", "matrix Gla protein of the wall"), newlyCarboxylated: vesselCycle.carboxylated)

        let mineralScope = builder.scope("mineral", grade: .established, "calcium, phosphate, PTH, calcitriol, bone")
        calcidiol =
            hasVitaminD
            ? VitaminDDose(
                in: mineralScope.scope("calcidiol", grade: .supported, "25(OH)D from vitamin D by mouth"),
                own: person.calcidiol) : OwnCalcidiol(concentration: person.calcidiol)
        mineral = MineralMetabolism(
            in: mineralScope, person: person, diet: diet, calcidiol: calcidiol.concentration)
        hormone =
            hasPTHDose
            ? PTHDose(in: mineralScope.scope("pthDose", "PTH that is given"), pools: mineral.pools) : NoPTHDose()
        osteocalcin = Osteocalcin(
            in: builder.scope("osteocalcin", grade: .established, "osteocalcin by carboxylation"),
            newlyCarboxylated: boneCycle.carboxylated, turnover: mineral.boneTurnover)
        calcification = Calcification(
            in: builder.scope(
                "calcification", grade: .supported, "calcium in coronary arteries, aorta, legs and valve"),
            person: person, start: start, mineral: mineral, activeMGP: vesselMGP.active,
            inhibition: anticoagulant.inhibition)
        plasmaMGP = PlasmaMatrixGlaProtein(
            in: gla.scope("plasma", "matrix Gla protein in plasma"), vessel: vesselMGP, person: person,
            deposit: calcification.aorta.calcium)
        circulation = Circulation(
            in: builder.scope("circulation", grade: .established, "stiffness, pressure, flow"), person: person,
            start: start,
            calcification: calcification)
        hair = ScalpHair(
            in: builder.scope("hair", grade: .speculative, "scalp hair"), person: person, start: start,
            flow: circulation.flows.scalp.flow, usualFlow: circulation.flows.usualScalpFlow,
            calciumDeparture: calcification.scalpDeparture)
        risk = BaselineRisk(
            in: builder.scope("risk", grade: .supported, "ten-year risk by baseline class"), person: person,
            start: start)
    }
}
