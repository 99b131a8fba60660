/// How lanes lie in memory and in the vectors of one instruction-set level.
struct VectorShape: Sendable {
    /// Lanes in memory, lane-fastest.
    let laneCount: Int
    /// Lanes of one vector; 1 is plain scalar code.
    let width: Int
    let level: LaneLevel

    /// The widest vectors of a level, or scalars for one lane.
    init(laneCount: Int, level: LaneLevel) {
        self.laneCount = laneCount
        self.level = level
        let widest =
            switch level {
            case .baseline: 2
            case .avx2: 4
            case .avx512: 8
            }
        width = laneCount == 1 ? 1 : widest
    }

    /// First lane of each vector.
    var groupStarts: [Int] { Array(stride(from: 0, to: laneCount, by: width)) }
    var type: String { width == 1 ? "double" : "<\(width) x double>" }
    var truthType: String { width == 1 ? "i1" : "<\(width) x i1>" }
    /// Ending of an intrinsic function's name.
    var suffix: String { width == 1 ? "f64" : "v\(width)f64" }

    /// A number in every lane, by its bits, so that no digit is lost.
    func literal(_ value: Double) -> String {
        let digits = String(value.bitPattern, radix: 16, uppercase: true)
        let number = "0x" + String(repeating: "0", count: 16 - digits.count) + digits
        return width == 1 ? number : "splat (double \(number))"
    }

    /// What LLVM may assume of the processor: what the level promises, so that every processor of it gives the same bytes.
    var processor: (name: String, features: String) {
        #if arch(x86_64)
            switch level {
            case .baseline: ("x86-64", "")
            case .avx2: ("x86-64", "+avx2,+fma")
            case .avx512: ("x86-64", "+avx512f,+avx512dq,+avx2,+fma")
            }
        #else
            ("generic", "")
        #endif
    }
}
