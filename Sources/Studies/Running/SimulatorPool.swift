import Modeling

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
    /// Outcomes of numbered simulations by index, those on one model in batches of the solver's size.
    ///
    /// - Throws: ``StudyError/cancelled``.
    func outcomes(
        count: Int, solver: SolverChoice, model: @Sendable (Int) -> ArmModel, subject: @Sendable (Int) -> Subject
    ) throws -> [SubjectOutcome] {
        var batches: [[Int]] = []
        var open: [ArmModel.Identity: Int] = [:]
        for index in 0..<count {
            let key = model(index).identity
            if let batch = open[key], batches[batch].count < solver.batchSize {
                batches[batch].append(index)
            } else {
                open[key] = batches.count
                batches.append([index])
            }
        }
        let numbers = batches
        let results = try results(
            count: numbers.count, sizes: numbers.map(\.count), makeWorker: { SimulatorPool(solver: solver) }
        ) { pool, batch in
            pool.outcomes(of: numbers[batch].map(subject), on: model(numbers[batch][0]))
        }
        var outcomes = [SubjectOutcome?](repeating: nil, count: count)
        for (batch, own) in zip(numbers, results) {
            for (index, outcome) in zip(batch, own) { outcomes[index] = outcome }
        }
        return outcomes.map { $0! }
    }
}
