import Foundation
import Modeling
import Testing

@testable import Codegen

/// Lanes and level that a native kernel is made for.
struct NativeMachine: Sendable, CustomStringConvertible {
    let laneCount: Int
    let level: LaneLevel

    /// One subject at the highest level, eight at every level.
    static let all =
        [NativeMachine(laneCount: 1, level: .current)]
        + LaneLevel.available.map { NativeMachine(laneCount: 8, level: $0) }

    var description: String { "\(laneCount), \(level)" }
    var shape: VectorShape { VectorShape(laneCount: laneCount, level: level) }

    /// Set-up installs LLVM, so a machine without it is none that was set up.
    static var hasCompiler: Bool { NativeKernel.obstacle == nil }
    static let reason: Comment = "needs libLLVM 19, which scripts/setup.sh installs"

    /// Every program of a layout.
    static func programs(_ layout: KernelLayout) -> Set<KernelProgram> { Set(ProgramTable(layout).programs) }

    func kernel(_ system: EquationSystem) throws -> NativeKernel {
        try NativeKernel(system, laneCount: laneCount, level: level, programs: Self.programs(system.layout))
    }
}
