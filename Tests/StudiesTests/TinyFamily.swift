import Modeling
import Studies

/// A one-compartment drug that slowly dissolves a stone: the smallest family with every kind of field, route and output.
struct TinyFamily: ModelFamily {
    var guide = ReportGuide()

    let vocabulary = ScenarioVocabulary(
        fields: [
            .init(
                .person, "age", .quantity(unit: .year, range: 18...110), input: "person.age", defaultValue: 60, "Age."),
            .init(.person, "sex", .choice([("female", 0), ("male", 1)]), input: "person.sex", defaultValue: 1, "Sex."),
            .init(.person, "smoker", .flag, input: "person.smoker", defaultValue: 0, "Smokes now."),
            .init(
                .person, "stone", .quantity(unit: .agatston, range: 0...5000), input: "person.stone", defaultValue: 100,
                "Stone at day 0."),
            .init(
                .diet, "vitamin A", .quantity(unit: .microgramPerDay, range: 0...5000), input: "diet.vitaminA",
                defaultValue: 100, "Intake."),
        ],
        substances: [
            .init(
                "A", doseUnit: .milligram,
                routes: [
                    .init(
                        "oral", doseInput: "gut.dose",
                        attributes: [.init("fat", unit: .gram, range: 0...200, defaultValue: 20)], maximumDose: 1000),
                    .init("intravenous", doseInput: "blood.dose", allowsInfusion: true, maximumDose: 100),
                ]),
            .init("B-4", doseUnit: .milligram, routes: [.init("oral", doseInput: "gut.doseB", maximumDose: 20)]),
        ],
        defaultOutputs: ["amount", "stone"])

    var standingIntake: [String: String] { ["gut.dose": "gut.standing", "gut.doseB": "gut.standing"] }

    func safetyStatements(for scenario: Scenario) -> [String] { ["Not medical advice."] }

    func model(using doseInputs: Set<String>) -> Model {
        let builder = ModelBuilder(name: "tiny", timeUnit: .hour)
        let person = builder.scope("person", grade: .established, "The person.")
        _ = person.input("age", 60, .year, "Age.")
        _ = person.input("sex", 1, .dimensionless, "Sex.")
        _ = person.input("smoker", 0, .dimensionless, "Smokes.")
        let stoneStart = person.input("stone", 100, .agatston, "Stone at day 0.")
        let diet = builder.scope("diet", grade: .established, "The diet.")
        _ = diet.input("vitaminA", 100, .microgramPerDay, "Intake.")

        let gut = builder.scope("gut", grade: .established, "Absorption.")
        let standing = gut.input("standing", 0, .milligram / .hour, "Standing intake.")
        let absorption = gut.parameter(
            "absorption", 1, .perHour, .assumed(because: "test"), spread: .logNormal(coefficientOfVariation: 0.2),
            "Absorption.")
        let inGut = gut.state("amount", .milligram, typical: 1, "In the gut.")

        let blood = builder.scope("blood", grade: .supported, "The blood.")
        let loss = blood.parameter(
            "loss", 0.1, .perHour, .assumed(because: "test"), spread: .logNormal(coefficientOfVariation: 0.3), "Loss.")
        let inBlood = blood.state("amount", .milligram, typical: 1, "In blood.")
        let infusion = blood.input("infusion", 0, .milligram / .hour, "Running infusion.")
        gut.flow("intake", from: nil, to: inGut, rate: standing)
        gut.flow("uptake", from: inGut, to: inBlood, rate: absorption * inGut)
        blood.flow("infused", from: nil, to: inBlood, rate: infusion)
        blood.flow("elimination", from: inBlood, to: nil, rate: loss * inBlood)
        gut.doseInput("dose", .milligram, attributes: [(name: "fat", unit: .gram, value: 20)], "By mouth.") {
            amount, _ in
            [(state: inGut, value: inGut + amount)]
        }
        gut.doseInput("doseB", .milligram, "B by mouth.") { amount, _ in [(state: inGut, value: inGut + amount)] }
        blood.doseInput("dose", .milligram, infusionRate: infusion, "Into a vein.") { amount, _ in
            [(state: inBlood, value: inBlood + amount)]
        }

        let stone = builder.scope("stone", grade: .contested, "The stone.")
        let dissolution = stone.parameter(
            "dissolution", 1e-4, .perHour / .milligram, .assumed(because: "test"), spread: .uniform(0, 2e-4),
            grade: .speculative,
            "Dissolution.")
        let mass = stone.state("mass", .agatston, initial: stoneStart, typical: 1, pinned: true, "The stone.")
        stone.flow("dissolving", from: mass, to: nil, rate: dissolution * inBlood * mass)
        builder.output("amount", inBlood, .milligram, label: "Amount in blood")
        builder.output("stone", mass, .agatston, label: "Stone")
        builder.output("absorbed", inGut, .milligram, label: "Amount in gut")
        return builder.model
    }
}
