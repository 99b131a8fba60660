import Modeling
import Solvers

/// Simulates subjects one at a time with derivatives of their outputs by parameters.
public final class SensitivitySimulator {
    private let preparation: SubjectPreparation

    /// A course and its derivatives, in the outputs' and parameters' own units.
    public struct Course: Sendable {
        /// [outputIndex][timeIndex].
        public let values: [[Double]]
        /// [parameterIndex][outputIndex][timeIndex], parameters in the order the kernel was asked for.
        public let derivatives: [[[Double]]]
    }

    /// - Throws: `SolverError` where the kernel was made without derivatives or cannot be solved.
    init(_ kernel: any Kernel, settings: SolverSettings) throws {
        preparation = SubjectPreparation(try Simulation(kernel: kernel, settings: settings))
    }

    /// Balance with `balanceParameters`, then the study itself, both differentiated.
    ///
    /// - Throws: ``StudyError`` where the subject does not fit; `SolverError`; `Trajectory.Failure` where the course
    ///   stops; an error that says so where fast states do not come to rest.
    public func course(of subject: Subject) throws -> Course {
        let trajectory = try preparation.simulation.run(preparation.input(for: subject))
        if let failure = trajectory.failure { throw failure }
        let times = trajectory.times.indices
        return Course(
            values: (0..<trajectory.outputCount).map { output in times.map { trajectory[$0, output] } },
            derivatives: trajectory.derivativeParameters.indices.map { parameter in
                (0..<trajectory.outputCount).map { output in
                    times.map {
                        trajectory.derivative(timeIndex: $0, outputIndex: output, parameterIndex: parameter)
                    }
                }
            })
    }
}
