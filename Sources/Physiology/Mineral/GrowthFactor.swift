import Modeling

/// TGF-β: laid down latent by osteoblasts, set free by osteoclasts.
///
///     dTGFB/dt    = koutTGF0 · TGFB₀ · OBᵃ − freed,   freed = koutTGF0 · (TGFB / TGFB₀)ᵇ · TGFB · OCᶜ
///     dTGFBact/dt = freed − 1000 · koutTGF0 · TGFBact        (OB, OC relative to the anchor)
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct GrowthFactor: Component {
    init(in scope: Scope, cells: BoneCells) {
        let rate = scope.peterson("rate", 2.98449e-5, .perHour, at: "koutTGF0", "release at the anchor")
        let byOsteoblasts = scope.peterson("byOsteoblasts", 0.0111319, at: "OBtgfGAM", "rise per log osteoblasts")
        let byOsteoclasts = scope.peterson("byOsteoclasts", 0.593891, at: "OCtgfGAM", "rise per log osteoclasts")
        let byStore = scope.peterson("byStore", 0.919131, at: "koutTGFGam", "rise of the rate per log store")
        let (latent, active) = (cells.latentFactor, cells.activeFactor)
        let store = cells.latentAnchor
        scope.flow(
            "deposition", from: nil, to: latent,
            rate: rate * store * cells.relativeOsteoblasts.power(byOsteoblasts), "latent TGF-β laid down")
        let pace = rate * (latent / store).power(byStore)
        scope.flow(
            "release", from: latent, to: active,
            rate: pace * latent * cells.relativeOsteoclasts.power(byOsteoclasts), "TGF-β set free, koutTGFeqn")
        scope.flow(
            "loss", from: active, to: nil, rate: rate * store * cells.relativeFactor, "loss of active TGF-β")
    }
}
