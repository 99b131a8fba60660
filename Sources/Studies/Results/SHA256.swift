/// The SHA-256 digest (FIPS 180-4), for naming models, scenarios and files; not for passwords or signatures.
///
/// Goals in order: right; a megabyte in well under a second in a debug build too; short. Hence masking shifts, plain
/// loops and unsafe buffers, which cost a call each otherwise.
public enum SHA256 {
    /// The digest of a text in UTF-8, as 64 hexadecimal digits.
    public static func hexadecimal(of text: String) -> String { hexadecimal(of: Array(text.utf8)) }

    /// The digest of bytes, as 64 hexadecimal digits.
    public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
        var message = Array(bytes)
        let bitCount = UInt64(message.count) * 8
        message.append(0x80)
        message.append(contentsOf: [UInt8](repeating: 0, count: (120 - message.count % 64) % 64))
        for shift in stride(from: 56, through: 0, by: -8) {
            message.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        var hash = start
        var schedule = [UInt32](repeating: 0, count: 64)
        message.withUnsafeBufferPointer { message in
            schedule.withUnsafeMutableBufferPointer { schedule in
                constants.withUnsafeBufferPointer { constants in
                    var place = 0
                    while place < message.count {
                        compress(
                            message.baseAddress! + place, schedule.baseAddress!, constants.baseAddress!, into: &hash)
                        place &+= 64
                    }
                }
            }
        }
        return hash.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// One block of 64 bytes.
    private static func compress(
        _ block: UnsafePointer<UInt8>, _ schedule: UnsafeMutablePointer<UInt32>, _ constants: UnsafePointer<UInt32>,
        into hash: inout [UInt32]
    ) {
        var index = 0
        while index < 16 {
            let bytes = block + 4 &* index
            let high = UInt32(truncatingIfNeeded: bytes[0]) &<< 24 | UInt32(truncatingIfNeeded: bytes[1]) &<< 16
            let low = UInt32(truncatingIfNeeded: bytes[2]) &<< 8 | UInt32(truncatingIfNeeded: bytes[3])
            schedule[index] = high | low
            index &+= 1
        }
        while index < 64 {
            let x = schedule[index &- 15]
            let y = schedule[index &- 2]
            let sx = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ (x &>> 3)
            let sy = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ (y &>> 10)
            schedule[index] = schedule[index &- 16] &+ sx &+ schedule[index &- 7] &+ sy
            index &+= 1
        }
        var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
        var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
        index = 0
        while index < 64 {
            let se = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
            let first = h &+ se &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ schedule[index]
            let sa = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
            let second = sa &+ ((a & b) ^ (a & c) ^ (b & c))
            h = g
            g = f
            f = e
            e = d &+ first
            d = c
            c = b
            b = a
            a = first &+ second
            index &+= 1
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= word }
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = primes(64).map { fraction(of: $0, isCube: true) }
    /// Of the square roots of the first 8 primes.
    private static let start: [UInt32] = primes(8).map { fraction(of: $0, isCube: false) }

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
