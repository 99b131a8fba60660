extension Lowering {
    /// Adds ∂f/∂y, ∂f/∂t and (∂f/∂p)·v; returns the pattern of ∂f/∂y.
    ///
    /// Where an operation has no derivative, none of the three is added and the obstacle is named.
    mutating func differentiate() -> SparsityPattern {
        let rightHandSide = programs[.rightHandSide]!
        let stateCount = structure.stateQuantities.count
        do throws(UndifferentiableError) {
            let rows = try graph.gradients(of: rightHandSide)
            var columns = [[(row: Int, derivative: NodeID)]](repeating: [], count: stateCount)
            for (row, entries) in rows.enumerated() {
                for entry in entries { columns[entry.column].append((row, entry.derivative)) }
            }
            programs[.timeDerivative] = try graph.tangents(of: rightHandSide) { graph, leaf in
                leaf == .time ? graph.number(1) : nil
            }
            programs[.parameterDirection] = try graph.tangents(of: rightHandSide) { graph, leaf in
                if case .parameter(let index) = leaf { graph.intern(.direction(index)) } else { nil }
            }
            let derivatives = columns.flatMap { $0.map(\.derivative) }
            programs[.jacobian] = derivatives
            programs[.rightHandSideAndJacobian] = rightHandSide + derivatives
            return SparsityPattern(
                rowCount: stateCount, columnStarts: columns.reduce(into: [0]) { $0.append($0.last! + $1.count) },
                rows: columns.flatMap { $0.map(\.row) })
        } catch {
            derivativeObstacle = "\(error.operation) has no derivative here"
            return SparsityPattern(
                rowCount: stateCount, columnStarts: .init(repeating: 0, count: stateCount + 1), rows: [])
        }
    }
}
