import Modeling

extension Body {
    /// Every result of the family, the same for every arm.
    func declareOutputs(in builder: ModelBuilder) {
        declareVitaminK(in: builder)
        declareGlaProteins(in: builder)
        declareMineral(in: builder)
        declareArteries(in: builder)
        declareRest(in: builder)
    }

    private func declareVitaminK(in builder: ModelBuilder) {
        builder.output(
            "plasma.k1", phylloquinone.massConcentration, .nanogramPerMillilitre, label: "Vitamin K1 in plasma")
        builder.output(
            "plasma.mk4", menaquinone4.massConcentration, .nanogramPerMillilitre, label: "MK-4 in plasma",
            grade: .supported)
        builder.output(
            "plasma.mk7", menaquinone7.massConcentration, .nanogramPerMillilitre, label: "MK-7 in plasma",
            grade: .supported)
        builder.output(
            "liver.k1", phylloquinone.body.liver, .nanomole, label: "Vitamin K1 in the liver", grade: .supported)
        builder.output(
            "body.k1.exchangeable", phylloquinone.exchangeable, .nanomole, label: "Vitamin K1 outside gut and fat",
            grade: .supported)
        builder.output(
            "adipose.k1", phylloquinone.body.adipose, .nanomole, label: "Vitamin K1 in fat", grade: .supported)
        builder.output("adipose.mk4", menaquinone4.body.adipose, .nanomole, label: "MK-4 in fat", grade: .speculative)
        builder.output("skin.mk4", skin.viableSkin, .nanomole, label: "MK-4 in living skin", grade: .speculative)
        builder.output(
            "subcutaneous.mk4", skin.subcutaneousFat, .nanomole, label: "MK-4 in the fat beneath the skin",
            grade: .speculative)
        builder.output(
            "converted", formation.converted, .nanomole, label: "K1 turned into MK-4 since the start", grade: .supported
        )
        for (name, vitamer) in [("k1", phylloquinone), ("mk4", menaquinone4), ("mk7", menaquinone7)] {
            builder.output(
                "body.\(name)", vitamer.inBody, .nanomole, label: "\(name.uppercased()) in the body", grade: .supported)
            builder.output(
                "eliminated.\(name)", vitamer.body.eliminated, .nanomole,
                label: "\(name.uppercased()) eliminated since the start", grade: .supported)
            builder.output(
                "faeces.\(name)", vitamer.oral.faeces, .nanomole,
                label: "\(name.uppercased()) not absorbed since the start", grade: .supported)
        }
        builder.output(
            "skin.held", skin.vehicle + skin.stratumCorneum + skin.viableSkin + skin.subcutaneousFat, .nanomole,
            label: "MK-4 in skin and fat beneath",
            grade: .speculative)
        builder.output(
            "skin.lost", skin.washedOff, .nanomole, label: "MK-4 wiped off or shed since the start", grade: .speculative
        )
    }

    private func declareGlaProteins(in builder: ModelBuilder) {
        builder.output("INR", inr.value, .dimensionless, label: "INR")
        builder.output(
            "PIVKA-II", clotting.pivka.converted(from: .dimensionless, to: .percent), .percent,
            label: "PIVKA-II, share of prothrombin")
        for (name, factor) in [
            ("factorII", clotting.prothrombin), ("factorVII", clotting.factorVII), ("factorIX", clotting.factorIX),
            ("factorX", clotting.factorX), ("proteinC", clotting.proteinC), ("proteinS", clotting.proteinS),
        ] {
            builder.output(
                name, factor.activity.converted(from: .dimensionless, to: .percent), .percent,
                label: "\(name), share of replete")
        }
        builder.output("warfarin", anticoagulant.concentration, .milligramPerLitre, label: "Warfarin in plasma")
        builder.output("dpucMGP", plasmaMGP.level, .picomolePerLitre, label: "dp-ucMGP in plasma", grade: .supported)
        builder.output(
            "carboxylatedMGP", vesselMGP.carboxylated.converted(from: .dimensionless, to: .percent), .percent,
            label: "Carboxylated MGP in the vessel wall", grade: .speculative,
            "not identified by plasma dp-ucMGP")
        builder.output("ucOC", osteocalcin.uncarboxylated, .nanogramPerMillilitre, label: "Uncarboxylated osteocalcin")
        builder.output("cOC", osteocalcin.carboxylated, .nanogramPerMillilitre, label: "Carboxylated osteocalcin")
    }

    private func declareMineral(in builder: ModelBuilder) {
        let pools = mineral.pools
        builder.output("calcium", pools.calcium, .millimolePerLitre, label: "Calcium in plasma")
        builder.output("ionisedCalcium", pools.ionisedCalcium, .millimolePerLitre, label: "Ionised calcium")
        builder.output("phosphate", pools.phosphate, .millimolePerLitre, label: "Phosphate in plasma")
        builder.output(
            "calciprotein", calcification.inhibitors.particles.concentration.converted(from: .millimolePerLitre, to: .micromolePerLitre),
            .micromolePerLitre, label: "Calcium phosphate in calciprotein particles", grade: .supported)
        builder.output(
            "pyrophosphate", calcification.inhibitors.pyrophosphate.concentration, .micromolePerLitre,
            label: "Pyrophosphate in plasma", grade: .supported)
        builder.output("PTH", pools.pth, .picomolePerLitre, label: "Parathyroid hormone")
        builder.output("calcitriol", pools.calcitriol, .picomolePerLitre, label: "Calcitriol")
        builder.output(
            "calciumReabsorption", mineral.calcium.reabsorbedShare.converted(from: .dimensionless, to: .percent),
            .percent,
            label: "Filtered calcium reabsorbed")
    }

    private func declareArteries(in builder: ModelBuilder) {
        let pressure = circulation.pressure
        let flows = circulation.flows
        builder.output(
            "CAC", calcification.coronary.calcium, .agatston, label: "Coronary artery calcium", grade: .contested)
        builder.output(
            "aorticCalcium", calcification.aorta.calcium, .agatston, label: "Aortic calcium", grade: .contested)
        builder.output(
            "valveCalcium", calcification.valve.calcium, .agatston, label: "Aortic valve calcium", grade: .contested)
        builder.output(
            "peripheralCalcium", calcification.peripheral.calcium, .agatston, label: "Calcium in arteries of the leg",
            grade: .contested)
        builder.output(
            "scalpCalcium", calcification.scalp.calcium, .agatston, label: "Calcium in arteries of the scalp (hypothesis)",
            grade: .speculative)
        builder.output(
            "CAC.scan", calcification.scan.reading, .agatston,
            label: "Coronary artery calcium as one scan reads it, with the scan's error", grade: .contested)
        builder.output(
            "CAC.scanChange", calcification.scan.change, .agatston,
            label: "Coronary artery calcium, a scan now less one at the start, with both scans' errors",
            grade: .contested)
        builder.output(
            "CAC.micro", calcification.coronary.micro, .agatston,
            label: "Coronary micro-deposits, not seen by a scan", grade: .contested)
        builder.output(
            "cfPWV", circulation.stiffness.pulseWaveVelocity, .metrePerSecond,
            label: "Carotid–femoral pulse wave velocity", grade: .supported)
        builder.output(
            "compliance", circulation.stiffness.relativeCompliance.converted(from: .dimensionless, to: .percent),
            .percent,
            label: "Arterial compliance, start is 100", grade: .supported)
        builder.output("SBP", pressure.systolic, .millimetreOfMercury, label: "Systolic pressure", grade: .supported)
        builder.output("DBP", pressure.diastolic, .millimetreOfMercury, label: "Diastolic pressure", grade: .supported)
        builder.output("MAP", pressure.mean, .millimetreOfMercury, label: "Mean arterial pressure", grade: .contested)
        builder.output(
            "pulsePressure", pressure.pulse, .millimetreOfMercury, label: "Pulse pressure", grade: .supported)
        for (name, region) in [
            ("heart", flows.heart), ("brain", flows.brain), ("pelvis", flows.pelvis), ("limb", flows.limb),
            ("kidneys", flows.kidneys), ("scalp", flows.scalp),
        ] {
            builder.output(
                "flow.\(name)", region.flow, .millilitrePerMinute, label: "Resting flow, \(name)", grade: .speculative)
        }
        builder.output(
            "oxygenContent", flows.oxygenContent, (Unit.millilitre / .decilitre).named("mL/dL"),
            label: "Arterial oxygen content")
        builder.output("oxygenDelivery", flows.oxygenDelivery, .millilitrePerMinute, label: "Oxygen delivery")
    }

    private func declareRest(in builder: ModelBuilder) {
        builder.output(
            "hairDensity", hair.density.converted(from: .dimensionless, to: .percent), .percent, label: "Hair density",
            grade: .speculative)
        builder.output(
            "risk10y", risk.tenYears, .percent, label: "Ten-year risk, by score at the start", grade: .supported)
        builder.output("age", person.age, .year, label: "Age")
    }
}
