import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Grades by what moves an output.
@Suite struct WeightedGradeTests {
    private static let family = Flagship()

    private static func grades(_ doses: Set<String>, opened: Set<String> = []) throws -> WeightedGrades {
        let arm = try ArmModel(family, using: doses, kernel: .standard)
        let zeros = Set(family.vocabulary.fields.filter { $0.defaultValue == 0 }.map(\.input)).subtracting(opened)
        return WeightedGrades(of: arm, zeros: zeros, shares: family.gradeShares, reference: family.vocabulary)
    }

    @Test func theTableHoldsEveryOutputOnEveryCourse() {
        let outputs = Set(Self.family.model(using: []).outputs.map(\.identifier))
        #expect(Self.family.gradeShares.rows.count == 5)
        for (course, rows) in Self.family.gradeShares.rows {
            #expect(Set(rows.keys) == outputs, "\(course ?? "nothing")")
            for (output, row) in rows { #expect((0...1.001).contains(row.upTo(.supported)), "\(output)") }
        }
    }

    /// The weights that stand in the file are the model's: taking nothing, made again.
    @Test func theTableIsTheModels() throws {
        let scenarios = try Flagship.gradeReferences.map {
            try Scenario(parsing: $0, file: "grades", for: Self.family)
        }
        let ranking = UncertaintyRanking(family: Self.family, threadCount: 2)
        let made = try GradeShares(measuring: scenarios, by: ranking, armIndices: [0])
        for (output, row) in try #require(made.rows[nil]) {
            for grade in Grade.allCases where grade < .established {
                let committed = Self.family.gradeShares.share(of: output, upTo: grade, doses: [])
                #expect(abs(row.upTo(grade) - committed) < 0.01, "\(output), \(grade)")
            }
        }
    }

    @Test func clottingIsNotAsUnsureAsAFaintEdge() throws {
        let warfarin = try Self.grades([Flagship.warfarinOral])
        #expect(try #require(warfarin.grades["INR"]).grade >= .supported)
        let path = Self.family.model(using: [Flagship.warfarinOral]).outputGrades(usingDoses: [Flagship.warfarinOral])
        #expect(path["INR"]?.grade == .speculative)
        #expect(warfarin.reason(for: "INR").contains("% of its variation from speculative parts"))
    }

    @Test func whatMK4DoesToTheWallStaysSpeculative() throws {
        let grades = try Self.grades(["vitaminK.mk4.oral"])
        #expect(grades.grades["dpucMGP"]?.grade == .speculative)
    }

    /// What vitamin K does to calcium in arteries is contested, and what follows from it is no surer, small as it is beside the rest.
    @Test func whatVitaminKDoesToArteriesStaysContested() throws {
        for dose in ["vitaminK.mk4.oral", "vitaminK.mk7.oral", "vitaminK.k1.oral"] {
            let grades = try Self.grades([dose])
            for output in ["CAC", "valveCalcium", "aorticCalcium", "cfPWV", "SBP"] {
                #expect(try #require(grades.grades[output]).grade <= .contested, "\(dose), \(output)")
            }
        }
    }

    /// Nobody has measured MK-4 on the skin: what it reaches is as unsure as the way in, however little it moves.
    @Test func everythingBehindTheSkinIsSpeculative() throws {
        let doses: Set = [Flagship.topical]
        let grades = try Self.grades(doses)
        for output in ["plasma.mk4", "dpucMGP", "ucOC", "INR", "PIVKA-II", "CAC", "cfPWV", "SBP"] {
            #expect(grades.grades[output]?.grade == .speculative, "\(output)")
        }
    }

    /// An input that was zero when the weights were taken brings its effect in full.
    @Test func anOpenedPathCountsInFull() throws {
        let calm = try Self.grades([])
        let stressed = try Self.grades([], opened: ["person.stress"])
        #expect(try #require(stressed.grades["PTH"]).grade == .speculative)
        #expect(try #require(calm.grades["PTH"]).grade > .speculative)
    }

    @Test func noShareLiftsADeclaredGrade() throws {
        let grades = try Self.grades([])
        for output in Self.family.model(using: []).outputs {
            #expect(try #require(grades.grades[output.identifier]).grade <= output.grade, "\(output.identifier)")
        }
    }
}
