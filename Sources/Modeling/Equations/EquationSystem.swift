/// A model as ordered, simplified, differentiated equations: M·y′ = f(t, y, p).
///
/// All formulas live in one graph, so that whatever two of them share is one node.
public struct EquationSystem: Sendable {
    public let structure: SystemStructure
    public let layout: KernelLayout
    public let graph: ExpressionGraph
    /// Result nodes of each program.
    public let programs: [KernelProgram: [ExpressionGraph.NodeID]]
    /// Why derivatives are missing; `nil` when ∂f/∂y, ∂f/∂t and (∂f/∂p)·v are programs.
    public let derivativeObstacle: String?

    /// Derives the equations of a model.
    ///
    /// - Parameters:
    ///   - model: what is turned into equations.
    ///   - sensitivities: free parameters by which outputs are to be differentiated over time; none by default.
    /// - Throws: ``ModelError`` with every issue that stops the equations from being formed, or sensitivities from being
    ///   followed.
    public init(_ model: Model, sensitivities: [String] = []) throws(ModelError) {
        let structure = try SystemStructure(model)
        var lowering = Lowering(structure)
        lowering.lowerPrograms()
        guard lowering.issues.isEmpty else { throw ModelError(model: model.name, issues: lowering.issues) }
        let pattern = lowering.differentiate()
        let sensitivity = sensitivities.isEmpty ? nil : lowering.differentiate(by: sensitivities)
        guard lowering.issues.isEmpty else { throw ModelError(model: model.name, issues: lowering.issues) }
        self.structure = structure
        graph = lowering.graph
        programs = lowering.programs
        derivativeObstacle = lowering.derivativeObstacle
        layout = structure.layout(
            pattern: pattern, roots: lowering.rootCourses, triggersFollowRoots: lowering.triggersFollowRoots,
            usesHistory: !lowering.graph.lags.isEmpty, laggedStates: lowering.laggedStates,
            isAutonomous: lowering.isAutonomous,
            continuousParameters: lowering.continuousParameters, sensitivity: sensitivity)
    }

    public var model: Model { structure.model }
}
