/// The units of the flagship and of scenario files.
extension Unit {
    public static let dimensionless = Unit(exponents: SIMD16<Float>(), scale: 1, symbol: "1")
    public static let percent = dimensionless.scaled(by: 0.01, named: "%")

    public static let metre = base(0)
    public static let centimetre = metre.scaled(by: 1e-2, named: "cm")
    public static let millimetre = metre.scaled(by: 1e-3, named: "mm")
    public static let squareCentimetre = centimetre.power(2).named("cm2")

    public static let kilogram = base(1)
    public static let gram = kilogram.scaled(by: 1e-3, named: "g")
    public static let milligram = kilogram.scaled(by: 1e-6, named: "mg")
    public static let microgram = kilogram.scaled(by: 1e-9, named: "µg")
    public static let nanogram = kilogram.scaled(by: 1e-12, named: "ng")
    public static let picogram = kilogram.scaled(by: 1e-15, named: "pg")

    public static let second = base(2)
    public static let minute = second.scaled(by: 60, named: "min")
    public static let hour = second.scaled(by: 3600, named: "h")
    public static let day = second.scaled(by: 86_400, named: "d")
    public static let week = second.scaled(by: 604_800, named: "week")
    /// 365.25 days.
    public static let year = second.scaled(by: 31_557_600, named: "y")

    public static let ampere = base(3)
    public static let kelvin = base(4)

    public static let mole = base(5)
    public static let millimole = mole.scaled(by: 1e-3, named: "mmol")
    public static let micromole = mole.scaled(by: 1e-6, named: "µmol")
    public static let nanomole = mole.scaled(by: 1e-9, named: "nmol")
    public static let picomole = mole.scaled(by: 1e-12, named: "pmol")

    public static let candela = base(6)
    public static let internationalUnit = base(7)
    public static let agatston = base(8)

    public static let litre = metre.power(3).scaled(by: 1e-3, named: "L")
    public static let decilitre = litre.scaled(by: 0.1, named: "dL")
    public static let millilitre = litre.scaled(by: 1e-3, named: "mL")

    public static let newton = (kilogram * metre / second.power(2)).named("N")
    public static let pascal = (newton / metre.power(2)).named("Pa")
    public static let joule = (newton * metre).named("J")
    public static let watt = (joule / second).named("W")
    public static let coulomb = (ampere * second).named("C")
    public static let volt = (watt / ampere).named("V")
    public static let hertz = (dimensionless / second).named("Hz")
    /// 133.322387415 Pa, the conventional millimetre of mercury.
    public static let millimetreOfMercury = pascal.scaled(by: 133.322_387_415, named: "mmHg")

    public static let nanomolePerLitre = (nanomole / litre).named("nmol/L")
    public static let picomolePerLitre = (picomole / litre).named("pmol/L")
    public static let millimolePerLitre = (millimole / litre).named("mmol/L")
    public static let nanogramPerMillilitre = (nanogram / millilitre).named("ng/mL")
    public static let milligramPerDecilitre = (milligram / decilitre).named("mg/dL")
    public static let metrePerSecond = (metre / second).named("m/s")
    public static let millilitrePerMinute = (millilitre / minute).named("mL/min")
    public static let microgramPerDay = (microgram / day).named("µg/d")
    public static let perHour = (dimensionless / hour).named("1/h")
    public static let perDay = (dimensionless / day).named("1/d")
    public static let perYear = (dimensionless / year).named("1/y")
    public static let gramPerMole = (gram / mole).named("g/mol")
}
