/// A piece of a model: a struct whose initialiser declares its content in a scope and whose properties are its ports.
///
/// Inputs are labelled arguments of the initialiser, so the compiler does the wiring and a missing wire is an error.
/// Absence is another component with the same ports, never an `if`.
///
///     struct Elimination: Component {
///         let rate: Expression
///         init(in scope: Scope, of state: Expression, halfLife: Expression) { … }
///     }
public protocol Component: Sendable {}
