import Modeling

/// From responding osteoblasts to active ones, steered by TGF-β.
///
///     dROB1/dt   = kb · OB₀ · PicROB − kb · OB₀ · ROB / PicOB
///     dOBfast/dt = kb · OB₀ · ROB / PicOB · FracOBfast · kbfast / kb′ − kbfast · OBfast
///     dOBslow/dt = kb · OB₀ · ROB / PicOB · (1 − FracOBfast) · Frackb − Frackb · kb′ · OBslow
///     kbfast     = (kb − Frackb · kb′ · (1 − FracOBfast)) / FracOBfast   (ROB relative, Pic relative to Pic0)
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct OsteoblastLineage: Component {
    /// - Parameter apoptosis: kb′ [1/h]; `usualApoptosis` kb [1/h].
    init(in scope: Scope, cells: BoneCells, apoptosis: Expression, usualApoptosis: Expression) {
        let recruitment = scope.sigmoid(
            "recruitment", of: cells.relativeFactor,
            from: scope.peterson("leastRecruitment", 0.883824, at: "FracPicROB", "recruitment without TGF-β"),
            span: scope.peterson("recruitmentSpan", 3.9745, at: "EmaxPicROB", "span of recruitment")
                / cells.factorAnchor,
            atAnchor: 1, steepness: scope.peterson("recruitmentSteepness", 1.80968, at: "PicROBgam", "its steepness"),
            "recruitment by TGF-β, PicROB")
        let arrest = scope.sigmoid(
            "arrest", of: cells.relativeFactor,
            from: scope.peterson("leastArrest", 0.000244818, at: "FracPicOB", "arrest without TGF-β"),
            span: scope.peterson("arrestSpan", 0.251636, at: "EmaxPicOB", "span of arrest") / cells.factorAnchor,
            atAnchor: 1, steepness: scope.peterson("arrestSteepness", 0.122313, at: "PicOBgam", "its steepness"),
            "arrest of ripening by TGF-β, PicOB")
        let slowRatio = scope.peterson("slowRatio", 0.313186, at: "Frackb", "apoptosis of the slow kind")

        let turnover = usualApoptosis * cells.osteoblastAnchor
        let ripening = scope.define(
            "ripening", .perHour, turnover * cells.relativeResponding / arrest, "responding osteoblasts that ripen")
        scope.rate(of: cells.responding, turnover * recruitment - ripening)

        let slow = scope.define("slowApoptosis", .perHour, slowRatio * apoptosis, "kbslow")
        let slowShare = 1 - cells.fastShare
        let fast = scope.define(
            "fastApoptosis", .perHour, (usualApoptosis - slow * slowShare) / cells.fastShare, "kbfast")
        let perApoptosis = fast / apoptosis
        scope.flow(
            "toFast", from: nil, to: cells.fastOsteoblasts, rate: ripening * cells.fastShare * perApoptosis,
            "ripening into the fast kind")
        scope.flow(
            "fromFast", from: cells.fastOsteoblasts, to: nil, rate: fast * cells.fastOsteoblasts,
            "apoptosis of the fast kind")
        scope.flow(
            "toSlow", from: nil, to: cells.slowOsteoblasts, rate: ripening * slowShare * slowRatio,
            "ripening into the slow kind")
        scope.flow(
            "fromSlow", from: cells.slowOsteoblasts, to: nil, rate: slow * cells.slowOsteoblasts,
            "apoptosis of the slow kind")
    }
}
