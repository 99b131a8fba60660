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
        builder.output(
            "skin.mk4", skin.viableSkin, .nanomole, label: "MK-4 in living skin (phototoxic to cells in culture)",
            grade: .speculative)
        builder.output(
            "subcutaneous.mk4", skin.subcutaneousFat, .nanomole,
            label: "MK-4 in the fat beneath the skin (phototoxic to cells in culture)",
            grade: .speculative)
        builder.output(
            "converted", formation.converted, .nanomole, label: "K1 turned into MK-4 since the start", grade: .supported
        )
        for (name, title, vitamer) in vitamers {
            builder.output(
                "body.\(name)", vitamer.inBody, .nanomole, label: "\(title) in the body", grade: .supported)
            builder.output(
                "eliminated.\(name)", vitamer.body.eliminated, .nanomole,
                label: "\(title) eliminated since the start", grade: .supported)
            builder.output(
                "faeces.\(name)", vitamer.oral.faeces, .nanomole,
                label: "\(title) not absorbed since the start", grade: .supported)
        }
        declareTissues(in: builder)
        builder.output(
            "skin.held", skin.vehicle + skin.stratumCorneum + skin.viableSkin + skin.subcutaneousFat, .nanomole,
            label: "MK-4 in skin and fat beneath (phototoxic to cells in culture)",
            grade: .speculative)
        builder.output(
            "skin.lost", skin.washedOff, .nanomole,
            label: "MK-4 wiped off or shed since the start (phototoxic to cells in culture)", grade: .speculative
        )
    }

    /// Name in outputs, name for readers.
    private var vitamers: [(name: String, title: String, vitamer: Vitamer)] {
        [("k1", "Vitamin K1", phylloquinone), ("mk4", "MK-4", menaquinone4), ("mk7", "MK-7", menaquinone7)]
    }

    private func declareTissues(in builder: ModelBuilder) {
        let levels = tissueLevels
        builder.output("meal.fat", gutFat.amount, .gram, label: "Fat of meals in the gut")
        for (name, title, vitamer) in vitamers {
            builder.output(
                "longLived.\(name)", vitamer.longLivedShare, .percent,
                label: "\(title) in LDL and HDL, share",
                grade: .supported)
        }
        builder.output(
            "tissue.k1.liver", levels.liver, .picomolePerGram, label: "Vitamin K1 per gram of liver", grade: .supported)
        builder.output(
            "tissue.k1.heart", levels.heart, .picomolePerGram, label: "Vitamin K1 per gram of heart", grade: .supported)
        builder.output(
            "tissue.k1.pancreas", levels.pancreas, .picomolePerGram, label: "Vitamin K1 per gram of pancreas",
            grade: .supported)
        builder.output(
            "tissue.mk4", levels.menaquinone4, .picomolePerGram, label: "MK-4 per gram of brain and kidney",
            grade: .speculative)
        builder.output(
            "tissue.k1.fat", levels.fat, .nanomolePerKilogram, label: "Vitamin K1 per kilogram of fat",
            grade: .supported)
    }

    private func declareGlaProteins(in builder: ModelBuilder) {
        builder.output("INR", inr.value, .dimensionless, label: "INR")
        builder.output(
            "PIVKA-II", clotting.pivkaShare.converted(from: .dimensionless, to: .percent), .percent,
            label: "PIVKA-II, share of prothrombin")
        builder.output("PIVKA-II.level", clotting.pivka, .nanomolePerLitre, label: "PIVKA-II in plasma")
        for (name, title, factor) in [
            ("factorII", "Factor II", clotting.prothrombin), ("factorVII", "Factor VII", clotting.factorVII),
            ("factorIX", "Factor IX", clotting.factorIX), ("factorX", "Factor X", clotting.factorX),
            ("proteinC", "Protein C", clotting.proteinC), ("proteinS", "Protein S", clotting.proteinS),
        ] {
            builder.output(
                name, factor.activity.converted(from: .dimensionless, to: .percent), .percent,
                label: "\(title), share of replete")
        }
        builder.output("warfarin", anticoagulant.concentration, .milligramPerLitre, label: "Warfarin in plasma")
        for (name, cycle) in [("liver", liverCycle), ("vessel", vesselCycle), ("bone", boneCycle)] {
            builder.output(
                "epoxide.\(name)", cycle.epoxide, .nanomole, label: "Vitamin K epoxide, \(name)", grade: .supported)
            builder.output(
                "epoxideRatio.\(name)", cycle.epoxideRatio, .dimensionless,
                label: "Vitamin K epoxide over vitamin K, \(name)", grade: .supported)
        }
        builder.output(
            "dpucMGP", plasmaMGP.uncarboxylated, .picomolePerLitre, label: "dp-ucMGP in plasma", grade: .supported)
        builder.output(
            "dpucMGP.iSYS", plasmaMGP.uncarboxylatedISYS, .picomolePerLitre, label: "dp-ucMGP in plasma, iSYS assay",
            grade: .supported)
        builder.output(
            "dpcMGP", plasmaMGP.carboxylated, .picomolePerLitre, label: "dp-cMGP in plasma", grade: .supported)
        builder.output(
            "tucMGP", plasmaMGP.totalUncarboxylated, .nanomolePerLitre, label: "Total ucMGP in plasma",
            grade: .supported)
        builder.output(
            "activeMGP", vesselMGP.active.converted(from: .dimensionless, to: .percent), .percent,
            label: "Carboxylated and phosphorylated MGP in the vessel wall", grade: .speculative,
            "not identified by plasma dp-ucMGP")
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
            "calciprotein",
            calcification.inhibitors.particles.concentration.converted(
                from: .millimolePerLitre, to: .micromolePerLitre),
            .micromolePerLitre, label: "Calcium phosphate in calciprotein particles", grade: .supported)
        builder.output(
            "pyrophosphate", calcification.inhibitors.pyrophosphate.concentration, .micromolePerLitre,
            label: "Pyrophosphate in plasma", grade: .supported)
        builder.output(
            "fetuinA", calcification.inhibitors.fetuinA, .gramPerLitre, label: "Fetuin-A in plasma", grade: .supported)
        builder.output(
            "growthByInhibitors", calcification.inhibitors.factor.converted(from: .dimensionless, to: .percent),
            .percent, label: "Growth of deposits by what circulates, share of usual", grade: .contested,
            "by fetuin-A, calciprotein particles and pyrophosphate together")
        builder.output("PTH", pools.pth, .picomolePerLitre, label: "Parathyroid hormone")
        builder.output("calcidiol", mineral.calcidiol, .nanomolePerLitre, label: "25(OH)D in plasma")
        builder.output("calcitriol", pools.calcitriol, .picomolePerLitre, label: "Calcitriol")
        builder.output(
            "calciumReabsorption",
            mineral.renalCalcium.reabsorbedShare.converted(from: .dimensionless, to: .percent), .percent,
            label: "Filtered calcium reabsorbed")
        builder.output(
            "urinaryCalcium",
            mineral.renalCalcium.excretion.converted(from: .millimolePerHour, to: .millimolePerDay),
            .millimolePerDay, label: "Calcium in urine")
        builder.output(
            "urinaryPhosphate",
            mineral.renalPhosphate.excretion.converted(from: .millimolePerHour, to: .millimolePerDay),
            .millimolePerDay, label: "Phosphate in urine", "of the paper's pool, a part of what is eaten")
        builder.output(
            "FGF23", mineral.phosphatonin.relative.converted(from: .dimensionless, to: .percent), .percent,
            label: "FGF23, share of usual", grade: .supported)
        declareBone(in: builder)
    }

    private func declareBone(in builder: ModelBuilder) {
        for (name, label, relative) in [
            ("boneResorption", "Bone resorption, share of usual", mineral.bone.relativeResorption),
            ("boneFormation", "Bone mineralisation, share of usual", mineral.bone.relativeFormation),
            ("osteoblasts", "Osteoblasts, share of usual", mineral.cells.relativeOsteoblasts),
            ("osteoclasts", "Osteoclasts, share of usual", mineral.cells.relativeOsteoclasts),
        ] {
            builder.output(
                name, relative.converted(from: .dimensionless, to: .percent), .percent, label: label)
        }
        builder.output("boneCalcium", mineral.bone.calcium, .millimole, label: "Calcium of the skeleton")
    }

    private func declareArteries(in builder: ModelBuilder) {
        let pressure = circulation.pressure
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
            "scalpCalcium", calcification.scalp.calcium, .agatston,
            label: "Calcium in arteries of the scalp (hypothesis)",
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
        builder.output(
            "distensibility", circulation.stiffness.distensibility, .perMillimetreOfMercury,
            label: "Aortic distensibility", grade: .supported)
        builder.output(
            "arterialCompliance", pressure.compliance, .millilitrePerMillimetreOfMercury,
            label: "Arterial compliance, stroke volume over pulse pressure", grade: .supported)
        declareFlows(in: builder)
    }

    private func declareRest(in builder: ModelBuilder) {
        builder.output(
            "hairCount", hair.count, .perSquareCentimetre, label: "Hairs on the affected scalp", grade: .speculative)
        builder.output(
            "hairDensity", hair.density.converted(from: .dimensionless, to: .percent), .percent, label: "Hair density",
            grade: .speculative)
        builder.output(
            "risk10y", risk.tenYears, .percent, label: "Ten-year risk, by score at the start", grade: .supported)
        builder.output("age", person.age, .year, label: "Age")
    }
}
