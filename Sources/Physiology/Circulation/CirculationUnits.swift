import Modeling

/// Units of pressure, flow and resistance.
extension Unit {
    static let squareMetre = metre.power(2).named("m2")
    static let perSquareCentimetre = (dimensionless / squareCentimetre).named("1/cm2")
    static let litrePerMinutePerSquareMetre = (litrePerMinute / squareMetre).named("L/min/m2")
    static let millilitrePerDecilitre = (millilitre / decilitre).named("mL/dL")
    static let millilitrePerGramPerMinute = (millilitre / gram / minute).named("mL/g/min")
    /// Flow through 100 g of tissue, as physiologists state it.
    static let millilitrePerHundredGramsPerMinute = millilitrePerGramPerMinute.scaled(by: 0.01, named: "mL/100 g/min")
    static let millilitrePerMillimetreOfMercury = (millilitre / millimetreOfMercury).named("mL/mmHg")
    /// Resistance of a circulation [mmHg·min/L]; 1 is 80 dyn·s/cm5.
    static let millimetreOfMercuryMinutePerLitre = (millimetreOfMercury * minute / litre).named("mmHg·min/L")
    static let millimetreOfMercuryPerMinute = (millimetreOfMercury / minute).named("mmHg/min")
    static let perMillimetreOfMercury = (dimensionless / millimetreOfMercury).named("1/mmHg")
}
