extension SystemStructure {
    /// Whether a quantity's initial value is a formula of time, so that it had other values before the start.
    func hasMovingPast(_ quantityIndex: Int) -> Bool {
        var seen: Set<String> = []
        var open = [model.quantities[quantityIndex].initial].compactMap(\.self)
        while let formula = open.popLast() {
            if formula.contains({ $0 == .time }) { return true }
            for symbol in formula.symbols {
                guard seen.insert(symbol).inserted, let index = quantityIndices[symbol] else { continue }
                if case .assignment(let formula) = determinations[index] {
                    open.append(formula)
                } else if let initial = model.quantities[index].initial {
                    open.append(initial)
                }
            }
        }
        return false
    }
}
