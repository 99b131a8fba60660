import CLibSBML
import Modeling

import func Foundation.free

/// A user-defined function: names of its arguments and its body, which lives as long as the document.
struct FunctionTemplate {
    let arguments: [String]
    let body: OpaquePointer
}

/// Turns libSBML's formula trees into expressions, with functions expanded and local names resolved.
struct MathReading {
    /// What stops one formula.
    enum Obstacle: Error {
        case unsupported(construct: String)
        case tooLarge(construct: String)
        case malformed(String)
    }

    var functions: [String: FunctionTemplate] = [:]
    let depthLimit: Int
    private let expandedLimit: Int
    /// libSBML scales all but `rateOf` by the time conversion factors of submodels.
    var hasTimeFactors = false
    /// Operations written out for function definitions so far.
    private var expandedCount = 0
    /// Functions whose body is being written out.
    private var openFunctions: [String] = []
    /// The same function of the same arguments is expanded once, so that nested definitions stay linear.
    private var expanded: [Expansion: Expression] = [:]
    private var callDepth = 0

    private struct Expansion: Hashable {
        let function: String
        let arguments: [Expression]
    }

    /// Unit of a number by the identifier that stands on it.
    private let units: UnitReading

    init(_ limits: ReadingLimits, units: UnitReading) {
        depthLimit = limits.formulaDepth
        expandedLimit = limits.expandedCount
        self.units = units
    }

    /// Expression of a whole formula.
    ///
    /// - Parameters:
    ///   - node: libSBML's tree.
    ///   - names: what local names stand for: function arguments, local parameters.
    /// - Throws: ``Obstacle``, also for one nested too deep once functions are written out.
    mutating func formula(_ node: OpaquePointer?, names: [String: Expression]) throws(Obstacle) -> Expression {
        let result = try expression(node, names: names)
        guard result.depth <= depthLimit else { throw tooDeep }
        return result
    }

    private var tooDeep: Obstacle { .tooLarge(construct: "formula nested over \(depthLimit) deep") }

    private func unit(of node: OpaquePointer) -> Unit {
        guard ASTNode_isSetUnits(node) != 0, let name = ASTNode_getUnits(node) else { return .dimensionless }
        defer { free(name) }
        return units.unit(text(name))
    }

    /// Expression of a formula.
    ///
    /// - Parameters:
    ///   - node: libSBML's tree.
    ///   - names: what local names stand for: function arguments, local parameters.
    /// - Throws: ``Obstacle``.
    private mutating func expression(
        _ node: OpaquePointer?, names: [String: Expression]
    ) throws(Obstacle) -> Expression {
        callDepth += 1
        defer { callDepth -= 1 }
        guard callDepth <= depthLimit else { throw tooDeep }
        if !openFunctions.isEmpty {
            expandedCount += 1
            guard expandedCount <= expandedLimit else {
                throw .tooLarge(construct: "formula whose functions make over \(expandedLimit) operations")
            }
        }
        guard let node else { throw .malformed("has a formula that lacks a part") }
        let type = ASTNode_getType(node)
        switch type {
        case AST_INTEGER: return .number(Double(ASTNode_getInteger(node)), unit(of: node))
        case AST_REAL, AST_REAL_E, AST_RATIONAL: return .number(ASTNode_getReal(node), unit(of: node))
        case AST_CONSTANT_E: return .number(2.718281828459045)
        case AST_CONSTANT_PI: return .number(.pi)
        case AST_CONSTANT_TRUE: return 1
        case AST_CONSTANT_FALSE: return 0
        case AST_NAME_TIME: return .time
        case AST_NAME_AVOGADRO: return .number(6.02214179e23)
        case AST_NAME:
            guard let name = text(ASTNode_getName(node)) else { throw .malformed("has a <ci> without a name") }
            return names[name] ?? .symbol(name)
        case AST_FUNCTION: return try call(node, names)
        case AST_FUNCTION_PIECEWISE: return try piecewise(try children(of: node, names))
        case AST_FUNCTION_DELAY:
            let parts = try children(of: node, names)
            guard parts.count == 2 else { throw .malformed("delay takes 2 arguments, not \(parts.count)") }
            return parts[0].delayed(by: parts[1])
        case AST_FUNCTION_RATE_OF:
            if hasTimeFactors { throw .unsupported(construct: "rateOf beside a time conversion factor") }
            let parts = try children(of: node, names)
            guard parts.count == 1, parts[0].symbolIdentifier != nil else {
                throw .malformed("rateOf takes one identifier")
            }
            return .rate(of: parts[0])
        default:
            let parts = try children(of: node, names)
            if let result = try arithmetic(type, parts) { return result }
            if let result = try logical(type, parts) { return result }
            if let result = try elementary(type, parts) { return result }
            let name = ASTNode_getName(node).map { String(cString: $0) }
            throw .unsupported(construct: name.map { "function '\($0)'" } ?? "MathML element of type \(type.rawValue)")
        }
    }

    private mutating func children(
        of node: OpaquePointer, _ names: [String: Expression]
    ) throws(Obstacle) -> [Expression] {
        // libSBML nests a sum of n terms n deep, always to the left; a long one is read without recursion.
        let type = ASTNode_getType(node)
        var spine = [node]
        if Self.associative.contains(type.rawValue) {
            while ASTNode_getNumChildren(spine.last!) == 2, let first = ASTNode_getChild(spine.last!, 0),
                ASTNode_getType(first) == type
            {
                spine.append(first)
            }
        }
        if spine.count <= Self.shortSum { spine = [node] }
        var parts: [Expression] = []
        for index in 0..<ASTNode_getNumChildren(spine.last!) {
            parts.append(try expression(ASTNode_getChild(spine.last!, index), names: names))
        }
        for outer in spine.dropLast().reversed() {
            parts.append(try expression(ASTNode_getChild(outer, 1), names: names))
        }
        return parts
    }

    /// Sums of so few terms keep the order of addition that the tree says.
    private static let shortSum = 64
    private static let associative: Set = [
        AST_PLUS.rawValue, AST_TIMES.rawValue, AST_LOGICAL_AND.rawValue, AST_LOGICAL_OR.rawValue,
        AST_LOGICAL_XOR.rawValue,
    ]

    private mutating func call(_ node: OpaquePointer, _ names: [String: Expression]) throws(Obstacle) -> Expression {
        let name = ASTNode_getName(node).map { String(cString: $0) } ?? ""
        guard let function = functions[name] else { throw .malformed("calls '\(name)', which is not defined") }
        let arguments = try children(of: node, names)
        guard arguments.count == function.arguments.count else {
            let (given, taken) = (arguments.count, function.arguments.count)
            throw .malformed("calls '\(name)' with \(given) argument\(given == 1 ? "" : "s"), but it takes \(taken)")
        }
        let key = Expansion(function: name, arguments: arguments)
        if let known = expanded[key] { return known }
        guard !openFunctions.contains(name) else {
            throw .malformed("calls '\(name)', which calls itself")
        }
        openFunctions.append(name)
        defer { openFunctions.removeLast() }
        let bound = Dictionary(zip(function.arguments, arguments), uniquingKeysWith: { first, _ in first })
        let result = try expression(function.body, names: bound)
        expanded[key] = result
        return result
    }

    private func piecewise(_ parts: [Expression]) throws(Obstacle) -> Expression {
        let last: Expression = parts.count % 2 == 1 ? parts[parts.count - 1] : .number(.nan)
        let pieces = stride(from: 0, to: parts.count - 1, by: 2).map { (value: parts[$0], when: parts[$0 + 1]) }
        return Self.choice(among: pieces[...], otherwise: last).value
    }

    /// The first piece whose condition holds; many pieces as a balanced tree, so that long tables stay shallow.
    private static func choice(
        among pieces: ArraySlice<(value: Expression, when: Expression)>, otherwise: Expression
    ) -> (value: Expression, any: Expression) {
        if pieces.count <= 16 {
            let value = pieces.reversed().reduce(otherwise) { .apply(.select, [$1.when, $1.value, $0]) }
            return (value, balanced(.or, pieces.map(\.when)[...]) ?? 0)
        }
        let middle = pieces.startIndex + pieces.count / 2
        let first = choice(among: pieces[..<middle], otherwise: .number(.nan))
        let second = choice(among: pieces[middle...], otherwise: otherwise)
        return (.apply(.select, [first.any, first.value, second.value]), first.any.or(second.any))
    }

    /// An operation whose grouping does not matter, joined in halves; `nil` for no parts.
    static func balanced(_ operation: Modeling.Operation, _ parts: ArraySlice<Expression>) -> Expression? {
        guard let first = parts.first else { return nil }
        if parts.count == 1 { return first }
        let middle = parts.startIndex + parts.count / 2
        return .apply(operation, [balanced(operation, parts[..<middle])!, balanced(operation, parts[middle...])!])
    }
}
