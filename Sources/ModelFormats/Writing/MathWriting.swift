import Modeling

/// Turns expressions into MathML.
struct MathWriting {
    /// Names of quantities and reactions in the document.
    var names: SymbolNames
    /// Names that local parameters have inside the law being written.
    var localNames: [String: String] = [:]
    var units = UnitWriting()
    /// Whether numbers carry units; `inference` then tells which one a zero has.
    let statesUnits: Bool
    var inference: FormulaUnits
    /// Whether a formula written so far uses an operation that came with Level 3 Version 2.
    private(set) var usesVersion2 = false

    init(names: SymbolNames, statesUnits: Bool, inference: FormulaUnits) {
        self.names = names
        self.statesUnits = statesUnits
        self.inference = inference
    }

    /// Which kind of value a place takes: SBML before Level 3 Version 2 keeps them apart, and other tools do so still.
    enum Place { case number, truth }

    static let namespace = "http://www.w3.org/1998/Math/MathML"

    /// A whole `<math>` element.
    ///
    /// - Parameters:
    ///   - formula: what is written.
    ///   - xml: where.
    ///   - unit: that the place declares, for a number that fits any.
    ///   - place: what the place takes.
    mutating func math(_ formula: Expression, into xml: inout XMLText, unit: Unit? = nil, as place: Place = .number) {
        xml.begin(
            "math", [("xmlns", Self.namespace), ("xmlns:sbml", statesUnits ? ModelWriting.namespace : nil)])
        write(formula, into: &xml, unit: unit, as: place)
        xml.end()
    }

    private mutating func write(
        _ formula: Expression, into xml: inout XMLText, unit: Unit? = nil, as place: Place = .number
    ) {
        if place == .truth, !isTruth(formula) {
            writeAsTruth(formula, into: &xml)
            return
        }
        if place == .number, case .apply(let operation) = formula.kind, operation.isLogical {
            piecewise(.apply(.select, [formula, 1, 0]), into: &xml, unit: nil, as: .number)
            return
        }
        switch formula.kind {
        case .number(let value, let own): number(value, own, wanted: unit, into: &xml)
        case .symbol(let identifier): xml.leaf("ci", [], " \(localNames[identifier] ?? names[identifier]) ")
        case .time: symbol("time", "time", into: &xml)
        case .delay:
            xml.begin("apply")
            symbol("delay", "delay", into: &xml)
            write(formula.operands[0], into: &xml, unit: unit)
            write(formula.operands[1], into: &xml)
            xml.end()
        case .rateOf:
            usesVersion2 = true
            xml.begin("apply")
            symbol("rateOf", "rateOf", into: &xml)
            write(formula.operands[0], into: &xml)
            xml.end()
        case .apply(.select): piecewise(formula, into: &xml, unit: unit, as: place)
        case .apply(let operation): apply(operation, formula, into: &xml, unit: unit)
        }
    }

    private func symbol(_ name: String, _ text: String, into xml: inout XMLText) {
        xml.leaf(
            "csymbol", [("encoding", "text"), ("definitionURL", "http://www.sbml.org/sbml/symbols/\(name)")],
            " \(text) ")
    }

    private func isTruth(_ formula: Expression) -> Bool {
        if case .apply(let operation) = formula.kind { return operation.isLogical || operation == .select }
        return false
    }

    /// A number where a truth value is due: anything but 0 is true.
    private mutating func writeAsTruth(_ formula: Expression, into xml: inout XMLText) {
        if case .number(let value, _) = formula.kind, !value.isNaN {
            xml.empty(value == 0 ? "false" : "true")
            return
        }
        xml.begin("apply")
        xml.empty("neq")
        write(formula, into: &xml)
        number(0, .dimensionless, wanted: statesUnits ? inference.unit(of: formula) : nil, into: &xml)
        xml.end()
    }

    private mutating func number(_ value: Double, _ own: Unit, wanted: Unit?, into xml: inout XMLText) {
        // As in the unit check, a bare 0 or ∞ has whatever unit its place needs.
        let isFree = (value == 0 || value.isInfinite) && own == .dimensionless
        let unit = statesUnits ? units.identifier(of: isFree ? wanted ?? own : own) : nil
        if value.isNaN {
            xml.empty("notanumber")
        } else if value.isInfinite {
            if value < 0 { xml.begin("apply"); xml.empty("minus") }
            xml.empty("infinity")
            if value < 0 { xml.end() }
        } else if value == .pi, own == .dimensionless {
            xml.empty("pi")
        } else if value == value.rounded(), abs(value) < 1e9 {
            xml.leaf("cn", [("type", "integer"), ("sbml:units", unit)], " \(Int(value)) ")
        } else {
            xml.leaf("cn", [("sbml:units", unit)], " \(NumberText.decimal(value)) ")
        }
    }

    /// Choices within the last branch become further pieces; a last branch that is no number is left out.
    private mutating func piecewise(
        _ formula: Expression, into xml: inout XMLText, unit: Unit?, as place: Place
    ) {
        let unit = unit ?? common(Array(formula.operands[1...]))
        xml.begin("piecewise")
        var rest = formula
        while case .apply(.select) = rest.kind {
            xml.begin("piece")
            write(rest.operands[1], into: &xml, unit: unit, as: place)
            write(rest.operands[0], into: &xml, as: .truth)
            xml.end()
            rest = rest.operands[2]
        }
        if case .number(let value, _) = rest.kind, value.isNaN {
        } else {
            xml.begin("otherwise")
            write(rest, into: &xml, unit: unit, as: place)
            xml.end()
        }
        xml.end()
    }

    private mutating func apply(
        _ operation: Modeling.Operation, _ formula: Expression, into xml: inout XMLText, unit: Unit?
    ) {
        let operands = operation.isChain ? Self.chain(operation, formula) : formula.operands
        // Sums and products of none or one are their neutral element and their operand.
        if operation == .add || operation == .multiply, operands.count < 2 {
            let neutral: Expression = operation == .add ? 0 : 1
            write(operands.first ?? neutral, into: &xml, unit: unit)
            return
        }
        if [.min, .max, .remainder, .quotient].contains(operation) { usesVersion2 = true }
        xml.begin("apply")
        xml.empty(operation.mathML)
        switch operation {
        case .log10:
            xml.begin("logbase")
            number(10, .dimensionless, wanted: nil, into: &xml)
            xml.end()
            write(operands[0], into: &xml)
        case .and, .or, .xor, .not:
            for operand in operands { write(operand, into: &xml, as: .truth) }
        case .add, .subtract, .min, .max, .remainder, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
            let wanted = common(operands) ?? (operation.isLogical ? nil : unit)
            for operand in operands { write(operand, into: &xml, unit: wanted) }
        case .negate, .abs, .floor, .ceiling: write(operands[0], into: &xml, unit: unit)
        default:
            for operand in operands { write(operand, into: &xml) }
        }
        xml.end()
    }

    /// The unit of the first operand that has one of its own.
    private mutating func common(_ operands: [Expression]) -> Unit? {
        guard statesUnits else { return nil }
        for operand in operands {
            if case .number(let value, .dimensionless) = operand.kind, value == 0 || !value.isFinite { continue }
            if let unit = inference.unit(of: operand) { return unit }
        }
        return nil
    }

    /// Operands of a chain such as (a and b) and c, which would nest as deep as it is long.
    private static func chain(_ operation: Modeling.Operation, _ formula: Expression) -> [Expression] {
        var reversed: [Expression] = []
        var rest = formula
        while case .apply(operation) = rest.kind, let first = rest.operands.first {
            reversed += rest.operands.dropFirst().reversed()
            rest = first
        }
        return [rest] + reversed.reversed()
    }
}

extension Modeling.Operation {
    /// Whether (a ∘ b) ∘ c may be written a ∘ b ∘ c.
    var isChain: Bool {
        switch self {
        case .add, .multiply, .min, .max, .and, .or, .xor: true
        default: false
        }
    }

    /// Element of MathML.
    fileprivate var mathML: String {
        switch self {
        case .add: "plus"
        case .subtract, .negate: "minus"
        case .multiply: "times"
        case .log10: "log"
        case .sqrt: "root"
        case .asin: "arcsin"
        case .acos: "arccos"
        case .atan: "arctan"
        case .asinh: "arcsinh"
        case .acosh: "arccosh"
        case .atanh: "arctanh"
        case .remainder: "rem"
        case .less: "lt"
        case .lessOrEqual: "leq"
        case .greater: "gt"
        case .greaterOrEqual: "geq"
        case .equal: "eq"
        case .notEqual: "neq"
        default: "\(self)"
        }
    }
}
