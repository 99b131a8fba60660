import Testing

@testable import Studies

@Suite struct ValidationTests {
    private static let library = StudyLibrary { use in
        use == .calibration ? [.init(name: "t.yaml", text: FitTests.study())] : []
    }

    private func scores(threadCount: Int) throws -> [StudyScore] {
        var validation = Validation(
            family: TinyFamily(), library: Self.library, solver: .lanes(relativeTolerance: 1e-4),
            threadCount: threadCount)
        validation.drawCount = 13
        return try validation.scores()
    }

    /// Subjects fill lanes in another order on more threads; what each of them gives must not depend on its neighbours.
    @Test func threadsChangeNoBit() throws {
        let (one, three) = (try scores(threadCount: 1), try scores(threadCount: 3))
        #expect(one.count == 6 && one.map(\.predicted) == three.map(\.predicted))
        #expect(one.map(\.predictedLower) == three.map(\.predictedLower))
        #expect(one.map(\.predictedUpper) == three.map(\.predictedUpper))
        #expect(one.map(\.z) == three.map(\.z) && one.allSatisfy { $0.z != nil })
    }
}
