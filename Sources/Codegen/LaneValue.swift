import Foundation

/// What a register holds: one number, or one number for each of eight subjects.
protocol LaneValue: Sendable {
    static var laneCount: Int { get }
    init(broadcasting value: Double)
    static func add(_ x: Self, _ y: Self) -> Self
    static func subtract(_ x: Self, _ y: Self) -> Self
    static func multiply(_ x: Self, _ y: Self) -> Self
    static func divide(_ x: Self, _ y: Self) -> Self
    var negated: Self { get }
    var root: Self { get }
    /// 1 where the comparison holds, else 0.
    static func less(_ x: Self, _ y: Self) -> Self
    static func lessOrEqual(_ x: Self, _ y: Self) -> Self
    /// `then` where `condition` is not 0.
    static func select(_ condition: Self, _ then: Self, _ otherwise: Self) -> Self
    func mapLanes(_ function: (Double) -> Double) -> Self
    func mapLanes(_ other: Self, _ function: (Double, Double) -> Double) -> Self
}

extension Double: LaneValue {
    static var laneCount: Int { 1 }
    @inline(__always) init(broadcasting value: Double) { self = value }
    @inline(__always) static func add(_ x: Double, _ y: Double) -> Double { x + y }
    @inline(__always) static func subtract(_ x: Double, _ y: Double) -> Double { x - y }
    @inline(__always) static func multiply(_ x: Double, _ y: Double) -> Double { x * y }
    @inline(__always) static func divide(_ x: Double, _ y: Double) -> Double { x / y }
    @inline(__always) var negated: Double { -self }
    @inline(__always) var root: Double { squareRoot() }
    @inline(__always) static func less(_ x: Double, _ y: Double) -> Double { x < y ? 1 : 0 }
    @inline(__always) static func lessOrEqual(_ x: Double, _ y: Double) -> Double { x <= y ? 1 : 0 }
    @inline(__always) static func select(_ condition: Double, _ then: Double, _ otherwise: Double) -> Double {
        condition != 0 ? then : otherwise
    }
    @inline(__always) func mapLanes(_ function: (Double) -> Double) -> Double { function(self) }
    @inline(__always) func mapLanes(_ other: Double, _ function: (Double, Double) -> Double) -> Double { function(self, other) }
}

extension SIMD8<Double>: LaneValue {
    static var laneCount: Int { 8 }
    @inline(__always) init(broadcasting value: Double) { self.init(repeating: value) }
    @inline(__always) static func add(_ x: Self, _ y: Self) -> Self { x + y }
    @inline(__always) static func subtract(_ x: Self, _ y: Self) -> Self { x - y }
    @inline(__always) static func multiply(_ x: Self, _ y: Self) -> Self { x * y }
    @inline(__always) static func divide(_ x: Self, _ y: Self) -> Self { x / y }
    @inline(__always) var negated: Self { -self }
    @inline(__always) var root: Self { squareRoot() }
    @inline(__always) static func less(_ x: Self, _ y: Self) -> Self { Self.zero.replacing(with: 1, where: x .< y) }
    @inline(__always) static func lessOrEqual(_ x: Self, _ y: Self) -> Self { Self.zero.replacing(with: 1, where: x .<= y) }
    @inline(__always) static func select(_ condition: Self, _ then: Self, _ otherwise: Self) -> Self {
        otherwise.replacing(with: then, where: condition .!= 0)
    }
    @inline(__always) func mapLanes(_ function: (Double) -> Double) -> Self {
        var result = self
        for lane in 0..<8 { result[lane] = function(self[lane]) }
        return result
    }
    @inline(__always) func mapLanes(_ other: Self, _ function: (Double, Double) -> Double) -> Self {
        var result = self
        for lane in 0..<8 { result[lane] = function(self[lane], other[lane]) }
        return result
    }
}
