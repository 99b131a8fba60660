import Foundation
import Modeling

/// Names of elementary functions: the C library's, and its vector library's where this machine has them.
enum VectorMath {
    /// The C library's function of an operation; `nil` where the operation is arithmetic.
    static func scalarName(_ operation: Modeling.Operation) -> String? {
        switch operation {
        case .power: "pow"
        case .ln: "log"
        case .factorial: "tgamma"
        case .remainder: "fmod"
        case .exp, .log10, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh:
            "\(operation)"
        default: nil
        }
    }

    /// The vector function of an operation over a shape's lanes; `nil` where lanes are called one by one.
    ///
    /// Names are those of the x86-64 vector ABI: instruction set, no mask, lanes, a `v` for each operand.
    static func vectorName(_ operation: Modeling.Operation, _ shape: VectorShape) -> String? {
        guard shape.width > 1, vectorOperations.contains(operation), let scalar = scalarName(operation) else {
            return nil
        }
        let set =
            switch shape.level {
            case .baseline: "b"
            case .avx2: "d"
            case .avx512: "e"
            }
        return "_ZGV\(set)N\(shape.width)\(operation.arity == 1 ? "v" : "vv")_\(scalar)"
    }

    /// Those that every glibc with a vector library has.
    private static let vectorOperations: Set<Modeling.Operation> = {
        #if os(Linux) && arch(x86_64)
            [.exp, .ln, .power, .sin, .cos]
        #else
            []
        #endif
    }()
}
