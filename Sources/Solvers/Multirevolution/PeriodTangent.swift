// Goals, in order: smooth in the state, since it steers Newton's iteration; a small part of the period's own cost. Differences
// of disturbed periods lost: a period for each state, and the error of a simulated day as large as what they measure.

import CLanes
import Modeling

/// ∂Φ/∂x, the derivative of a span's end by its start, carried along the steps of one subject.
///
/// M′ = ∂f/∂y · M over each step by the L-stable method of order two with two equal stages, with ∂f/∂y from the step's
/// middle: M₁ = W⁻¹((1 + √2) W⁻¹ − √2) M₀, W = 1 − γ h ∂f/∂y, γ = 1 − 1/√2. What a dose assigns is differenced.
/// - Source: Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.6, ISBN 978-3-642-05221-7.
final class PeriodTangent {
    private static let gamma = 1 - 0.5.squareRoot()

    private let system: SubjectSystem
    private let factors: ColumnFactors
    private let level: patency_level
    /// States that some rate depends on; the columns of the others are known.
    private let active: [Int]
    /// Eight columns each [stateCount × 8].
    private let blocks: [LaneMemory]
    private let stage: LaneMemory
    private let middle: UnsafeMutablePointer<Double>
    private let jacobian: UnsafeMutablePointer<Double>
    /// Whether every step so far could be followed.
    private(set) var isValid = true

    init(_ system: SubjectSystem, plan: EliminationPlan) {
        self.system = system
        level = patency_lanes_current_level()
        factors = ColumnFactors(plan, level)
        let pattern = system.layout.jacobianPattern
        let count = system.stateCount
        active = (0..<count).filter { pattern.columnStarts[$0] < pattern.columnStarts[$0 + 1] }
        blocks = (0..<(active.count + 7) / 8).map { _ in LaneMemory(count) }
        stage = LaneMemory(count)
        middle = .zeroed(count)
        jacobian = .zeroed(pattern.nonZeroCount)
        for (place, state) in active.enumerated() { blocks[place / 8].start[8 * state + place % 8] = 1 }
    }

    deinit { for memory in [middle, jacobian] { memory.deallocate() } }

    /// Carries the columns over the stepper's last step.
    func follow(_ stepper: any Stepper) {
        let step = stepper.stepEnd - stepper.stepStart
        guard isValid, step > 0 else { return }
        let time = stepper.stepStart + 0.5 * step
        stepper.interpolate(at: time, into: middle)
        system.evaluate(.jacobian, time, middle, into: jacobian)
        isValid = factors.factor(jacobian: jacobian, step: step, gamma: Self.gamma)
        guard isValid else { return }
        let (first, second) = (1 / (step * Self.gamma), 2.0.squareRoot() / (step * Self.gamma))
        for block in blocks {
            stage.start.update(repeating: 0, count: 8 * system.stateCount)
            patency_lanes_combine(level, stage.start, stage.start, [first], block.start, 1, system.stateCount)
            factors.solve(columns: stage.start)
            combine(first + second, -second, block)
            factors.solve(columns: block.start)
        }
    }

    /// Carries the columns over a dose, before what it assigns is written.
    ///
    /// - Parameter state: as the dose finds it; left as it was.
    func give(_ dose: Int, at time: Double, _ state: UnsafeMutablePointer<Double>) {
        let targets = system.layout.doses[dose].targets
        let program = KernelProgram.doseAssignments(dose)
        var assigned = [Double](repeating: 0, count: targets.count)
        var disturbed = assigned
        system.evaluate(program, time, state, into: &assigned)
        var terms = [[(state: Int, weight: Double)]](repeating: [], count: targets.count)
        for index in 0..<system.stateCount {
            let size = max(abs(state[index]), system.layout.states[index].typicalMagnitude ?? 0)
            let (kept, disturbance) = (state[index], size > 0 ? 1e-6 * size : 1e-9)
            state[index] = kept + disturbance
            system.evaluate(program, time, state, into: &disturbed)
            state[index] = kept
            for place in targets.indices where disturbed[place] != assigned[place] {
                terms[place].append((index, (disturbed[place] - assigned[place]) / disturbance))
            }
        }
        for block in blocks {
            stage.start.update(from: block.start, count: 8 * system.stateCount)
            for case (.state(let target), let terms) in zip(targets, terms) {
                for lane in 0..<8 {
                    block.start[8 * target + lane] = terms.reduce(0) { $0 + $1.weight * stage.start[8 * $1.state + lane] }
                }
            }
        }
    }

    /// block = a · stage + b · block.
    private func combine(_ a: Double, _ b: Double, _ block: LaneMemory) {
        let (stage, block) = (stage.start, block.start)
        for index in 0..<8 * system.stateCount { block[index] = a * stage[index] + b * block[index] }
    }

    /// ∂Φ/∂x [stateCount × stateCount, column-major]; `nil` where a step could not be followed.
    var matrix: [Double]? {
        guard isValid else { return nil }
        let count = system.stateCount
        var result = [Double](repeating: 0, count: count * count)
        for index in 0..<count { result[index * count + index] = 1 }
        for (place, column) in active.enumerated() {
            let block = blocks[place / 8].start
            for row in 0..<count { result[column * count + row] = block[8 * row + place % 8] }
        }
        return result.allSatisfy(\.isFinite) ? result : nil
    }
}
