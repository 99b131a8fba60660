import Modeling
import Studies
import Testing

@testable import Physiology

@Suite struct FoodTableTests {
    @Test func theFileIsRead() throws {
        let foods = try FoodTable.parse(FoodTable.text)
        #expect(foods.count >= 60 && FoodTable.foods.count == foods.count)
        for name in ["butter", "Cheddar", "hard cheese", "lamb liver", "egg yolk", "chicken leg", "natto", "spinach"] {
            #expect(FoodTable.food(name) != nil, "\(name)")
        }
        for food in foods {
            let contents = [food.phylloquinone, food.menaquinone4, food.menaquinone7, food.longMenaquinones]
            #expect(contents.contains { $0 != nil }, "\(food.name)")
            #expect(contents.allSatisfy { $0.map { $0.amount > 0 && $0.amount < 2000 } ?? true }, "\(food.name)")
        }
    }

    @Test func unmeasuredIsNotNone() throws {
        let natto = try #require(FoodTable.food("natto"))
        let leg = try #require(FoodTable.food("chicken leg"))
        #expect(natto.menaquinone4 == nil && leg.menaquinone7 == nil && leg.longChain == nil)
        #expect(natto.longChain == 939 + 84 && leg.menaquinone4?.amount == 58)
    }

    /// Meat, eggs, milk and cheese: whoever eats them is not told that MK-4 was never measured there.
    @Test func mk4IsKnownOfCommonFoods() {
        let known = FoodTable.foods.filter { $0.menaquinone4 != nil }
        #expect(known.count >= 15, "\(known.map(\.name))")
        for food in known { #expect(food.menaquinone4!.amount <= (food.name == "goose liver paste" ? 400 : 60)) }
        // 4 µg in one hard-boiled egg of 50 g.
        #expect(FoodTable.food("egg hard-boiled")?.menaquinone4?.amount == 8)
    }

    /// A number that another page quotes is no published one.
    @Test func quotedContentsAreAssumed() throws {
        let quoted = try #require(FoodTable.food("egg yolk")?.menaquinone4?.evidence.origin)
        guard case .assumed(let reason) = quoted else { return #expect(Bool(false)) }
        #expect(reason.hasPrefix("schurgersVermeer2000") && reason.contains("not seen"))
    }

    @Test func badFilesAreRefusedWithTheirLine() {
        let head = "food,K1,MK-4,MK-7,longer\n"
        #expect(throws: FoodTable.Problem.columns(found: "name,K1")) { try FoodTable.parse("name,K1\n") }
        #expect(throws: FoodTable.Problem.cells(line: 2, found: 2)) { try FoodTable.parse(head + "leek,47\n") }
        for cell in ["47", "0 @key table", "-1 @key table", "47 key table", "47 @key"] {
            #expect(throws: FoodTable.Problem.content(line: 2, column: "K1", found: cell)) {
                try FoodTable.parse(head + "leek,\(cell),,,\n")
            }
        }
        #expect(throws: FoodTable.Problem.repeated(line: 3, food: "Leek")) {
            try FoodTable.parse(head + "leek,47 @key t,,,\nLeek,47 @key t,,,\n")
        }
    }

    private func scenario(_ diet: String, arm: String = "{}") throws -> Scenario {
        let text = "diet: \(diet)\narms:\n  - {name: arm, diet: \(arm)}\nhorizon: 30 days\n"
        return try Scenario(parsing: text, file: "s.yaml", for: Flagship())
    }

    @Test func foodsAddToTheDiet() throws {
        let scenario = try scenario(
            "{K1: 50 ug/d, foods: {natto: 40 g, spinach: 100 g/day}}", arm: "{foods: {Natto: 10 g}}")
        #expect(abs(scenario.inputs["diet.k1"]! - (50 + 34.7 * 0.4 + 498)) < 1e-9)
        #expect(abs(scenario.inputs["diet.mk7"]! - (20 + 1023 * 0.4)) < 1e-9)
        #expect(scenario.inputs["diet.mk4"] == 10)
        #expect(abs(scenario.arms[0].inputs["diet.mk7"]! - scenario.inputs["diet.mk7"]! - 102.3) < 1e-9)
        let facts = Dictionary(uniqueKeysWithValues: scenario.personText.map { ($0.key, $0.text) })
        #expect(facts["foods a day"] == "natto 40 g, spinach 100 g/day")
        #expect(facts["not measured"]?.contains("MK-4 of natto, spinach; MK-7 of spinach") == true)
        #expect(facts["K1"] == "50 µg/d and 511.9 with the foods")
    }

    @Test func anUnknownFoodNamesItsNeighbours() {
        let error = #expect(throws: ScenarioError.self) { try scenario("{foods: {nato: 40 g}}") }
        let issue = error?.issues.first
        #expect(issue?.line == 1 && issue?.key == "diet.foods" && issue?.remedy.contains("natto") == true)
        let cheese = #expect(throws: ScenarioError.self) { try scenario("{foods: {cheese: 40 g}}") }
        #expect(cheese?.issues.first?.remedy.contains("blue cheese, hard cheese") == true)
        let portion = #expect(throws: ScenarioError.self) { try scenario("{foods: {natto: 40 mL}}") }
        #expect(portion?.issues.first?.key == "diet.foods.natto")
        #expect(throws: ScenarioError.self) { try scenario("{foods: {natto: 9 kg}}") }
    }
}
