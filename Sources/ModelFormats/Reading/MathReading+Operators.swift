import CLibSBML
import Modeling

extension MathReading {
    /// Sums, products and powers, with any number of operands where MathML allows it.
    func arithmetic(_ type: ASTNodeType_t, _ parts: [Expression]) throws(Obstacle) -> Expression? {
        switch type {
        case AST_PLUS: return parts.isEmpty ? 0 : parts.count == 1 ? parts[0] : .apply(.add, parts)
        case AST_TIMES: return parts.isEmpty ? 1 : parts.count == 1 ? parts[0] : .apply(.multiply, parts)
        case AST_MINUS:
            if parts.count == 1 { return -parts[0] }
            try need(2, parts, "minus")
            return parts[0] - parts[1]
        case AST_DIVIDE:
            try need(2, parts, "divide")
            return parts[0] / parts[1]
        case AST_POWER, AST_FUNCTION_POWER:
            try need(2, parts, "power")
            return parts[0].power(parts[1])
        case AST_FUNCTION_ROOT:
            if parts.count == 1 { return sqrt(parts[0]) }
            try need(2, parts, "root")
            if case .number(2, _) = parts[0].kind { return sqrt(parts[1]) }
            return parts[1].power(1 / parts[0])
        case AST_FUNCTION_LOG:
            if parts.count == 1 { return log10(parts[0]) }
            try need(2, parts, "log")
            if case .number(10, _) = parts[0].kind { return log10(parts[1]) }
            return ln(parts[1]) / ln(parts[0])
        case AST_FUNCTION_MAX, AST_FUNCTION_MIN:
            guard let joined = Self.balanced(type == AST_FUNCTION_MAX ? .max : .min, parts[...]) else {
                throw .malformed("min or max of nothing")
            }
            return joined
        case AST_FUNCTION_QUOTIENT, AST_FUNCTION_REM:
            try need(2, parts, "quotient or rem")
            return .apply(type == AST_FUNCTION_REM ? .remainder : .quotient, parts)
        default: return nil
        }
    }

    /// Relations compare every pair of neighbours; with fewer than two operands they hold.
    func logical(_ type: ASTNodeType_t, _ parts: [Expression]) throws(Obstacle) -> Expression? {
        func chain(_ operation: Operation) -> Expression {
            let pairs = zip(parts, parts.dropFirst()).map { Expression.apply(operation, [$0, $1]) }
            return Self.balanced(.and, pairs[...]) ?? 1
        }
        func fold(_ operation: Operation, empty: Expression) -> Expression {
            // A lone operand is made a truth value, as any number may stand there.
            if parts.count == 1 { return .apply(.notEqual, [parts[0], 0]) }
            return Self.balanced(operation, parts[...]) ?? empty
        }
        switch type {
        case AST_RELATIONAL_LT: return chain(.less)
        case AST_RELATIONAL_LEQ: return chain(.lessOrEqual)
        case AST_RELATIONAL_GT: return chain(.greater)
        case AST_RELATIONAL_GEQ: return chain(.greaterOrEqual)
        case AST_RELATIONAL_EQ: return chain(.equal)
        case AST_RELATIONAL_NEQ:
            try need(2, parts, "neq")
            return .apply(.notEqual, parts)
        case AST_LOGICAL_AND: return fold(.and, empty: 1)
        case AST_LOGICAL_OR: return fold(.or, empty: 0)
        case AST_LOGICAL_XOR: return fold(.xor, empty: 0)
        case AST_LOGICAL_NOT:
            try need(1, parts, "not")
            return parts[0].not
        case AST_LOGICAL_IMPLIES:
            try need(2, parts, "implies")
            return parts[0].not.or(parts[1])
        default: return nil
        }
    }

    /// Functions of one number.
    func elementary(_ type: ASTNodeType_t, _ parts: [Expression]) throws(Obstacle) -> Expression? {
        guard let (operation, before, after) = Self.functions[type.rawValue] else { return nil }
        try need(1, parts, "a function of one number")
        let argument = before ? 1 / parts[0] : parts[0]
        let value = Expression.apply(operation, [argument])
        return after ? 1 / value : value
    }

    /// Operation, whether its argument is inverted, whether its value is: sec x = 1 ÷ cos x, arcsec x = arccos(1 ÷ x).
    private static let functions: [UInt32: (Operation, Bool, Bool)] = [
        AST_FUNCTION_ABS.rawValue: (.abs, false, false), AST_FUNCTION_EXP.rawValue: (.exp, false, false),
        AST_FUNCTION_LN.rawValue: (.ln, false, false), AST_FUNCTION_FLOOR.rawValue: (.floor, false, false),
        AST_FUNCTION_CEILING.rawValue: (.ceiling, false, false),
        AST_FUNCTION_FACTORIAL.rawValue: (.factorial, false, false),
        AST_FUNCTION_SIN.rawValue: (.sin, false, false), AST_FUNCTION_COS.rawValue: (.cos, false, false),
        AST_FUNCTION_TAN.rawValue: (.tan, false, false), AST_FUNCTION_CSC.rawValue: (.sin, false, true),
        AST_FUNCTION_SEC.rawValue: (.cos, false, true), AST_FUNCTION_COT.rawValue: (.tan, false, true),
        AST_FUNCTION_SINH.rawValue: (.sinh, false, false), AST_FUNCTION_COSH.rawValue: (.cosh, false, false),
        AST_FUNCTION_TANH.rawValue: (.tanh, false, false), AST_FUNCTION_CSCH.rawValue: (.sinh, false, true),
        AST_FUNCTION_SECH.rawValue: (.cosh, false, true), AST_FUNCTION_COTH.rawValue: (.tanh, false, true),
        AST_FUNCTION_ARCSIN.rawValue: (.asin, false, false), AST_FUNCTION_ARCCOS.rawValue: (.acos, false, false),
        AST_FUNCTION_ARCTAN.rawValue: (.atan, false, false), AST_FUNCTION_ARCCSC.rawValue: (.asin, true, false),
        AST_FUNCTION_ARCSEC.rawValue: (.acos, true, false), AST_FUNCTION_ARCCOT.rawValue: (.atan, true, false),
        AST_FUNCTION_ARCSINH.rawValue: (.asinh, false, false), AST_FUNCTION_ARCCOSH.rawValue: (.acosh, false, false),
        AST_FUNCTION_ARCTANH.rawValue: (.atanh, false, false), AST_FUNCTION_ARCCSCH.rawValue: (.asinh, true, false),
        AST_FUNCTION_ARCSECH.rawValue: (.acosh, true, false), AST_FUNCTION_ARCCOTH.rawValue: (.atanh, true, false),
    ]

    private func need(_ count: Int, _ parts: [Expression], _ name: String) throws(Obstacle) {
        guard parts.count == count else {
            throw .malformed("\(name) takes \(count) operand\(count == 1 ? "" : "s"), not \(parts.count)")
        }
    }
}
