import Modeling
import Synchronization

/// One thread's simulators, one for each kernel it has met.
struct SimulatorPool {
    let solver: SolverChoice
    private var simulators: [ArmModel.Identity: any SubjectSimulator] = [:]

    init(solver: SolverChoice) { self.solver = solver }

    /// - Parameter solver: resolved for all models that will come.
    mutating func outcomes(of subjects: [Subject], on model: ArmModel) -> [SubjectOutcome] {
        do {
            let simulator = try simulators[model.identity] ?? solver.makeSimulator(for: model)
            simulators[model.identity] = simulator
            return simulator.outcomes(of: subjects)
        } catch {
            return subjects.map { _ in .failed("\(error)") }
        }
    }
}

extension ParallelTasks {
    /// Simulates numbered subjects, those on one model in batches of the solver's size, and hands over each outcome once,
    /// from any thread and in any order; nothing of it is kept.
    ///
    /// - Throws: ``StudyError/cancelled``; the first error of `receive`, which ends the others too.
    func forEachOutcome(
        count: Int, solver: SolverChoice, model: @Sendable (Int) -> ArmModel, subject: @Sendable (Int) -> Subject,
        receive: @Sendable (Int, SubjectOutcome) throws -> Void
    ) throws {
        let batches = SubjectBatches(count: count, batchSize: solver.batchSize) { model($0).identity }
        try forEach(
            count: batches.count, total: count, size: { batches[$0].count },
            makeWorker: { SimulatorPool(solver: solver) }
        ) { pool, batch in
            let indices = batches[batch]
            let outcomes = pool.outcomes(of: indices.map(subject), on: model(indices[0]))
            for (index, outcome) in zip(indices, outcomes) { try receive(index, outcome) }
        }
    }

    /// Outcomes of numbered subjects by index.
    ///
    /// - Throws: ``StudyError/cancelled``.
    func outcomes(
        count: Int, solver: SolverChoice, model: @Sendable (Int) -> ArmModel, subject: @Sendable (Int) -> Subject
    ) throws -> [SubjectOutcome] {
        let slots = Mutex([SubjectOutcome?](repeating: nil, count: count))
        try forEachOutcome(count: count, solver: solver, model: model, subject: subject) { index, outcome in
            slots.withLock { $0[index] = outcome }
        }
        return slots.withLock { $0.map { $0! } }
    }
}
