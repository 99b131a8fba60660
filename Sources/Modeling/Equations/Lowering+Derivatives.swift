extension Lowering {
    /// Adds ∂f/∂y, ∂f/∂t and (∂f/∂p)·v; returns the pattern of ∂f/∂y.
    ///
    /// Where an operation has no derivative, none of the three is added and the obstacle is named.
    mutating func differentiate() -> SparsityPattern {
        let rightHandSide = programs[.rightHandSide]!
        let stateCount = structure.stateQuantities.count
        do throws(UndifferentiableError) {
            let (pattern, derivatives) = try sparseDerivatives(of: rightHandSide, columnCount: stateCount) { leaf in
                if case .state(let index) = leaf { Int(index) } else { nil }
            }
            programs[.timeDerivative] = try graph.tangents(of: rightHandSide) { graph, leaf in
                leaf == .time ? graph.number(1) : nil
            }
            programs[.parameterDirection] = try graph.tangents(of: rightHandSide) { graph, leaf in
                if case .parameter(let index) = leaf { graph.intern(.direction(index)) } else { nil }
            }
            programs[.jacobian] = derivatives
            programs[.rightHandSideAndJacobian] = rightHandSide + derivatives
            return pattern
        } catch {
            derivativeObstacle = "\(error.operation) has no derivative here"
            return SparsityPattern(
                rowCount: stateCount, columnStarts: .init(repeating: 0, count: stateCount + 1), rows: [])
        }
    }

    /// Non-zero derivatives of the roots by leaves, column by column.
    mutating func sparseDerivatives(
        of roots: [NodeID], columnCount: Int, by column: (ExpressionGraph.Node) -> Int?
    ) throws(UndifferentiableError) -> (pattern: SparsityPattern, derivatives: [NodeID]) {
        var columns = [[(row: Int, derivative: NodeID)]](repeating: [], count: columnCount)
        for (row, entries) in try graph.gradients(of: roots, by: column).enumerated() {
            for entry in entries { columns[entry.column].append((row, entry.derivative)) }
        }
        let pattern = SparsityPattern(
            rowCount: roots.count, columnStarts: columns.reduce(into: [0]) { $0.append($0.last! + $1.count) },
            rows: columns.flatMap { $0.map(\.row) })
        return (pattern, columns.flatMap { $0.map(\.derivative) })
    }
}
