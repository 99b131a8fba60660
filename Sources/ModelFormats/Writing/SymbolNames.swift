/// SBML identifiers for the identifiers of a model.
///
/// An identifier that is one already stays. Otherwise a point becomes two underscores, any other character that SBML does
/// not allow `_x` with its code in hexadecimal and `_`, and a first digit gets an underscore in front. An identifier that
/// is taken gets `_2`, `_3` behind. The original stands in the attribute `name`, so the way back is a look-up.
struct SymbolNames {
    private var taken: Set<String> = []
    private var names: [String: String] = [:]

    /// Takes identifiers that need no change first, so that none of them is displaced by a changed one.
    init(keeping identifiers: [String]) {
        for identifier in identifiers where Self.isValid(identifier) && names[identifier] == nil {
            names[identifier] = identifier
            taken.insert(identifier)
        }
        for identifier in identifiers where names[identifier] == nil { names[identifier] = free(identifier) }
    }

    /// Name of an identifier that was given at the start.
    subscript(identifier: String) -> String { names[identifier] ?? Self.mapped(identifier) }

    /// A name for something else, like `identifier`, that nothing has yet.
    mutating func free(_ identifier: String) -> String {
        let base = Self.isValid(identifier) ? identifier : Self.mapped(identifier)
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)_\(number)"
            number += 1
        }
        return name
    }

    static func isValid(_ identifier: String) -> Bool {
        guard let first = identifier.utf8.first, isLetter(first) else { return false }
        return identifier.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    static func mapped(_ identifier: String) -> String {
        var result = ""
        for scalar in identifier.unicodeScalars {
            if scalar == "." {
                result += "__"
            } else if let code = UInt8(exactly: scalar.value), isLetter(code) || isDigit(code) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
            }
        }
        return result.utf8.first.map(isLetter) == true ? result : "_" + result
    }

    private static func isLetter(_ code: UInt8) -> Bool {
        (65...90).contains(code) || (97...122).contains(code) || code == 95
    }

    private static func isDigit(_ code: UInt8) -> Bool { (48...57).contains(code) }
}
