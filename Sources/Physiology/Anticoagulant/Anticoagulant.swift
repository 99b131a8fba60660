import Modeling

/// What the rest of the body sees of an anticoagulant: inhibition of VKOR, 0 to 1 [1].
protocol Anticoagulant: Component {
    var inhibition: Expression { get }
    /// [mg/L]
    var concentration: Expression { get }
}

/// No warfarin: nothing is blocked.
struct NoWarfarin: Anticoagulant {
    let inhibition: Expression = 0
    let concentration: Expression = .number(0, .milligramPerLitre)
}
