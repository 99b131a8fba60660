import Modeling

/// The parathyroid glands: what they secrete at once (by calcium), over days (S) and over months (PTmax).
///
///     secretion = T63(Ca) · S / S₀ · PTmax · exp(b · stress)
///     dS/dt     = (1 − S) · T76 − S · T75,   T75, T76 = T70 · (0.85 · (1 ± tanh(T71 · (D − T72))) + 0.15)
///     dPTmax/dt = PTout · (f(D) − PTmax)
///
/// f falls from CtriolMax to CtriolMin through 1 at the anchor of calcitriol. (The 2010 program put the present calcitriol
/// in the anchor's place, which leaves f at 1; its authors mended that later.) Stress is a term of its own around 0:
/// cortisol is not modelled and PTH is no classical stress hormone.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct ParathyroidGland: Component {
    /// [pmol/h]
    let secretion: Expression

    init(in scope: Scope, pools: MineralPools, person: Person) {
        let stressEffect = scope.parameter(
            "stressEffect", 0, .dimensionless,
            .assumed(because: "no human estimate of lasting stress on PTH; centred on none"),
            spread: .normal(standardDeviation: 0.1), grade: .speculative, nonNegative: false,
            "log secretion per unit of stress")
        let reserve = Self.reserve(in: scope, pools: pools)
        let capacity = Self.capacity(in: scope, pools: pools)
        let secreted = Self.byCalcium(in: scope, pools: pools) * reserve * capacity
        secretion = scope.flow(
            "secretion", from: nil, to: pools.pthAmount, rate: secreted * exp(stressEffect * person.stress),
            "secretion of PTH, EPTH")
        let clearance = scope.peterson(
            "clearance", 100, .litrePerHour, at: "T57", spread: .logNormal(coefficientOfVariation: 0.2),
            "clearance of PTH")
        scope.flow("elimination", from: pools.pthAmount, to: nil, rate: clearance * pools.pth, "elimination of PTH")
    }

    /// T63 [pmol/h]: within minutes.
    private static func byCalcium(in scope: Scope, pools: MineralPools) -> Expression {
        let most = scope.peterson(
            "greatestSecretion", 6249.09, .picomolePerHour, at: "T58", "secretion without calcium")
        let least = scope.peterson("leastSecretion", 96.25, .picomolePerHour, at: "T61", "secretion with much calcium")
        let atAnchor = scope.peterson("anchorSecretion", 385, .picomolePerHour, at: "T60", "secretion at the anchor")
        let steepness = scope.peterson("steepness", 11.7387, at: "T59", "steepness in calcium")
        return scope.sigmoid(
            "secretionByCalcium", .picomolePerHour, of: pools.relativeCalcium, from: most, span: least - most,
            atAnchor: atAnchor, steepness: steepness, "secretion set by calcium, T63")
    }

    /// S / S₀ [1]: within days.
    private static func reserve(in scope: Scope, pools: MineralPools) -> Expression {
        let rate = scope.peterson("reserveRate", 0.01, .perHour, at: "T70", "turnover of the reserve")
        let slope = scope.peterson("reserveSlope", 0.03, .litrePerPicomole, at: "T71", "steepness in calcitriol")
        let aim = scope.peterson("reserveCalcitriol", 90, .picomolePerLitre, at: "T72", "calcitriol that divides")
        let byCalcium = scope.peterson("reserveByCalcium", 0.9, at: "ScaEffGam", "shift per log calcium")
        let driven = scope.peterson("reserveDriven", 0.85, at: "T75", "share that calcitriol drives")
        let undriven = scope.peterson("reserveUndriven", 0.15, at: "T75", "share that runs anyway")
        let start = scope.peterson("reserveAtRest", 0.5, at: "S at the start", "reserve at the anchor")

        let reserve = scope.state("reserve", .dimensionless, initial: start, typical: 0.05, "reserve of the gland, S")
        let divide = scope.define(
            "reserveDivide", .picomolePerLitre, aim * pools.relativeCalcium.power(-byCalcium), "T72")
        let lean = scope.define(
            "reserveLean", .dimensionless, tanh(slope * (pools.calcitriol - divide)), "T74")
        let emptying = rate * (driven * (1 + lean) + undriven)
        let filling = rate * (driven * (1 - lean) + undriven)
        scope.rate(of: reserve, (1 - reserve) * filling - reserve * emptying)
        return reserve / start
    }

    /// PTmax [1]: within months.
    private static func capacity(in scope: Scope, pools: MineralPools) -> Expression {
        let most = scope.peterson("greatestCapacity", 4.1029, at: "CtriolMax", "capacity without calcitriol")
        let least = scope.peterson("leastCapacity", 0.9, at: "CtriolMin", "capacity with much calcitriol")
        let steepness = scope.peterson("capacitySteepness", 12.5033, at: "CtriolPTgam", "steepness in calcitriol")
        let rate = scope.peterson("capacityRate", 0.0001604, .perHour, at: "PTout", "rate of growth and shrinkage")
        let capacity = scope.state("capacity", .dimensionless, initial: 1, typical: 0.1, "size of the glands, PTmax")
        let aim = scope.sigmoid(
            "capacityAim", of: pools.relativeCalcitriol, from: most, span: least - most, atAnchor: 1,
            steepness: steepness, "size that calcitriol leads to, CtriolPTeff")
        scope.rate(of: capacity, rate * (aim - capacity))
        return capacity
    }
}
