import Modeling

/// What a food holds of each vitamer; `nil` is not measured, which is not the same as none.
public struct Food: Sendable {
    public let name: String
    /// Per 100 g [µg]: phylloquinone, menaquinone-4, menaquinone-7, longer menaquinones.
    public let phylloquinone: Double?
    public let menaquinone4: Double?
    public let menaquinone7: Double?
    public let longMenaquinones: Double?
    public let evidence: Evidence
}

/// Foods with sourced contents.
public enum FoodTable {
    public static let foods: [Food] = [
        Food(
            name: "spinach", phylloquinone: 394, menaquinone4: nil, menaquinone7: nil, longMenaquinones: nil,
            evidence: .published(.schurgersVermeer2000, at: "abstract: 400 g matched to 3.5 µmol of K1")),
        Food(
            name: "natto", phylloquinone: nil, menaquinone4: nil, menaquinone7: 1006, longMenaquinones: nil,
            evidence: .published(.schurgersVermeer2000, at: "abstract: 3.1 µmol of K2 in 200 g, taken as MK-7")),
        Food(
            name: "chicken leg", phylloquinone: nil, menaquinone4: 58, menaquinone7: nil, longMenaquinones: nil,
            evidence: .published(.dunlop2022, at: "abstract: highest MK-4, 58 ± 9")),
        Food(
            name: "Cheddar", phylloquinone: nil, menaquinone4: nil, menaquinone7: nil, longMenaquinones: 12,
            evidence: .published(.dunlop2022, at: "abstract: MK-9 8 and MK-8 4")),
        Food(
            name: "lamb liver", phylloquinone: 4.9, menaquinone4: nil, menaquinone7: nil, longMenaquinones: nil,
            evidence: .published(.dunlop2022, at: "abstract: highest K1, 4.9")),
        Food(
            name: "egg yolk", phylloquinone: nil, menaquinone4: 31, menaquinone7: nil, longMenaquinones: nil,
            evidence: .assumed(because: "widely repeated from Schurgers & Vermeer 2000; the table itself was not seen")),
        Food(
            name: "hard cheese", phylloquinone: nil, menaquinone4: 5, menaquinone7: nil, longMenaquinones: nil,
            evidence: .assumed(because: "widely repeated from Schurgers & Vermeer 2000; the table itself was not seen")),
        Food(
            name: "butter", phylloquinone: nil, menaquinone4: 15, menaquinone7: nil, longMenaquinones: nil,
            evidence: .assumed(because: "remembered from Schurgers & Vermeer 2000; the table itself was not seen")),
    ]

    /// The food of this name.
    public static func food(_ name: String) -> Food? { foods.first { $0.name == name } }
}

/// Daily intake added up from servings: what is known, and which foods leave a gap.
public struct DietaryIntake: Sendable, Equatable {
    /// Known part [µg/d].
    public private(set) var phylloquinone = 0.0
    public private(set) var menaquinone4 = 0.0
    /// Menaquinone-7 and longer.
    public private(set) var menaquinone7 = 0.0
    /// Foods, by vitamer, whose content was never measured: the true intake is higher than the sum by an unknown amount.
    public private(set) var unmeasured: [String: [String]] = [:]

    /// - Parameter servings: food and daily mass [g/d].
    public init(of servings: [(food: Food, grams: Double)]) {
        for (food, grams) in servings {
            let portion = grams / 100
            func add(_ content: Double?, as vitamer: String) -> Double {
                guard let content else {
                    unmeasured[vitamer, default: []].append(food.name)
                    return 0
                }
                return content * portion
            }
            phylloquinone += add(food.phylloquinone, as: "K1")
            menaquinone4 += add(food.menaquinone4, as: "MK-4")
            let long = [food.menaquinone7, food.longMenaquinones].compactMap { $0 }
            menaquinone7 += add(long.isEmpty ? nil : long.reduce(0, +), as: "MK-7")
        }
    }
}
