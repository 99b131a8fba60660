import Modeling

/// Numbers of absorption of one vitamer.
struct VitamerAbsorption: Sendable {
    /// [g/mol]
    let molarMass: Expression
    /// Rate of each of the five steps to the blood, with ample fat [1/h].
    let transit: Expression
    /// Life of the cells of the gut wall, which are shed with what they hold [h].
    let enterocyteLife: Expression
    /// Absorbed share of a dose without and with ample fat [1].
    let leastShare: Expression
    let greatestShare: Expression
    /// Fat of the meal that gives half of the rise [g], and the steepness [1].
    let fatForHalf: Expression
    let steepness: Expression
    /// Absorbed share of what food holds [1].
    let dietShare: Expression
    /// Fat of the meal with which standing doses are taken [g].
    let usualFat: Expression

    /// Amount [nmol] of a mass in `unit`; with `per`, a rate [nmol per that time].
    func nanomoles(ofMass mass: Expression, in unit: Unit, per time: Unit? = nil) -> Expression {
        let target = time.map { Unit.nanogram / $0 } ?? Unit.nanogram
        return mass.converted(from: unit, to: target) / molarMass
    }

    /// Absorbed from a diet [nmol/h].
    func absorbed(fromDiet diet: Expression) -> Expression {
        dietShare * nanomoles(ofMass: diet, in: .microgramPerDay, per: .hour)
    }

    /// Absorbed share of a dose [1] = Fmin + (Fmax − Fmin) · fatⁿ / (fat50ⁿ + fatⁿ).
    func absorbedShare(withFat fat: Expression) -> Expression {
        let relative = (fat / fatForHalf).power(steepness)
        let rise = relative / (1 + relative)
        return leastShare + (greatestShare - leastShare) * rise
    }
}

extension VitamerAbsorption {
    /// Menaquinone-4 in oil, as in menatetrenone capsules.
    static func menaquinone4(in scope: Scope) -> VitamerAbsorption {
        let greatest = scope.parameter(
            "greatestShare", 0.7, .dimensionless,
            .assumed(
                because:
                    "not identifiable apart from clearance; oral area about equals the intramuscular one (syrup label)"),
            "absorbed share with ample fat")
        let least = scope.parameter(
            "leastShare", FittedValues.mk4LeastShare.value, .dimensionless,
            .fitted(study: FittedValues.mk4LeastShare.study),
            spread: .logitNormal(standardDeviation: 0.4), "absorbed share with little fat")
        return VitamerAbsorption(
            molarMass: scope.parameter(
                "molarMass", 444.65, .gramPerMole,
                .published(.meija2016, at: "standard atomic weights, C31H40O2", .scaled), "molar mass"),
            transit: scope.parameter(
                "transit", FittedValues.mk4Transit.value, .perHour, .fitted(study: FittedValues.mk4Transit.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "rate of each step from gut to blood"),
            enterocyteLife: enterocyteLife(in: scope), leastShare: least, greatestShare: greatest,
            fatForHalf: scope.parameter(
                "fatForHalf", FittedValues.mk4FatForHalf.value, .gram, .fitted(study: FittedValues.mk4FatForHalf.study),
                spread: .logNormal(coefficientOfVariation: 0.2), "meal fat that gives half of the rise"),
            steepness: scope.parameter(
                "steepness", 6, .dimensionless,
                .assumed(because: "area doubles from 20 to 35 g of fat and rises no further at 54 g (PK1)"),
                "steepness of absorption in meal fat"),
            dietShare: scope.parameter(
                "dietAbsorbedShare", 0.5, .dimensionless,
                .assumed(because: "no food-level time course exists; between the shares with little and ample fat"),
                spread: .logitNormal(standardDeviation: 0.6), "absorbed share of food"),
            usualFat: usualFat(in: scope))
    }

    /// Phylloquinone.
    static func phylloquinone(in scope: Scope) -> VitamerAbsorption {
        let least = scope.parameter(
            "leastShare", 0.13, .dimensionless, .published(.jones2007, at: "abstract: 13 % of 4 µg"),
            spread: .logitNormal(standardDeviation: 0.5), "absorbed share with little fat")
        let gain = scope.parameter(
            "gainByFat", 0.253, .dimensionless,
            .assumed(
                because: "with it 35 % are absorbed with ample fat: meals change 20 µg about threefold (Jones 2007)"),
            spread: .logitNormal(standardDeviation: 0.65), "share of the rest that ample fat brings")
        return VitamerAbsorption(
            molarMass: scope.parameter(
                "molarMass", 450.70, .gramPerMole,
                .published(.meija2016, at: "standard atomic weights, C31H46O2", .scaled), "molar mass"),
            transit: scope.parameter(
                "transit", 1.25, .perHour,
                .assumed(because: "five steps that bring the peak to about 4 h (Schurgers 2007)"),
                spread: .logNormal(coefficientOfVariation: 0.3), "rate of each step from gut to blood"),
            enterocyteLife: enterocyteLife(in: scope),
            leastShare: least,
            greatestShare: greatest(in: scope, above: least, gain: gain),
            fatForHalf: sharedFatForHalf(in: scope), steepness: sharedSteepness(in: scope),
            dietShare: scope.parameter(
                "dietAbsorbedShare", FittedValues.k1DietAbsorbed.value, .dimensionless,
                .fitted(study: FittedValues.k1DietAbsorbed.study),
                spread: .logitNormal(standardDeviation: 1), "absorbed share of food"),
            usualFat: usualFat(in: scope))
    }

    /// Menaquinone-7 in oil.
    static func menaquinone7(in scope: Scope) -> VitamerAbsorption {
        let least = scope.parameter(
            "leastShare", 0.2, .dimensionless,
            .assumed(because: "half of the share with ample fat, as for phylloquinone"),
            spread: .logitNormal(standardDeviation: 0.5), "absorbed share with little fat")
        let gain = scope.parameter(
            "gainByFat", 0.25, .dimensionless,
            .assumed(
                because:
                    "with it 40 % are absorbed with ample fat: not identifiable apart from clearance; with PK5 it gives a stay in LDL of a day"
            ),
            spread: .logitNormal(standardDeviation: 0.65), "share of the rest that ample fat brings")
        return VitamerAbsorption(
            molarMass: scope.parameter(
                "molarMass", 649.0, .gramPerMole,
                .published(.meija2016, at: "standard atomic weights, C46H64O2", .scaled), "molar mass"),
            transit: scope.parameter(
                "transit", 1.3, .perHour,
                .assumed(because: "five steps that bring the peak between 4 h (Schurgers 2007) and 6 h (Sato 2012)"),
                spread: .logNormal(coefficientOfVariation: 0.3), "rate of each step from gut to blood"),
            enterocyteLife: enterocyteLife(in: scope),
            leastShare: least,
            greatestShare: greatest(in: scope, above: least, gain: gain),
            fatForHalf: sharedFatForHalf(in: scope), steepness: sharedSteepness(in: scope),
            dietShare: scope.parameter(
                "dietAbsorbedShare", 0.4, .dimensionless,
                .assumed(because: "long menaquinones come dissolved in fat of cheese or natto"),
                spread: .logitNormal(standardDeviation: 0.6), "absorbed share of food"),
            usualFat: usualFat(in: scope))
    }

    /// Share with ample fat [1] = least + (1 − least) · gain: whatever is drawn, no less than with little.
    private static func greatest(in scope: Scope, above least: Expression, gain: Expression) -> Expression {
        scope.define(
            "greatestShare", .dimensionless, least + (1 - least) * gain, "absorbed share with ample fat")
    }

    private static func enterocyteLife(in scope: Scope) -> Expression {
        scope.parameter(
            "enterocyteLife", 120, .hour,
            .published(.guytonHall2011, at: "secretions of the small intestine: a life cycle of about 5 days"),
            spread: .logNormal(coefficientOfVariation: 0.3), "life of a cell of the gut wall")
    }

    private static func sharedFatForHalf(in scope: Scope) -> Expression {
        scope.parameter(
            "fatForHalf", 15, .gram,
            .assumed(because: "no dose at three levels of fat was measured; a usual meal lies on the plateau"),
            spread: .logNormal(coefficientOfVariation: 0.3), "meal fat that gives half of the rise")
    }

    private static func sharedSteepness(in scope: Scope) -> Expression {
        scope.parameter(
            "steepness", 2, .dimensionless, .assumed(because: "gentler than for MK-4 for want of data"),
            "steepness of absorption in meal fat")
    }

    private static func usualFat(in scope: Scope) -> Expression {
        scope.parameter(
            "usualFat", 30, .gram, .assumed(because: "a usual main meal; the same as the default of a dose"),
            "meal fat with standing doses")
    }
}
