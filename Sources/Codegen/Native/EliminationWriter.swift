// Goals, in order: the sums of the plan, in its order; each element of the factors written once; few loads. The plan
// updates the rest of the matrix after each pivot; here each row is finished before the next, so that its elements stay
// in registers while the pivots above it are subtracted.

import Modeling

/// Writes the elimination of a plan as straight-line code: `factor` and `solve`.
///
/// Parameters of factor: `%j` Jacobian, `%h` steps, `%v` factors of this part, `%w` those of the parts before, `%f` faults,
/// `%gamma`; of solve: `%v`, `%x` in place. What a part reads and what it writes are apart, so that code generation need
/// not compare every load with every store; with one pointer it took ten times as long.
struct EliminationWriter {
    static let factorPointers = ["j", "h", "v", "w", "f"]
    static let solvePointers = ["v", "x"]
    /// Elements of one part.
    private static let longestPart = 600
    /// Values of a vector that are kept rather than read again.
    private static let keptRows = 8

    private let plan: EliminationPlan
    private let shape: VectorShape
    /// Jacobian non-zero of each element, where it has one.
    private var jacobianIndices: [Int32: Int] = [:]
    private var lower: [[EliminationPlan.Element]] = []
    private var upper: [[EliminationPlan.Element]] = []

    init(_ plan: EliminationPlan, _ shape: VectorShape) {
        self.plan = plan
        self.shape = shape
        for (index, place) in plan.places.enumerated() { jacobianIndices[place] = index }
        (lower, upper) = plan.rows
    }

    /// States in the order of elimination, cut where a part has enough elements.
    private var parts: [[Int]] {
        var result: [[Int]] = [[]]
        var size = 0
        for row in plan.order.map({ Int($0) }) {
            let own = 1 + lower[row].reduce(upper[row].count) { $0 + 1 + upper[Int($1.column)].count }
            if size > 0, size + own > Self.longestPart {
                result.append([])
                size = 0
            }
            result[result.count - 1].append(row)
            size += own
        }
        return result
    }

    func add(to module: inout IRModule) {
        let parts = parts
        for (index, rows) in parts.enumerated() {
            module.add(
                factor(rows, isFirst: index == 0), name: "factor.\(index)",
                parameters:
                    "ptr noalias readonly %j, ptr noalias readonly %h, ptr noalias %v, ptr noalias readonly %w, "
                    + "ptr noalias %f, double %gamma")
            module.add(
                forward(rows), name: "forward.\(index)", parameters: "ptr noalias readonly %v, ptr noalias %x")
            module.add(
                backward(rows.reversed()), name: "backward.\(index)",
                parameters: "ptr noalias readonly %v, ptr noalias %x")
        }
        module.addEntry(
            "factor", pointers: Self.factorPointers, numbers: ["gamma"], parts: parts.indices.map { "factor.\($0)" })
        module.addEntry(
            "solve", pointers: Self.solvePointers,
            parts: parts.indices.map { "forward.\($0)" } + parts.indices.reversed().map { "backward.\($0)" })
    }

    private func factor(_ rows: [Int], isFirst: Bool) -> IRWriter {
        var writer = IRWriter(shape)
        let gamma = spread("%gamma", &writer)
        let step = writer.load("%h", 0)
        let shift = writer.binary("fdiv", shape.literal(1), writer.binary("fmul", gamma, step))
        var fault = isFirst ? nil : writer.truth("une", writer.load("%f", 0), shape.literal(0))
        var known: [Int32: String] = [:]
        func read(_ place: Int32) -> String { known[place] ?? writer.load("%w", Int(place)) }
        func keep(_ value: String, _ place: Int32) {
            known[place] = value
            writer.store(value, "%v", Int(place))
        }
        for row in rows {
            var elements: [Int32: String] = [:]
            for element in lower[row] + upper[row] {
                if let index = jacobianIndices[element.place] {
                    elements[element.column] = writer.negated(writer.load("%j", index))
                }
            }
            let size: String
            var pivot: String
            if let index = jacobianIndices[plan.diagonal[row]] {
                let own = writer.load("%j", index)
                pivot = writer.binary("fsub", shift, own)
                size = writer.binary("fadd", shift, writer.intrinsic("fabs", own))
            } else {
                (pivot, size) = (shift, shift)
            }
            for element in lower[row] {
                let above = Int(element.column)
                // An element that is always zero is in no plan, so each has a value by now.
                let reciprocal = read(plan.diagonal[above])
                let left = writer.binary("fmul", elements[element.column]!, reciprocal)
                writer.store(left, "%v", Int(element.place))
                for term in upper[above] {
                    let right = read(term.place)
                    let product = writer.binary("fmul contract", left, right)
                    if Int(term.column) == row {
                        pivot = writer.binary("fsub contract", pivot, product)
                    } else if let old = elements[term.column] {
                        elements[term.column] = writer.binary("fsub contract", old, product)
                    } else {
                        elements[term.column] = writer.negated(product)
                    }
                }
            }
            for element in upper[row] { keep(elements[element.column]!, element.place) }
            keep(writer.binary("fdiv", shape.literal(1), pivot), plan.diagonal[row])
            let limit = writer.binary("fmul", shape.literal(EliminationPlan.smallestPivot), size)
            // Not "ogt", so that a pivot that is no number is a fault.
            let isLost = writer.truth("ule", writer.intrinsic("fabs", pivot), limit)
            fault = fault.map { writer.value("or \(shape.truthType) \($0), \(isLost)") } ?? isLost
        }
        let faults = fault.map { writer.select($0, shape.literal(1), shape.literal(0)) } ?? shape.literal(0)
        writer.store(faults, "%f", 0)
        return writer
    }

    private func spread(_ number: String, _ writer: inout IRWriter) -> String {
        guard shape.width > 1 else { return number }
        let first = writer.value("insertelement \(shape.type) poison, double \(number), i32 0")
        return writer.value(
            "shufflevector \(shape.type) \(first), \(shape.type) poison, <\(shape.width) x i32> zeroinitializer")
    }

    private func forward(_ rows: [Int]) -> IRWriter {
        substitution(rows.filter { !lower[$0].isEmpty }, lower, pivots: false)
    }

    private func backward(_ rows: [Int]) -> IRWriter { substitution(rows, upper, pivots: true) }

    /// x[row] −= Σ factor · x[column] for each row in turn, then times the reciprocal of the pivot.
    private func substitution(_ rows: [Int], _ terms: [[EliminationPlan.Element]], pivots: Bool) -> IRWriter {
        var writer = IRWriter(shape)
        var kept: [(row: Int, value: String)] = []
        for row in rows {
            var sum = writer.load("%x", row)
            for term in terms[row] {
                let factor = writer.load("%v", Int(term.place))
                let other = kept.last { $0.row == Int(term.column) }?.value ?? writer.load("%x", Int(term.column))
                sum = writer.binary("fsub contract", sum, writer.binary("fmul contract", factor, other))
            }
            if pivots { sum = writer.binary("fmul", sum, writer.load("%v", Int(plan.diagonal[row]))) }
            writer.store(sum, "%x", row)
            kept.append((row, sum))
            if kept.count > Self.keptRows { kept.removeFirst() }
        }
        return writer
    }
}
