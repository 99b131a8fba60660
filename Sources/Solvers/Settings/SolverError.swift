/// A refusal before the start: nothing has been simulated.
public enum SolverError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kernel cannot do what the solver needs.
    case missingCapability(kernel: String, solver: String, capability: String)
    case invalidSetting(name: String, value: Double)
    /// An array or a number handed to `run` does not fit the kernel or the span.
    case invalidArgument(String)
    /// A flux balance problem has no answer, or none that is unique.
    case noFluxOptimum(String)
    /// A library could not be set up.
    case unavailable(String, library: String = "SUNDIALS")

    public var description: String {
        switch self {
        case .missingCapability(let kernel, let solver, let capability):
            "kernel “\(kernel)” cannot be used by \(solver): \(capability)"
        case .invalidSetting(let name, let value): "solver setting \(name) must be positive and finite, not \(value)"
        case .invalidArgument(let message): message
        case .noFluxOptimum(let message): "flux balance: \(message) (look at the bounds and the objective)"
        case .unavailable(let message, let library): "\(library): \(message)"
        }
    }
}
