import Modeling
import Testing

@Suite struct OutputGradeTests {
    /// A chain source → pool → result, with one weak number, an event and a dose beside it.
    static func model() -> Model {
        let builder = ModelBuilder(name: "grades", timeUnit: .hour)
        let strong = builder.scope("strong", grade: .established, "Strong.")
        let rate = strong.parameter("rate", 1, .perHour, .assumed(because: "test"), "Rate.")
        let pool = strong.state("pool", .milligram, typical: 1, "Pool.")
        strong.flow("loss", from: pool, to: nil, rate: rate * pool)
        let weak = builder.scope("weak", grade: .speculative, "Weak.")
        let effect = weak.parameter("effect", 1, .dimensionless, .assumed(because: "test"), "Effect.")
        let mixed = builder.scope("mixed", grade: .supported, "Mixed.")
        let doubtful = mixed.parameter(
            "doubtful", 1, .dimensionless, .assumed(because: "test"), grade: .contested, "Doubtful.")
        let dosed = strong.state("dosed", .milligram, typical: 1, "Dosed.")
        strong.flow("dosedLoss", from: dosed, to: nil, rate: rate * dosed)
        strong.doseInput("dose", .milligram, "Dose.") { amount, _ in [(state: dosed, value: dosed + amount * effect)] }
        let switched = strong.state("switched", .milligram, typical: 1, "Set by an event.")
        strong.event("switch", when: doubtful > 2, set: [(switched, pool)])
        builder.output("pool", pool, .milligram, label: "Pool")
        builder.output("product", pool * effect, .milligram, label: "Product")
        builder.output("number", pool * doubtful, .milligram, label: "Number")
        builder.output("dosed", dosed, .milligram, label: "Dosed")
        builder.output("switched", switched, .milligram, label: "Switched")
        builder.output("own", pool, .milligram, label: "Own", grade: .contested)
        return builder.model
    }

    /// What an absent input multiplies is not on the path.
    @Test func productWithAZeroInputIsAbsent() {
        let builder = ModelBuilder(name: "zeros", timeUnit: .hour)
        let strong = builder.scope("strong", grade: .established)
        let level = strong.input("level", 0, .dimensionless, "Level.")
        let weak = builder.scope("weak", grade: .speculative)
        let effect = weak.parameter("effect", 1, .dimensionless, .assumed(because: "test"), "Effect.")
        builder.output("o", exp(effect * level) + level / effect, .dimensionless, label: "O")
        #expect(builder.model.outputGrades()["o"]?.grade == .speculative)
        #expect(builder.model.outputGrades(zeros: ["strong.level"])["o"]?.grade == .established)
    }

    @Test func lowestOnThePathWithWhatSetsIt() {
        let grades = Self.model().outputGrades()
        #expect(grades["pool"]?.grade == .established)
        #expect(grades["product"] == OutputGrade(grade: .speculative, element: "weak", isComponent: true))
        #expect(grades["number"]?.reason == "mixed.doubtful")
        #expect(grades["number"]?.grade == .contested)
        #expect(grades["switched"]?.grade == .contested)
        #expect(grades["own"]?.grade == .contested)
        #expect(grades["own"]?.reason == "own")
    }

    /// What is set aside lowers the grade of its output, and of no other.
    @Test func whatIsSetAsideLowersNoGrade() {
        let model = Self.model()
        #expect(model.weakElements()["number"] == ["mixed.doubtful": .contested])
        let grades = model.outputGrades(setAside: ["number": ["mixed.doubtful"], "own": ["own"]])
        #expect(grades["number"]?.grade == .established)
        #expect(grades["switched"]?.grade == .contested)
        #expect(grades["own"]?.grade == .contested)
    }

    @Test func aDoseThatNobodyGivesLowersNoGrade() {
        #expect(Self.model().outputGrades()["dosed"]?.grade == .speculative)
        #expect(Self.model().outputGrades(usingDoses: [])["dosed"]?.grade == .established)
        #expect(Self.model().outputGrades(usingDoses: ["strong.dose"])["dosed"]?.reason == "component weak")
    }
}
