import CLanes
import Codegen

/// Runs single instructions on one of the C machines.
struct LaneProgram: Sendable, CustomStringConvertible {
    let laneCount: Int
    let level: LaneLevel

    static let machines =
        [LaneProgram(laneCount: 1, level: .baseline)] + LaneLevel.available.map { LaneProgram(laneCount: 8, level: $0) }

    var description: String { laneCount == 1 ? "one subject" : "\(level)" }

    /// The result of one operation on the same operands in every lane.
    func run(_ operation: Int32, _ a: Double, _ b: Double, _ c: Double) -> Double {
        func spread(_ value: Double) -> [Double] { Array(repeating: value, count: laneCount) }
        return lanes(operation, spread(a), spread(b), spread(c))[laneCount - 1]
    }

    func lanes(_ operation: Int32, _ a: [Double], _ b: [Double], _ c: [Double]) -> [Double] {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 4 * 64, alignment: 64)
        defer { memory.deallocate() }
        let registers = memory.initializeMemory(as: Double.self, repeating: 0, count: 32)
        for (index, operand) in [a, b, c].enumerated() {
            (registers + index * laneCount).update(from: operand, count: laneCount)
        }
        var code = [patency_instruction(operation: operation, target: 3, a: 0, b: 1, c: 2)]
        if laneCount == 1 {
            patency_single_run(registers, &code, 1)
        } else {
            patency_lanes_run(patency_level(rawValue: numericCast(level.rawValue))!, registers, &code, 1)
        }
        return Array(UnsafeBufferPointer(start: registers + 3 * laneCount, count: laneCount))
    }
}
