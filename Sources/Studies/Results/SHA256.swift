/// The SHA-256 digest (FIPS 180-4), for naming models and scenarios in manifests.
public enum SHA256 {
    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = primes(64).map { fraction(of: $0, isCube: true) }
    /// Of the square roots of the first 8 primes.
    private static let start: [UInt32] = primes(8).map { fraction(of: $0, isCube: false) }

    /// The digest of a text in UTF-8, as 64 hexadecimal digits.
    public static func hexadecimal(of text: String) -> String { hexadecimal(of: Array(text.utf8)) }

    /// The digest of bytes, as 64 hexadecimal digits.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        var message = bytes + [0x80]
        while message.count % 64 != 56 { message.append(0) }
        let bitCount = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            message.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        var state = start
        for block in stride(from: 0, to: message.count, by: 64) { compress(message[block..<block + 64], into: &state) }
        return state.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 8 - text.count) + text
        }.joined()
    }

    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
        var words = [UInt32](repeating: 0, count: 64)
        for index in 0..<16 {
            let first = block.startIndex + 4 * index
            words[index] = block[first..<first + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let a = words[index - 15]
            let b = words[index - 2]
            let mixedA = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
            let mixedB = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
            words[index] = words[index - 16] &+ mixedA &+ words[index - 7] &+ mixedB
        }
        var s = state
        for index in 0..<64 {
            let sum1 = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
            let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
            let first = s[7] &+ sum1 &+ choice &+ constants[index] &+ words[index]
            let sum0 = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
            let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
            s = [first &+ sum0 &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in 0..<8 { state[index] = state[index] &+ s[index] }
    }

    private static func primes(_ count: Int) -> [UInt64] {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < count {
            if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }

    /// 32 bits after the point of a square or cube root, by integer bisection.
    private static func fraction(of prime: UInt64, isCube: Bool) -> UInt32 {
        var low: UInt64 = 0
        var high: UInt64 = 1 << 37
        while high - low > 1 {
            let middle = (low + high) / 2
            let square = UInt128(middle) * UInt128(middle)
            let isBelow = isCube ? square * UInt128(middle) <= UInt128(prime) << 96 : square <= UInt128(prime) << 64
            if isBelow { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
