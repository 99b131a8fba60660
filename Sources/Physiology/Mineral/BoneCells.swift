import Modeling

/// The cells of bone and the growth factor among them, as amounts in the paper's own scale [1].
///
/// Responding osteoblasts (ROB1) become active ones, counted in two kinds by how long they last (OBfast, OBslow);
/// osteoclasts (OC) free TGF-β (TGFBact) from its latent store (TGFB).
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct BoneCells: Component {
    /// States [1].
    let responding, fastOsteoblasts, slowOsteoblasts, osteoclasts, latentFactor, activeFactor: Expression
    /// Their anchors [1].
    let respondingAnchor, osteoblastAnchor, osteoclastAnchor, factorAnchor, latentAnchor: Expression
    /// Share of osteoblasts of the fast kind at the anchor, FracOBfast [1].
    let fastShare: Expression
    /// Relative to the anchor [1].
    let relativeResponding, relativeOsteoblasts, relativeOsteoclasts, relativeFactor: Expression

    init(in scope: Scope) {
        let osteoblastAnchor = scope.peterson("osteoblastAnchor", 0.00501324, at: "OB₀", "osteoblasts at the anchor")
        let respondingAnchor = scope.peterson(
            "respondingAnchor", 0.00104122, at: "ROB1₀", "responding osteoblasts at the anchor")
        let osteoclastAnchor = scope.peterson("osteoclastAnchor", 0.00115398, at: "OC₀", "osteoclasts at the anchor")
        let factorAnchor = scope.peterson("factorAnchor", 0.228142, at: "Pic0", "active TGF-β at the anchor")
        let latentRatio = scope.peterson("latentRatio", 1000, at: "TGFB₀ / TGFBact₀", "latent over active TGF-β")
        let fastShare = scope.peterson("fastShare", 0.797629, at: "FracOBfast", "share of fast osteoblasts")

        let responding = scope.state(
            "responding", .dimensionless, initial: respondingAnchor, typical: 1e-4, "responding osteoblasts, ROB1")
        let fast = scope.state(
            "fastOsteoblasts", .dimensionless, initial: osteoblastAnchor * fastShare, typical: 4e-4,
            "osteoblasts that turn over fast, OBfast")
        let slow = scope.state(
            "slowOsteoblasts", .dimensionless, initial: osteoblastAnchor * (1 - fastShare), typical: 1e-4,
            "osteoblasts that last, OBslow")
        let osteoclasts = scope.state(
            "osteoclasts", .dimensionless, initial: osteoclastAnchor, typical: 1e-4, "osteoclasts, OC")
        let latent = scope.state(
            "latentFactor", .dimensionless, initial: latentRatio * factorAnchor, typical: 20, "latent TGF-β, TGFB")
        let active = scope.state(
            "activeFactor", .dimensionless, initial: factorAnchor, typical: 0.02, "active TGF-β, TGFBact")

        relativeResponding = scope.define(
            "relativeResponding", .dimensionless, responding / respondingAnchor, "responding osteoblasts, relative")
        relativeOsteoblasts = scope.define(
            "relativeOsteoblasts", .dimensionless, (fast + slow) / osteoblastAnchor, "osteoblasts, relative")
        relativeOsteoclasts = scope.define(
            "relativeOsteoclasts", .dimensionless, osteoclasts / osteoclastAnchor, "osteoclasts, relative")
        relativeFactor = scope.define(
            "relativeFactor", .dimensionless, active / factorAnchor, "active TGF-β, relative")
        (self.responding, fastOsteoblasts, slowOsteoblasts) = (responding, fast, slow)
        (self.osteoclasts, latentFactor, activeFactor) = (osteoclasts, latent, active)
        (self.respondingAnchor, self.osteoblastAnchor) = (respondingAnchor, osteoblastAnchor)
        (self.osteoclastAnchor, self.factorAnchor) = (osteoclastAnchor, factorAnchor)
        latentAnchor = latentRatio * factorAnchor
        self.fastShare = fastShare
    }
}
