import Testing

@testable import Physiology

@Suite struct FoodTableTests {
    @Test func unmeasuredIsNotNone() throws {
        let natto = try #require(FoodTable.food("natto"))
        let leg = try #require(FoodTable.food("chicken leg"))
        #expect(natto.phylloquinone == nil && leg.menaquinone7 == nil)
        for food in FoodTable.foods {
            for value in [food.phylloquinone, food.menaquinone4, food.menaquinone7, food.longMenaquinones] {
                #expect(value != 0)
            }
        }
        let intake = DietaryIntake(of: [(natto, 40), (leg, 100)])
        #expect(abs(intake.menaquinone7 - 402.4) < 0.1 && intake.menaquinone4 == 58)
        #expect(intake.unmeasured["K1"] == ["natto", "chicken leg"])
        #expect(intake.unmeasured["MK-7"] == ["chicken leg"])
    }
}
