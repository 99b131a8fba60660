// Goals, in order: a value depends on its key and position alone, never on who drew before; streams that cannot
// overlap; speed. A shared sequential generator (Mersenne Twister, xoshiro) lost: threads would change results.

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The Philox 4×32 bijection with ten rounds: 128 bits of counter and 64 bits of key to 128 random bits.
///
/// - Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", doi:10.1145/2063384.2063405.
public enum Philox {
    /// The random block for a counter and a key, words in the order of the publication.
    public static func block(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var block = counter
        var key = key
        for round in 0..<10 {
            if round > 0 { key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85) }
            let first = UInt64(block[0]) * 0xD251_1F53
            let second = UInt64(block[2]) * 0xCD9E_8D57
            block = SIMD4(
                UInt32(second >> 32) ^ block[1] ^ key[0], UInt32(truncatingIfNeeded: second),
                UInt32(first >> 32) ^ block[3] ^ key[1], UInt32(truncatingIfNeeded: first))
        }
        return block
    }
}

/// Random numbers keyed by (seed, stream, subject): equal keys give equal sequences on any thread or shard.
///
/// The seed is Philox's key; stream, subject and position make its counter, so sequences never overlap.
public struct CounterGenerator: RandomNumberGenerator, Sendable {
    private let key: SIMD2<UInt32>
    private let stream: UInt32
    private let subject: UInt64
    /// Number of 64-bit words drawn so far; set it to go to any place. The sequence repeats after 2³³ words.
    public var position: UInt64 = 0
    private var cachedBlock = SIMD4<UInt32>()
    private var cachedIndex: UInt32?

    /// - Parameters:
    ///   - seed: of the study.
    ///   - stream: what the numbers are for, so that two purposes never share them.
    ///   - subject: index of the person or draw.
    public init(seed: UInt64, stream: UInt32, subject: UInt64) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32))
        self.stream = stream
        self.subject = subject
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let index = UInt32(truncatingIfNeeded: position >> 1)
        if cachedIndex != index {
            let counter = SIMD4(
                index, stream, UInt32(truncatingIfNeeded: subject), UInt32(truncatingIfNeeded: subject >> 32))
            cachedBlock = Philox.block(counter, key: key)
            cachedIndex = index
        }
        let isSecond = position & 1 == 1
        position += 1
        let low = isSecond ? cachedBlock[2] : cachedBlock[0]
        let high = isSecond ? cachedBlock[3] : cachedBlock[1]
        return UInt64(high) << 32 | UInt64(low)
    }

    /// A number strictly between 0 and 1.
    public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

    /// A standard normal number; one uniform each, so that stratified draws stay stratified.
    public mutating func normal() -> Double { normalQuantile(uniform()) }
}

/// The standard normal quantile Φ⁻¹(p); ±∞ at 0 and 1, NaN outside.
///
/// - Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330; relative error about 1e-16.
public func normalQuantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
        return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
    }
    let centred = probability - 0.5
    if abs(centred) <= 0.425 {
        let r = 0.180625 - centred * centred
        return centred * horner(r, centralNumerator) / horner(r, centralDenominator)
    }
    let tail = (-log(centred < 0 ? probability : 1 - probability)).squareRoot()
    let size =
        tail <= 5
        ? horner(tail - 1.6, middleNumerator) / horner(tail - 1.6, middleDenominator)
        : horner(tail - 5, farNumerator) / horner(tail - 5, farDenominator)
    return centred < 0 ? -size : size
}

private func horner(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
}

// Coefficients of AS 241, highest power first.
private let centralNumerator = [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
]
private let centralDenominator = [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
]
private let middleNumerator = [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
]
private let middleDenominator = [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
]
private let farNumerator = [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
]
private let farDenominator = [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
]
