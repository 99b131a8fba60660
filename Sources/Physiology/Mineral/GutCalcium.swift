import Modeling

/// Calcium of the gut (T) and the calcitriol-driven means of absorbing it (R).
///
///     dT/dt = intake · T77 · R⁴ / (R⁴ + T81⁴) − J40
///     J40   = T31 · T · (R / R₀) / (T + T81) + T87 · T,   T31 = T28 · T / (T + T29)
///     dR/dt = T36 · (1 − R) − T37 · R
///
/// The paper's T is what absorption will take up; what it leaves goes to the stool at once.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct GutCalcium: Component {
    /// Calcium into the fluid, J40 [mmol/h].
    let uptake: Expression

    init(in scope: Scope, pools: MineralPools, diet: Diet) {
        let molarMass = scope.parameter(
            "molarMass", 40.08, .gramPerMole, .published(.meija2016, at: "standard atomic weight of calcium: 40.078"),
            "molar mass of calcium")
        let eaten = scope.define(
            "eaten", .millimolePerHour,
            diet.calcium.converted(from: .milligramPerDay, to: .milligramPerHour) / molarMass,
            "calcium eaten")

        let atRest = scope.peterson("capacityAtRest", 0.5, at: "R at the start", "R at the anchor")
        let slowest = scope.peterson("slowestTurnover", 0.003, .perHour, at: "T33", "slowest change of the means")
        let fastest = scope.peterson("fastestTurnover", 0.037, .perHour, at: "T34", "fastest change of the means")
        let half = scope.peterson("halfCalcitriol", 90, .picomolePerLitre, at: "T35", "calcitriol that drives half")
        let capacity = scope.state(
            "capacity", .dimensionless, initial: atRest, typical: 0.05,
            "calcitriol-driven means of absorption, R")
        let driven = (fastest - slowest) * pools.calcitriol / (half + pools.calcitriol)
        let built = scope.define("built", .perHour, slowest + driven, "T36")
        let lost = scope.define("lost", .perHour, fastest - driven, "T37")
        scope.rate(of: capacity, built * (1 - capacity) - lost * capacity)

        let greatest = scope.peterson("greatestShare", 0.909359, at: "T77", "greatest share absorbed")
        let steepness = scope.peterson("steepness", 4, at: "T80", "steepness of the share in R")
        let halfCapacity = scope.peterson("halfCapacity", 0.75, at: "T81", "R at half of the greatest share")
        let raised = capacity.power(steepness)
        let share = scope.define(
            "absorbedShare", .dimensionless, greatest * raised / (raised + halfCapacity.power(steepness)),
            "share of eaten calcium that is absorbed, T85")

        let halfAmount = scope.peterson("halfAmount", 0.75, .millimole, at: "T81", "amount at half of active uptake")
        let passive = scope.peterson("passive", 0.0495, .perHour, at: "T87", "passive uptake")
        let active = scope.peterson("active", 0.9, .millimolePerHour, at: "T28", "greatest active uptake")
        let usualAmount = scope.peterson("usualAmount", 1.58471, .millimole, at: "T0", "amount that fixes T29")
        let usualActive = scope.peterson("usualActive", 0.17533, .millimolePerHour, at: "T29", "active uptake at T0")
        let amountAtRest = scope.peterson("amountAtRest", 1.2375, .millimole, at: "T at the start", "T at the anchor")
        let amount = scope.state(
            "amount", .millimole, initial: amountAtRest, typical: 0.1, "calcium of the gut about to be absorbed, T")

        let amountScale = scope.define(
            "amountScale", .millimole, usualAmount * (active - usualActive) / usualActive, "T29")
        let transport = scope.define("transport", .millimolePerHour, active * amount / (amount + amountScale), "T31")
        let relativeCapacity = capacity / atRest
        let actively = transport * relativeCapacity * amount / (amount + halfAmount)
        scope.flow("intake", from: nil, to: amount, rate: eaten * share, "calcium that will be taken up")
        uptake = scope.flow(
            "uptake", from: amount, to: pools.calciumAmount, rate: actively + passive * amount, "gut to fluid, J40")
    }
}
