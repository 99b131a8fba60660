import Foundation

/// A formula of t as the answers of cases are written; it shares no code with what it checks.
///
/// Numbers, `t`, `pi`, `INF`, `NaN`; + − × ÷ ^ with the usual precedence; functions of one number; `if(a < b, then, else)`.
struct ClosedForm {
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    private var rest: Substring
    private let time: Double

    /// Value of a formula at a time.
    static func value(of text: String, at time: Double) throws -> Double {
        var form = ClosedForm(rest: text[...], time: time)
        let value = try form.sum()
        form.skipSpace()
        guard form.rest.isEmpty else { throw Unreadable(description: "'\(form.rest)' is left of '\(text)'") }
        return value
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    private mutating func take(_ sign: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    private mutating func need(_ sign: String) throws {
        guard take(sign) else { throw Unreadable(description: "'\(sign)' is missing before '\(rest)'") }
    }

    private mutating func sum() throws -> Double {
        var value = try product()
        while true {
            if take("+") { value += try product() } else if take("-") { value -= try product() } else { return value }
        }
    }

    private mutating func product() throws -> Double {
        var value = try signed()
        while true {
            if take("*") { value *= try signed() } else if take("/") { value /= try signed() } else { return value }
        }
    }

    private mutating func signed() throws -> Double { take("-") ? -(try signed()) : try power() }

    private mutating func power() throws -> Double {
        let base = try primary()
        return take("^") ? pow(base, try signed()) : base
    }

    private mutating func primary() throws -> Double {
        if take("(") {
            let value = try sum()
            try need(")")
            return value
        }
        skipSpace()
        let digits = rest.prefix { $0.isNumber || $0 == "." }
        if !digits.isEmpty, let value = Double(digits) {
            rest = rest.dropFirst(digits.count)
            return value
        }
        let name = String(rest.prefix { $0.isLetter })
        rest = rest.dropFirst(name.count)
        switch name {
        case "t": return time
        case "pi": return .pi
        case "INF": return .infinity
        case "NaN": return .nan
        case "if": return try choice()
        default:
            guard let function = Self.functions[name] else { throw Unreadable(description: "'\(name)' is unknown") }
            try need("(")
            let value = function(try sum())
            try need(")")
            return value
        }
    }

    private mutating func choice() throws -> Double {
        try need("(")
        let left = try sum()
        let relation = try ["<=", ">=", "<", ">"].first { take($0) }.unwrapped("a relation is missing")
        let right = try sum()
        let holds =
            switch relation {
            case "<=": left <= right
            case ">=": left >= right
            case "<": left < right
            default: left > right
            }
        try need(",")
        let then = try sum()
        try need(",")
        let otherwise = try sum()
        try need(")")
        return holds ? then : otherwise
    }

    private static let functions: [String: @Sendable (Double) -> Double] = [
        "exp": { exp($0) }, "ln": { log($0) }, "sqrt": { $0.squareRoot() }, "sin": { sin($0) }, "cos": { cos($0) },
        "atan": { atan($0) }, "acos": { acos($0) },
    ]
}

extension Optional {
    fileprivate func unwrapped(_ problem: String) throws -> Wrapped {
        guard let self else { throw ClosedForm.Unreadable(description: problem) }
        return self
    }
}
