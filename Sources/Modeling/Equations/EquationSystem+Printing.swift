extension EquationSystem: CustomStringConvertible {
    private func name(_ leaf: ExpressionGraph.Node) -> String {
        switch leaf {
        case .state(let index): layout.states[Int(index)].identifier
        case .parameter(let index): layout.parameters[Int(index)].identifier
        case .direction(let index): "δ" + layout.parameters[Int(index)].identifier
        case .lagged(let index): "_past\(index)"
        default: "\(leaf)"
        }
    }

    /// The differential and algebraic equations, with shared parts as numbered lines before them.
    public var description: String {
        let roots = zip(layout.states, programs[.rightHandSide]!).map { state, node in
            (label: state.mass == 0 ? "0" : "d \(state.identifier) / dt", node: node)
        }
        return "equations of \(model.name): \(layout.states.count) states, \(layout.parameters.count) parameters\n"
            + graph.text(of: lagLines + roots, name: name)
    }

    /// Each past value with its interval, as three lines.
    private var lagLines: [(label: String, node: ExpressionGraph.NodeID)] {
        graph.lags.enumerated().flatMap { index, lag in
            [
                ("_past\(index), interval", lag.interval), ("_past\(index), value then", lag.value),
                ("_past\(index), value before the start", lag.valueBeforeStart),
            ]
        }
    }

    /// The non-zeros of ∂f/∂y, with shared parts as numbered lines before them.
    public var jacobianDescription: String {
        guard let nodes = programs[.jacobian] else { return "no Jacobian: \(derivativeObstacle ?? "")" }
        let pattern = layout.jacobianPattern
        let roots = zip(zip(pattern.rows, pattern.columns), nodes).map { place, node in
            (label: "∂(\(layout.states[place.0].identifier))′/∂\(layout.states[place.1].identifier)", node: node)
        }
        return "Jacobian of \(model.name): \(nodes.count) non-zeros of \(layout.states.count)²\n"
            + graph.text(of: roots, name: name)
    }
}
