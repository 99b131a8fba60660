extension SystemStructure {
    /// Whether a quantity's initial value is a formula of time, so that it had other values before the start.
    func hasMovingPast(_ quantityIndex: Int) -> Bool {
        var seen: Set<String> = []
        func moves(_ formula: Expression) -> Bool {
            var depends = false
            formula.forEachDistinctNode { if case .time = $0.kind { depends = true } }
            return depends
                || formula.symbols.contains { symbol in
                    guard seen.insert(symbol).inserted, let index = quantityIndices[symbol] else { return false }
                    if case .assignment(let formula) = determinations[index] { return moves(formula) }
                    return model.quantities[index].initial.map(moves) ?? false
                }
        }
        return model.quantities[quantityIndex].initial.map(moves) ?? false
    }
}
