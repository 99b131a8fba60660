import Modeling

/// One vitamer in the lipoproteins of plasma: triglyceride-rich ones (chylomicrons, their remnants, VLDL) and the
/// long-lived LDL and HDL.
///
/// Remnants go to the liver within minutes; what is handed on to LDL and HDL stays as long as they do. Phylloquinone and
/// menaquinone-4 are mostly carried by the first, menaquinone-7 mostly by the second. Tissues take from both alike.
struct PlasmaLipoproteins: Component {
    /// Amounts [nmol].
    let triglycerideRich: Expression
    let longLived: Expression
    /// Both [nmol].
    let total: Expression
    /// Both per plasma volume [nmol/L].
    let concentration: Expression
    private let volume: Expression

    /// - Parameter atStart: first guess of the plasma concentration [nmol/L].
    init(in scope: Scope, of vitamer: VitamerKinetics, volume: Expression, atStart: Expression) {
        let guess = vitamer.typicalPlasmaVolume * atStart / 2
        let triglycerideRich = scope.state(
            "triglycerideRich", .nanomole, initial: guess, typical: 0.1, "amount in chylomicrons, remnants and VLDL")
        let longLived = scope.state("longLived", .nanomole, initial: guess, typical: 0.1, "amount in LDL and HDL")
        scope.flow(
            "transfer", from: triglycerideRich, to: longLived, rate: vitamer.transfer * triglycerideRich,
            "handed on to LDL and HDL")
        total = scope.define("plasma", .nanomole, triglycerideRich + longLived, "amount in plasma")
        concentration = scope.define("concentration", .nanomolePerLitre, total / volume, "plasma concentration")
        (self.triglycerideRich, self.longLived, self.volume) = (triglycerideRich, longLived, volume)
    }

    /// Flow of both pools into a tissue by a clearance [L/h], as one rate [nmol/h] = clearance × concentration.
    func taken(in scope: Scope, by name: String, into tissue: Expression, clearance: Expression) -> Expression {
        let rich = scope.flow(
            "\(name)UptakeFromTriglycerideRich", from: triglycerideRich, to: tissue,
            rate: clearance * triglycerideRich / volume, "chylomicrons and VLDL to \(name)")
        let lasting = scope.flow(
            "\(name)UptakeFromLongLived", from: longLived, to: tissue, rate: clearance * longLived / volume,
            "LDL and HDL to \(name)")
        return rich + lasting
    }

    /// Flows into the liver, as one rate [nmol/h]: remnants and LDL by clearances of their own [L/h].
    func takenByLiver(in scope: Scope, into liver: Expression, of vitamer: VitamerKinetics) -> Expression {
        let remnants = scope.flow(
            "remnantUptake", from: triglycerideRich, to: liver,
            rate: vitamer.hepaticClearance * triglycerideRich / volume, "remnants to the liver")
        let lasting = scope.flow(
            "lipoproteinUptake", from: longLived, to: liver, rate: vitamer.lipoproteinClearance * longLived / volume,
            "LDL and HDL to the liver")
        return remnants + lasting
    }
}
