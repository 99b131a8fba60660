import Modeling

/// Fat of meals in the gut, which packs what the gut wall holds into chylomicrons.
///
/// The diet brings fat evenly, so that without a meal named the packing is steady; a meal adds its fat at once. What a
/// meal low in fat leaves in the gut wall goes on with the fat of the next, which is the second peak of menatetrenone
/// after lunch (Uematsu 1996).
///
///     fat′ = diet − k · fat,   packing = least + (1 − least) · fatⁿ / (halfⁿ + fatⁿ)
struct GutFat: Component {
    /// [g]
    let amount: Expression
    /// Rate of packing relative to that with ample fat [1]: `least` without fat, 1 with much.
    let packing: Expression

    init(in scope: Scope, diet: Diet) {
        let uptake = scope.parameter(
            "uptakeRate", 0.5, .perHour,
            .assumed(because: "half of a meal's fat is absorbed within an hour and a half, nearly all in six hours"),
            spread: .logNormal(coefficientOfVariation: 0.3), "absorption of fat from the gut")
        let half = scope.parameter(
            "packingHalf", 8, .gram,
            .assumed(because: "a lunch five hours after a breakfast of 35 g of fat gives a second peak (Uematsu 1996)"),
            spread: .logNormal(coefficientOfVariation: 0.3), "fat in the gut that packs half as fast as ample fat")
        let steepness = scope.parameter(
            "packingSteepness", 2, .dimensionless, .assumed(because: "no study of it; steep enough for a second peak"),
            "steepness of packing in fat")
        let least = scope.parameter(
            "packingLeast", 0.1, .dimensionless,
            .assumed(because: "menatetrenone is still absorbed, though less, by fasting people (Glakay label)"),
            spread: .uniform(0.05, 0.2), "packing without fat, relative to ample fat")

        let eaten = diet.fat.converted(from: .gramPerDay, to: .gramPerHour)
        amount = scope.state("amount", .gram, initial: eaten / uptake, typical: 1, "fat of meals in the gut")
        scope.flow("eaten", from: nil, to: amount, rate: eaten, "fat of the diet")
        scope.flow("uptake", from: amount, to: nil, rate: uptake * amount, "fat taken up")

        let relative = (amount / half).power(steepness)
        let driven = relative / (1 + relative)
        packing = scope.define(
            "packing", .dimensionless, least + (1 - least) * driven, "packing into chylomicrons, relative to ample fat")

        let amount = amount
        scope.doseInput("oral", .gram, "the fat of a meal") { fat, _ in [(state: amount, value: amount + fat)] }
    }
}
