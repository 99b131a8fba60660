import Modeling

/// What the person eats each day, spread over the day.
///
/// The defaults stand for a western European diet without natto; a diet put together from ``FoodTable`` replaces them.
struct Diet: Component {
    /// Phylloquinone, menaquinone-4 and menaquinone-7 with its longer kin [µg/d].
    let phylloquinone: Expression
    let menaquinone4: Expression
    let menaquinone7: Expression
    /// Calcium and phosphorus [mg/d].
    let calcium: Expression
    let phosphorus: Expression
    /// Fat of meals that no dose line names [g/d].
    let fat: Expression

    init(in scope: Scope) {
        phylloquinone = scope.input("k1", 100, .microgramPerDay, "phylloquinone in the diet")
        menaquinone4 = scope.input("mk4", 10, .microgramPerDay, "menaquinone-4 in the diet")
        menaquinone7 = scope.input("mk7", 20, .microgramPerDay, "menaquinone-7 and longer menaquinones in the diet")
        calcium = scope.input("calcium", 1000, .milligramPerDay, "calcium in the diet")
        phosphorus = scope.input("phosphorus", 1200, .milligramPerDay, "phosphorus in the diet")
        fat = scope.input("fat", 80, .gramPerDay, "fat in the diet, besides the meals that doses name")
    }
}
