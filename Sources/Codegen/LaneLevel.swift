import CLanes

/// The instruction set that eight-lane code runs with.
///
/// Levels agree within rounding, not bit for bit, so a manifest records the one in use. The environment variable
/// `PATENCY_LANES` names a lower one, for the same bytes on processors that differ.
public enum LaneLevel: Int, CaseIterable, Comparable, Sendable, CustomStringConvertible {
    case baseline, avx2, avx512

    /// The level that kernels use unless told otherwise; fixed when the program starts.
    public static var current: LaneLevel { LaneLevel(patency_lanes_current_level()) }
    /// What this processor runs, lowest first.
    public static var available: [LaneLevel] { allCases.filter { $0 <= LaneLevel(patency_lanes_highest_level()) } }

    public static func < (x: LaneLevel, y: LaneLevel) -> Bool { x.rawValue < y.rawValue }

    /// "baseline", "avx2" or "avx512".
    public var description: String { String(cString: patency_lanes_level_name(forC)) }

    private init(_ level: patency_level) { self = LaneLevel(rawValue: Int(level.rawValue))! }
    var forC: patency_level { patency_level(rawValue: numericCast(rawValue))! }
}
