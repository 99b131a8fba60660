import Modeling

/// Units of physiology that the general table lacks.
extension Unit {
    static let litrePerHour = (Unit.litre / .hour).named("L/h")
    static let litrePerHourPerKilogram = (Unit.litrePerHour / .kilogram).named("L/h/kg")
    static let litrePerKilogram = (Unit.litre / .kilogram).named("L/kg")
    static let litrePerMinute = (Unit.litre / .minute).named("L/min")
    static let milligramPerHour = (Unit.milligram / .hour).named("mg/h")
    static let milligramPerDay = (Unit.milligram / .day).named("mg/d")
    static let gramPerDay = (Unit.gram / .day).named("g/d")
    static let gramPerHour = (Unit.gram / .hour).named("g/h")
    static let picomolePerGram = (Unit.picomole / .gram).named("pmol/g")
    static let nanomolePerKilogram = (Unit.nanomole / .kilogram).named("nmol/kg")
    static let milligramPerLitre = (Unit.milligram / .litre).named("mg/L")
    static let microgramPerSquareCentimetre = (Unit.microgram / .squareCentimetre).named("µg/cm2")
    static let nanomolePerHour = (Unit.nanomole / .hour).named("nmol/h")
    static let millimolePerHour = (Unit.millimole / .hour).named("mmol/h")
    static let picomolePerHour = (Unit.picomole / .hour).named("pmol/h")
    static let gramPerDecilitre = (Unit.gram / .decilitre).named("g/dL")
    static let millilitrePerGram = (Unit.millilitre / .gram).named("mL/g")
    static let gramPerLitre = (Unit.gram / .litre).named("g/L")
    static let micromolePerLitre = (Unit.micromole / .litre).named("µmol/L")
    static let perMinute = (Unit.dimensionless / .minute).named("1/min")
    static let litrePerMillimole = (Unit.litre / .millimole).named("L/mmol")
    static let litrePerMillimolePerMinute = (Unit.litrePerMillimole / .minute).named("L/mmol/min")
    static let rootAgatston = Unit.agatston.power(0.5)
    static let agatstonPerYear = (Unit.agatston / .year).named("AU/y")
    static let agatstonPerHour = (Unit.agatston / .hour).named("AU/h")
    static let metrePerSecondPerYear = (Unit.metrePerSecond / .year).named("m/s/y")
    static let metrePerSecondPerYearSquared = (Unit.metrePerSecond / Unit.year.power(2)).named("m/s/y2")
}

/// Units of mineral metabolism.
extension Unit {
    static let millimolePerDay = (Unit.millimole / .day).named("mmol/d")
    static let microgramPerHour = (Unit.microgram / .hour).named("µg/h")
    static let nanomolePerLitrePerMicrogramPerDay = (Unit.nanomolePerLitre / .microgramPerDay).named("nmol/L/(µg/d)")
    static let litrePerPicomole = (Unit.litre / .picomole).named("L/pmol")
}
