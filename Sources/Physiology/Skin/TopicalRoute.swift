import Modeling

/// What the rest of the body sees of a skin that may carry menaquinone-4: amounts [nmol].
protocol TopicalRoute: Component {
    var vehicle: Expression { get }
    var stratumCorneum: Expression { get }
    var viableSkin: Expression { get }
    var subcutaneousFat: Expression { get }
    /// Running total wiped off, shed or broken down in the skin.
    var washedOff: Expression { get }
}

/// A skin on which nothing is put.
struct NoSkin: TopicalRoute {
    let vehicle: Expression = .number(0, .nanomole)
    let stratumCorneum: Expression = .number(0, .nanomole)
    let viableSkin: Expression = .number(0, .nanomole)
    let subcutaneousFat: Expression = .number(0, .nanomole)
    let washedOff: Expression = .number(0, .nanomole)
}
