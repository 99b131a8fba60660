import Modeling

/// The vitamin K of one tissue as its carboxylase sees it: vitamers weighted by how well they serve.
///
///     N = Σ wᵢ · Aᵢ + other,   renewal = Σ wᵢ · uptakeᵢ / N
///
/// The amounts are totals over the redox forms, so that each vitamer's balance closes; the cycle adds which share is in which form.
struct CofactorPool: Component {
    /// One vitamer in the tissue: amount [nmol], uptake [nmol/h] and weight relative to K1 [1].
    struct Member {
        let amount, uptake, weight: Expression
    }

    /// Effective amount [nmol].
    let amount: Expression
    /// Share replaced by new quinone [1/h].
    let renewal: Expression
}

extension CofactorPool {
    /// - Parameter background: cofactor the model does not follow, such as bacterial menaquinones [nmol].
    init(in scope: Scope, members: [Member], background: Expression) {
        let amounts = members.map { $0.weight * $0.amount }
        amount = scope.define("cofactor", .nanomole, .sum(amounts + [background]), "effective amount of vitamin K")
        let uptakes = members.map { $0.weight * $0.uptake }
        renewal = scope.define("renewal", .perHour, .sum(uptakes) / amount, "share of the pool replaced by new quinone")
    }
}
