import Modeling

extension Body {
    /// Cardiac output, resistance and what each region gets.
    func declareFlows(in builder: ModelBuilder) {
        let output = circulation.output
        let flows = circulation.flows
        builder.output("cardiacOutput", output.output, .litrePerMinute, label: "Cardiac output at rest")
        builder.output("heartRate", output.heartRate, .perMinute, label: "Heart rate at rest")
        builder.output("strokeVolume", output.strokeVolume, .millilitre, label: "Stroke volume")
        builder.output(
            "SVR", circulation.pressure.resistance, .millimetreOfMercuryMinutePerLitre,
            label: "Systemic vascular resistance", grade: .supported)
        for (name, region) in [
            ("heart", flows.heart), ("brain", flows.brain), ("pelvis", flows.pelvis), ("limb", flows.limb),
            ("kidneys", flows.kidneys), ("scalp", flows.scalp),
        ] {
            builder.output(
                "flow.\(name)", region.flow, .millilitrePerMinute, label: "Resting flow, \(name)", grade: .speculative)
            builder.output(
                "resistance.\(name)", region.resistance, .millimetreOfMercuryMinutePerLitre,
                label: "Vascular resistance, \(name)", grade: .speculative)
            builder.output(
                "oxygenDelivery.\(name)", region.oxygenDelivery, .millilitrePerMinute,
                label: "Oxygen delivery, \(name)", grade: .speculative)
            builder.output(
                "oxygenExtraction.\(name)", region.extraction.converted(from: .dimensionless, to: .percent), .percent,
                label: "Oxygen extraction, \(name)", grade: .speculative)
        }
        builder.output(
            "flow.other", flows.other, .millilitrePerMinute, label: "Resting flow, all other tissue",
            grade: .speculative)
        builder.output(
            "cerebralFlow",
            flows.cerebralFlowPerMass.converted(
                from: .millilitrePerGramPerMinute, to: .millilitrePerHundredGramsPerMinute),
            .millilitrePerHundredGramsPerMinute, label: "Cerebral flow per 100 g", grade: .speculative)
        builder.output(
            "coronaryReserve", flows.coronaryReserve, .dimensionless, label: "Coronary flow reserve of open arteries",
            grade: .supported, "narrowed arteries are not known here")
        builder.output(
            "erectileFlow", flows.erectileFlow.converted(from: .dimensionless, to: .percent), .percent,
            label: "Erectile flow index, start is 100", grade: .speculative,
            "pelvic inflow at full dilatation; narrowed arteries, nerves and hormones are not known here")
        builder.output(
            "oxygenContent", circulation.oxygen.content, .millilitrePerDecilitre, label: "Arterial oxygen content")
        builder.output("oxygenDelivery", flows.oxygenDelivery, .millilitrePerMinute, label: "Oxygen delivery")
        builder.output(
            "oxygenExtraction", flows.oxygenExtraction.converted(from: .dimensionless, to: .percent), .percent,
            label: "Oxygen extraction, whole body")
    }
}
