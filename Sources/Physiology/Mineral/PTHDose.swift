import Modeling

/// Whether parathyroid hormone is given.
protocol HormoneRoute: Component {}

/// No hormone is given.
struct NoPTHDose: HormoneRoute {}

/// Parathyroid hormone given, PTH(1-34), beneath the skin or into a vein.
///
///     dTERISC/dt = −TERICL / TERIVC · TERISC, into the plasma pool, where it counts as the body's own
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct PTHDose: HormoneRoute {
    static let subcutaneous = "mineral.pthDose.subcutaneous"
    static let intravenous = "mineral.pthDose.intravenous"
    static let all: Set = [subcutaneous, intravenous]

    init(in scope: Scope, pools: MineralPools) {
        let molarMass = scope.parameter(
            "molarMass", 4117.8, .gramPerMole,
            .assumed(because: "teriparatide, 34 amino acids: the molar mass as commonly stated, from memory"),
            "molar mass of PTH(1-34)")
        let clearance = scope.peterson("depotClearance", 94.3, .litrePerHour, at: "TERICL", "clearance")
        let volume = scope.peterson("depotVolume", 133, .litre, at: "TERIVC", "volume of distribution")
        let depot = scope.state("depot", .picomole, typical: 10, "PTH beneath the skin, TERISC")
        scope.flow("absorption", from: depot, to: pools.pthAmount, rate: clearance / volume * depot, "TERIPK")
        let infused = scope.input("infused", 0, .microgramPerHour, "PTH that is running into a vein")
        func picomoles(_ mass: Expression) -> Expression {
            (mass / molarMass).converted(from: .microgram / .gramPerMole, to: .picomole)
        }
        scope.flow(
            "infusion", from: nil, to: pools.pthAmount,
            rate: (infused / molarMass).converted(from: .microgramPerHour / .gramPerMole, to: .picomolePerHour),
            "infusion, IPTHinf")
        scope.doseInput("subcutaneous", .microgram, "a dose beneath the skin") { dose, _ in
            [(state: depot, value: depot + picomoles(dose))]
        }
        scope.doseInput("intravenous", .microgram, infusionRate: infused, "a dose into a vein") { dose, _ in
            [(state: pools.pthAmount, value: pools.pthAmount + picomoles(dose))]
        }
    }
}
