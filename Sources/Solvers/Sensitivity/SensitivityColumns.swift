// Goals, in order: exact derivatives of what the course does, jumps included; one place for the rules, whatever steps;
// nothing allocated per step. Derivatives as states of a larger model lost: its matrix is factored as a whole, and its
// formulas grow with the number of parameters.

import CLanes
import Modeling

/// Derivatives of states and parameters by the parameters asked for, at one moment of a subject's course.
///
/// Rows are those of `SensitivityLayout`'s columns: states, active parameters, time. Columns are the parameters asked for,
/// eight to a block, each scaled by its parameter's size: |p| · ∂y/∂p, so that a state's tolerance fits its derivatives.
final class SensitivityColumns {
    let system: SubjectSystem
    let layout: SensitivityLayout
    let level = patency_lanes_current_level()
    /// |p|, or 1 where it is 0 [parameterCount].
    let scales: [Double]
    /// Now [block][rowCount × 8].
    let blocks: [LaneMemory]
    /// At a moment that is reported [block][rowCount × 8].
    private let reported: [LaneMemory]
    private let values: UnsafeMutablePointer<Double>
    private let rates: UnsafeMutablePointer<Double>
    private let products: [DifferentiatedProgram: SparseProduct]
    /// Row of each active parameter.
    private let parameterRows: [Int: Int]
    private let productRows: LaneMemory

    var stateCount: Int { system.stateCount }
    var rowCount: Int { stateCount + layout.activeParameters.count + 1 }
    private var timeRow: Int { rowCount - 1 }

    /// Derivatives at the start: the system has its parameters.
    ///
    /// - Parameters:
    ///   - states: ∂y/∂p of the states started from [stateCount × parameterCount]; `nil` for those of initial formulas.
    ///   - held: states that were given values of their own, whose derivative is 0.
    init(_ system: SubjectSystem, _ layout: SensitivityLayout, at start: Double, states: [Double]?, held: [Int]) {
        self.system = system
        self.layout = layout
        scales = layout.parameters.map { system.parameters[$0] == 0 ? 1 : abs(system.parameters[$0]) }
        let blockCount = (layout.parameterCount + 7) / 8
        let rowCount = system.stateCount + layout.activeParameters.count + 1
        blocks = (0..<blockCount).map { _ in LaneMemory(rowCount) }
        reported = (0..<blockCount).map { _ in LaneMemory(rowCount) }
        products = layout.patterns.mapValues { SparseProduct($0) }
        let first = system.stateCount
        parameterRows = Dictionary(
            uniqueKeysWithValues: layout.activeParameters.enumerated().map { ($1, first + $0) })
        values = .zeroed(products.values.map(\.valueCount).max() ?? 0)
        rates = .zeroed(2 * system.stateCount)
        productRows = LaneMemory(products.values.map(\.rowCount).max() ?? 0)
        for (column, parameter) in layout.parameters.enumerated() {
            blocks[column / 8].start[8 * parameterRows[parameter]! + column % 8] = scales[column]
        }
        begin(at: start, states: states, held: held)
    }

    deinit {
        values.deallocate()
        rates.deallocate()
    }

    private func begin(at start: Double, states: [Double]?, held: [Int]) {
        let zeros = UnsafeMutablePointer<Double>.zeroed(stateCount)
        defer { zeros.deallocate() }
        forEachProduct(.initialValues, start, zeros) { block, rows in
            let target = blocks[block].start
            target.update(from: rows, count: 8 * stateCount)
            for (parameter, row) in parameterRows {
                (target + 8 * row).update(from: rows + 8 * (stateCount + parameter), count: 8)
            }
        }
        if let states {
            let count = layout.parameterCount
            for row in 0..<stateCount {
                for column in 0..<count {
                    blocks[column / 8].start[8 * row + column % 8] = states[row * count + column] * scales[column]
                }
            }
        }
        for row in held { clear(row: row) }
    }

    /// Calls `body` with each block's product of a program's derivatives with the present columns.
    private func forEachProduct(
        _ program: DifferentiatedProgram, _ time: Double, _ state: UnsafePointer<Double>,
        of blocks: [LaneMemory]? = nil,
        _ body: (_ block: Int, _ rows: UnsafeMutablePointer<Double>) -> Void
    ) {
        system.evaluate(.derivatives(of: program), time, state, into: values)
        for (index, block) in (blocks ?? self.blocks).enumerated() {
            products[program]!.multiply(values, block.start, level: level, into: productRows.start)
            body(index, productRows.start)
        }
    }

    /// Derivatives of a program's results [row count × 8 for each block, in turn].
    func derivatives(of program: DifferentiatedProgram, _ time: Double, _ state: UnsafePointer<Double>) -> [Double] {
        var result: [Double] = []
        let count = 8 * products[program]!.rowCount
        forEachProduct(program, time, state) { result += UnsafeBufferPointer(start: $1, count: count) }
        return result
    }

    private func clear(row: Int) { for block in blocks { (block.start + 8 * row).update(repeating: 0, count: 8) } }

    /// A parameter has been given a number from outside.
    func clear(parameter: Int) { if let row = parameterRows[parameter] { clear(row: row) } }

    /// A dose is about to be given.
    func give(_ dose: Int, at time: Double, _ state: UnsafePointer<Double>) {
        write(derivatives(of: .doseAssignments(dose), time, state), to: system.layout.doses[dose].targets)
    }

    /// An event is about to be executed: what it stores is value × scale.
    func execute(
        _ execution: PendingExecution, _ values: [Double], _ scales: UnsafePointer<Double>, at time: Double,
        _ state: UnsafePointer<Double>
    ) {
        let targets = system.layout.events[execution.event].targets
        var result = execution.derivatives ?? derivatives(of: .eventAssignments(execution.event), time, state)
        let byScale = derivatives(of: .eventScales(execution.event), time, state)
        for index in result.indices {
            let place = index / 8 % targets.count
            result[index] = result[index] * scales[place] + values[place] * byScale[index]
        }
        write(result, to: targets)
    }

    /// What was assigned depends on the parameters like this [target count × 8 for each block, in turn].
    private func write(_ derivatives: [Double], to targets: [Slot]) {
        for (index, block) in blocks.enumerated() {
            for (place, target) in targets.enumerated() {
                let row: Int?
                switch target {
                case .state(let state): row = state
                case .parameter(let parameter): row = parameterRows[parameter]
                }
                guard let row else { continue }
                for lane in 0..<8 {
                    block.start[8 * row + lane] = derivatives[8 * (index * targets.count + place) + lane]
                }
            }
        }
    }

    /// Writes ∂outputs/∂p from columns at a moment [outputCount × parameterCount].
    func report(
        _ stepper: (any SensitivityStepper)?, at time: Double, _ state: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>
    ) {
        var source = blocks
        if let stepper {
            for (block, target) in zip(blocks, reported) { target.start.update(from: block.start, count: 8 * rowCount) }
            stepper.interpolateColumns(at: time, into: reported)
            source = reported
        }
        let count = layout.parameterCount
        let outputCount = system.layout.outputs.count
        forEachProduct(.outputs, time, state, of: source) { block, rows in
            for column in 8 * block..<min(8 * block + 8, count) {
                for output in 0..<outputCount {
                    result[output * count + column] = rows[8 * output + column % 8] / scales[column]
                }
            }
        }
    }

    /// ∂y/∂p now [stateCount × parameterCount].
    var states: [Double] {
        (0..<stateCount).flatMap { row in
            scales.indices.map { blocks[$0 / 8].start[8 * row + $0 % 8] / scales[$0] }
        }
    }
}

// A moment that depends on the parameters: for an instant the columns hold derivatives along the surface where it lies.
extension SensitivityColumns {
    /// Moves the columns to the surface on which a change lies: ∂t/∂p = −(∂g/∂y · ∂y/∂p + ∂g/∂p) ÷ (dg/dt) of the root g.
    ///
    /// - Parameters:
    ///   - stepper: whose last step holds the change.
    ///   - state: at the change [stateCount].
    /// - Returns: whether roots that vanish there agree on ∂t/∂p.
    func arrive(at change: Double, _ state: UnsafePointer<Double>, _ stepper: some DenseOutput) -> Bool {
        let rootCount = system.layout.rootCount
        guard rootCount > 0, stepper.stepEnd > stepper.stepStart else { return true }
        let before = max(stepper.stepStart, change - 64 * change.ulp)
        let left = UnsafeMutablePointer<Double>.zeroed(stateCount)
        let resultCount = system.layout.resultCount(of: .roots)
        let roots = UnsafeMutablePointer<Double>.zeroed(2 * resultCount)
        defer {
            left.deallocate()
            roots.deallocate()
        }
        stepper.interpolate(at: before, into: left)
        system.evaluate(.roots, before, left, into: roots)
        system.evaluate(.roots, change, state, into: roots + resultCount)
        let crossing = (0..<rootCount).filter { roots[$0] != 0 && roots[$0].signum != roots[resultCount + $0].signum }
        guard !crossing.isEmpty, system.rightHandSide(before, left, into: rates) else { return true }
        guard let speeds = speeds(ofRoots: crossing, change, state) else { return false }
        for (block, speed) in zip(blocks, speeds) {
            for row in 0..<stateCount {
                for lane in 0..<8 { block.start[8 * row + lane] += rates[row] * speed[lane] }
            }
            for lane in 0..<8 { block.start[8 * timeRow + lane] = speed[lane] }
        }
        return true
    }

    /// ∂t/∂p of the roots [block][8]; `nil` where they do not agree.
    private func speeds(ofRoots crossing: [Int], _ change: Double, _ state: UnsafePointer<Double>) -> [[Double]]? {
        let pattern = layout.patterns[.roots]!
        var slopes = [Double](repeating: 0, count: pattern.rowCount)
        var result: [[Double]] = []
        var areEqual = true
        forEachProduct(.roots, change, state) { block, rows in
            if block == 0 {
                // dg/dt = ∂g/∂y · f + ∂g/∂t.
                for (place, column) in pattern.columns.enumerated() {
                    let moves = column < stateCount ? rates[column] : column == timeRow ? 1 : 0
                    slopes[pattern.rows[place]] += values[place] * moves
                }
            }
            let own = crossing.map { root in (0..<8).map { -rows[8 * root + $0] / slopes[root] } }
            let size = own.joined().reduce(0) { max($0, abs($1)) }
            for other in own.dropFirst() {
                if zip(own[0], other).contains(where: { !(abs($0 - $1) <= 1e-6 * size) }) { areEqual = false }
            }
            if !size.isFinite { areEqual = false }
            result.append(own[0])
        }
        return areEqual ? result : nil
    }

    /// Largest |p · ∂t/∂p| of the surface they are on [model time]; 0 at a fixed time.
    var largestShift: Double {
        blocks.reduce(0) { largest, block in
            (0..<8).reduce(largest) { max($0, abs(block.start[8 * timeRow + $1])) }
        }
    }

    /// Moves the columns back from the surface to a fixed time, by the rates after the change.
    func leave(at time: Double, _ state: UnsafePointer<Double>) {
        guard largestShift > 0, system.rightHandSide(time, state, into: rates) else { return }
        for block in blocks {
            for row in 0..<stateCount {
                for lane in 0..<8 { block.start[8 * row + lane] -= rates[row] * block.start[8 * timeRow + lane] }
            }
        }
        clear(row: timeRow)
    }
}
