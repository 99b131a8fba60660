// Goals, in order: within 1.2 units in the last place; no lane's result depends on another's; speed. The vector library's
// power is exact to one unit and takes 1.6 times as long with AVX2, where it looks its logarithms up in memory, lane by
// lane; a third of the flagship's right-hand side went there. exp(y·ln x) without the second word of the logarithm lost:
// it drops as many bits as |y·ln x| has.

/// x to the power y for the lanes of a vector, written as a function of the module.
///
/// x = m·2ᵏ with m from √½ to √2, and with s = (m − 1)/(m + 1) in two words, ln m = 2 s + 2 s³/3 + 2 s⁵/5 + …; y·ln x in
/// two words; then eᵖ = 2ⁿ·eʳ with |r| ≤ ln 2/2. Lanes with x not positive and normal, or a power near the ends of the
/// range, take the vector library's result.
/// - Source: Muller et al., Handbook of Floating-Point Arithmetic, chapters 4 and 10, ISBN 978-3-319-76525-9, for the
///   method; the polynomials are Chebyshev fits on the reduced ranges, computed with 60 digits.
struct VectorPower {
    static let name = "patency.power"

    /// Without fused multiply-add the second word costs too much.
    static func isOffered(for shape: VectorShape) -> Bool { shape.width > 1 && shape.level >= .avx2 }

    private static let leastMantissa = 0x3FE6_A09E_667F_3BCD
    private static let fraction = 0x000F_FFFF_FFFF_FFFF
    private static let one = 0x3FF0_0000_0000_0000
    /// 2⁵²: a small whole number beside it stands in its last bits.
    private static let large = 0x4330_0000_0000_0000
    /// ln 2 in two words; the first leaves room for eleven bits.
    private static let ln2 = (0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45)
    /// (ln m ÷ 2 s − 1) ÷ s² by powers of s², error 1e-18.
    private static let logarithm = [
        0x1.5555555555555p-2, 0x1.9999999999a38p-3, 0x1.2492492476c87p-3, 0x1.c71c720160b47p-4, 0x1.745cf901605f7p-4,
        0x1.3b1c360763b8ap-4, 0x1.0fbe83c2cbcf3p-4, 0x1.0c04595972ab8p-4,
    ]
    /// (eʳ − 1 − r) ÷ r² by powers of r, error 1.4e-18.
    private static let exponential = [
        0.5, 0x1.5555555555557p-3, 0x1.5555555555556p-5, 0x1.11111111100dcp-7, 0x1.6c16c16c162d4p-10,
        0x1.a01a01abe7fe1p-13, 0x1.a01a01a6d889cp-16, 0x1.71de0231960ebp-19, 0x1.27e4db646b17ep-22,
        0x1.af4de97ca4194p-26, 0x1.1f730349868cep-29,
    ]

    private let shape: VectorShape
    private var writer: IRWriter
    private var wholeType: String { "<\(shape.width) x i64>" }

    /// - Parameter library: the vector library's function, for the lanes that are left to it.
    static func add(library: String, to module: inout IRModule) {
        var power = VectorPower(shape: module.shape, writer: IRWriter(module.shape))
        let (result, isCommon) = power.commonCase()
        module.add(
            power.writer, name: name, result: result, isCommon: isCommon, library: library,
            parameters: ["%x", "%y"])
    }

    /// The result, and the truth values of the lanes where it holds.
    private mutating func commonCase() -> (result: String, isCommon: String) {
        let (scale, mantissa) = parts("%x")
        let (high, low) = naturalLogarithm(scale, mantissa)
        let first = multiply("%y", high)
        let rest = fused("%y", low, fused("%y", high, writer.negated(first)))
        let power = add(first, rest)
        let remainder = add(subtract(first, power), rest)
        let result = exponential(power, remainder)
        let isNormal = writer.truth("oge", "%x", shape.literal(.leastNormalMagnitude))
        let isFinite = writer.truth("olt", "%x", shape.literal(.infinity))
        let isInRange = writer.truth("olt", writer.intrinsic("fabs", power), shape.literal(708))
        let both = writer.value("and \(shape.truthType) \(isNormal), \(isFinite)")
        return (result, writer.value("and \(shape.truthType) \(both), \(isInRange)"))
    }

    /// k and m of x = m·2ᵏ.
    private mutating func parts(_ x: String) -> (scale: String, mantissa: String) {
        let bits = writer.value("bitcast \(shape.type) \(x) to \(wholeType)")
        let offset = whole("sub", bits, Self.leastMantissa)
        let biased = whole("lshr", whole("add", offset, Self.one), 52)
        let scale = subtract(number(whole("or", biased, Self.large)), shape.literal(0x1p52 + 1023))
        let mantissa = number(whole("add", whole("and", offset, Self.fraction), Self.leastMantissa))
        return (scale, mantissa)
    }

    /// k·ln 2 + ln m in two words, the second not yet small against the first.
    private mutating func naturalLogarithm(_ scale: String, _ mantissa: String) -> (high: String, low: String) {
        let one = shape.literal(1)
        let difference = subtract(mantissa, one)
        let sum = add(mantissa, one)
        let sumRest = subtract(mantissa, subtract(sum, one))
        let reciprocal = writer.binary("fdiv", one, sum)
        let s = multiply(difference, reciprocal)
        let negative = writer.negated(s)
        let rest = multiply(fused(negative, sumRest, fused(negative, sum, difference)), reciprocal)
        let double = add(s, s)
        let square = multiply(s, s)
        let whole = multiply(scale, shape.literal(Self.ln2.0))
        let high = add(whole, double)
        let lost = add(subtract(whole, high), double)
        let small = fused(scale, shape.literal(Self.ln2.1), fused(rest, shape.literal(2), lost))
        let low = fused(multiply(double, square), polynomial(Self.logarithm, square), small)
        return (high, low)
    }

    /// e to a power in two words.
    private mutating func exponential(_ power: String, _ remainder: String) -> String {
        let shifted = fused(power, shape.literal(0x1.71547652b82fep+0), shape.literal(0x1.8p52))
        let n = writer.negated(subtract(shifted, shape.literal(0x1.8p52)))
        let first = fused(n, shape.literal(Self.ln2.0), power)
        let r = add(fused(n, shape.literal(Self.ln2.1), first), remainder)
        let square = multiply(r, r)
        let value = add(fused(square, polynomial(Self.exponential, r), r), shape.literal(1))
        let scale = whole("shl", writer.value("bitcast \(shape.type) \(shifted) to \(wholeType)"), 52)
        let bits = writer.value("bitcast \(shape.type) \(value) to \(wholeType)")
        return number(writer.value("add \(wholeType) \(bits), \(scale)"))
    }

    /// By Estrin's scheme: pairs, then pairs of pairs, so that few operations wait for each other.
    private mutating func polynomial(_ coefficients: [Double], _ x: String) -> String {
        var terms = coefficients.map { shape.literal($0) }
        var factor = x
        while terms.count > 1 {
            terms = stride(from: 0, to: terms.count, by: 2).map { index in
                index + 1 < terms.count ? fused(terms[index + 1], factor, terms[index]) : terms[index]
            }
            if terms.count > 1 { factor = multiply(factor, factor) }
        }
        return terms[0]
    }

    private mutating func whole(_ operation: String, _ value: String, _ constant: Int) -> String {
        writer.value("\(operation) \(wholeType) \(value), splat (i64 \(constant))")
    }
    private mutating func number(_ bits: String) -> String {
        writer.value("bitcast \(wholeType) \(bits) to \(shape.type)")
    }
    private mutating func add(_ a: String, _ b: String) -> String { writer.binary("fadd", a, b) }
    private mutating func subtract(_ a: String, _ b: String) -> String { writer.binary("fsub", a, b) }
    private mutating func multiply(_ a: String, _ b: String) -> String { writer.binary("fmul", a, b) }
    private mutating func fused(_ a: String, _ b: String, _ c: String) -> String { writer.intrinsic("fma", a, b, c) }
}
