import CLibSBML
import Modeling

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
        case malformed(String)
    }

    var functions: [String: FunctionTemplate] = [:]
    let depthLimit: Int
    /// libSBML scales all but `rateOf` by the time conversion factors of submodels.
    var hasTimeFactors = false
    /// The same function of the same arguments is expanded once, so that nested definitions stay linear.
    private var expanded: [Expansion: Expression] = [:]
    private var callDepth = 0

    private struct Expansion: Hashable {
        let function: String
        let arguments: [Expression]
    }

    init(depthLimit: Int) { self.depthLimit = depthLimit }

    /// Expression of a formula.
    ///
    /// - Parameters:
    ///   - node: libSBML's tree.
    ///   - names: what local names stand for: function arguments, local parameters.
    /// - Throws: ``Obstacle``.
    mutating func expression(_ node: OpaquePointer?, names: [String: Expression] = [:]) throws(Obstacle) -> Expression {
        callDepth += 1
        defer { callDepth -= 1 }
        guard callDepth <= depthLimit else { throw .unsupported(construct: "formula nested over \(depthLimit) deep") }
        guard let node else { throw .malformed("a formula lacks a part") }
        let type = ASTNode_getType(node)
        switch type {
        case AST_INTEGER: return .number(Double(ASTNode_getInteger(node)))
        case AST_REAL, AST_REAL_E, AST_RATIONAL: return .number(ASTNode_getReal(node))
        case AST_CONSTANT_E: return .number(2.718281828459045)
        case AST_CONSTANT_PI: return .number(.pi)
        case AST_CONSTANT_TRUE: return 1
        case AST_CONSTANT_FALSE: return 0
        case AST_NAME_TIME: return .time
        case AST_NAME_AVOGADRO: return .number(6.02214179e23)
        case AST_NAME:
            guard let name = ASTNode_getName(node) else { throw .malformed("a <ci> without a name") }
            let text = String(cString: name)
            return names[text] ?? .symbol(text)
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
        var parts: [Expression] = []
        for index in 0..<ASTNode_getNumChildren(node) {
            parts.append(try expression(ASTNode_getChild(node, index), names: names))
        }
        return parts
    }

    private mutating func call(_ node: OpaquePointer, _ names: [String: Expression]) throws(Obstacle) -> Expression {
        let name = ASTNode_getName(node).map { String(cString: $0) } ?? ""
        guard let function = functions[name] else { throw .malformed("calls '\(name)', which is not defined") }
        let arguments = try children(of: node, names)
        guard arguments.count == function.arguments.count else {
            throw .malformed("'\(name)' takes \(function.arguments.count) arguments, not \(arguments.count)")
        }
        let key = Expansion(function: name, arguments: arguments)
        if let known = expanded[key] { return known }
        let bound = Dictionary(zip(function.arguments, arguments), uniquingKeysWith: { first, _ in first })
        let result = try expression(function.body, names: bound)
        expanded[key] = result
        return result
    }

    private func piecewise(_ parts: [Expression]) throws(Obstacle) -> Expression {
        var result: Expression = parts.count % 2 == 1 ? parts[parts.count - 1] : .number(.nan)
        var index = parts.count - parts.count % 2 - 2
        while index >= 0 {
            result = .apply(.select, [parts[index + 1], parts[index], result])
            index -= 2
        }
        return result
    }
}
