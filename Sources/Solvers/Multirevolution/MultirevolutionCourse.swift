// Goals, in order: every report within the tolerance of simulating each dose; few periods simulated; the same bytes in
// any batch. Explicit projection over many periods lost: states that settle in days to months bound its steps. Rest of
// the fast states alone lost: without a gap between fast and slow there is no telling which those are.

import Modeling

/// One subject carried over many periods of dosing by a backward differentiation formula in the number of periods.
///
/// With Φ the map of one period, the state xₙ before period n obeys xₙ₊₁ = Φₙ(xₙ). A polynomial q through the last
/// points and the new one, many periods on, must grow as the map does: q(n + 1) = Φₙ(q(n)).
/// - Source: Petzold, An efficient numerical method for highly oscillatory ordinary differential equations, SIAM J.
///   Numer. Anal. 18 (1981) 455, doi:10.1137/0718030.
final class MultirevolutionCourse {
    /// What must be simulated next.
    enum Task {
        /// The span to a time as it stands, every dose of it.
        case direct(to: Double)
        /// The period at the new point.
        case period
        case finished
    }

    /// A point of the polynomial: the state before a period, and the states where the period would be reported.
    struct Point {
        /// Number of the period in its segment.
        let number: Int
        let state: [Double]
        /// States at the phases of reports [phaseCount × stateCount].
        let profile: [Double]
    }

    let input: SubjectInput
    let layout: KernelLayout
    let settings: MultirevolutionSettings
    /// What turns states between points into outputs; shared with other courses.
    private let reporter: SubjectSystem
    /// Size below which a state's error counts in relation to it [stateCount].
    let floors: [Double]
    private var segments: [DosingSegment]
    private(set) var task = Task.finished
    private(set) var trajectory: Trajectory
    var work = MultirevolutionWork()

    /// State and parameters at `time`, as the last direct span left them; `nil` before the first.
    private var time: Double
    private var present: (state: [Double], parameters: [Double])?
    private var nextReport = 0

    // Of the segment in progress.
    var segment: DosingSegment?
    var period = 0.0
    var periodCount = 0
    var reports: PeriodReports?
    var points: [Point] = []
    var newton: PeriodNewton?
    /// First step that suits a period [model time].
    private var firstStep: Double?
    /// Φ of the last point, where that was simulated from its very state.
    var image: [Double]?
    /// Periods from the last point to the new one.
    var stride = 1
    /// Of the polynomial; at most one less than there are points.
    var order = 1
    /// Of the polynomial that foretells the next point: the one that came closest to the last.
    var predictionOrder = 1
    /// Short strides refused, less a part of those taken: high where the noise of the simulated days hides their trend.
    var trouble = 0.0
    /// Of the steps within a period; once raised it stays.
    var errorWeight = 1.0
    /// Times that even a stride of one period failed.
    var restartCount = 0

    init(_ input: SubjectInput, reporter: SubjectSystem, settings: MultirevolutionSettings) {
        self.input = input
        self.reporter = reporter
        layout = reporter.layout
        self.settings = settings
        floors = layout.states.map { settings.floorShare * ($0.typicalMagnitude ?? 0) + .leastNormalMagnitude }
        segments = input.doses.segments(from: input.start, to: input.end).reversed()
        time = input.start
        trajectory = Trajectory(
            subject: input.subject, names: reporter.outputNames, units: reporter.outputUnits,
            timeUnit: layout.timeUnit, times: input.reportTimes,
            values: Array(repeating: .nan, count: input.reportTimes.count * layout.outputs.count), status: .completed,
            statistics: SolverStatistics(), finalState: [], finalParameters: [])
        // What a dose leaves in a parameter would have to be carried from period to period as a state is.
        let keepsParameters = input.doses.regimens.contains { regimen in
            layout.doses[regimen.doseIndex].targets.contains { if case .parameter = $0 { true } else { false } }
        }
        let isPlain = layout.rootCount == 0 && layout.events.isEmpty && !keepsParameters && input.end > input.start
        if !isPlain { segments = [] }
        task = isPlain ? nextSegment() : .direct(to: input.end)
    }

    /// The next part of the schedule: by periods where it has many of them, else as it stands, together with what follows.
    private func nextSegment() -> Task {
        guard let next = segments.last else { return time < input.end ? .direct(to: input.end) : .finished }
        guard let length = next.period, present != nil || next.start == input.start,
            (next.end - next.start) / length >= Double(settings.fewestPeriods)
        else {
            segments.removeLast()
            return .direct(to: next.end)
        }
        // Initial values of the model and doses that do not repeat are parts of a direct span only; so is the second period,
        // where what forgets within a period still remembers what was before the first.
        guard let present, time > next.start else { return .direct(to: next.start + 2 * length) }
        segments.removeLast()
        let first = ((time - next.start) / length).rounded()
        segment = next
        period = length
        periodCount = Int(((next.end - next.start) / length - first) * (1 + 1e-12))
        reports = PeriodReports(
            times: input.reportTimes, from: time, period: length, count: periodCount, first: nextReport)
        points = []
        stride = 1
        order = 1
        predictionOrder = 1
        trouble = 0
        newton = PeriodNewton(layout, guess: present.state)
        image = nil
        return .period
    }

    /// What `task` needs simulated; `nil` once there is nothing left.
    func nextInput() -> SubjectInput? {
        switch task {
        case .finished: nil
        case .direct(let end): directInput(to: end)
        case .period: periodInput
        }
    }

    private func directInput(to end: Double) -> SubjectInput {
        var result = input
        if let present {
            result.overrides = [:]
            result.parameters = present.parameters
            result.initialState = present.state
        }
        result.start = time
        result.end = end
        result.reportTimes = input.reportTimes[nextReport...].filter { end == input.end ? $0 <= end : $0 < end }
        // What is due at the end is due at the start of what follows.
        if end < input.end { result.doses = input.doses.ending(before: end) }
        return result
    }

    /// The first number of a segment's period that the new point stands for, and its reports.
    var newNumber: Int { points.isEmpty ? 0 : points.last!.number + stride }

    private var periodInput: SubjectInput {
        var result = input
        let start = time + Double(newNumber) * period
        result.overrides = [:]
        result.parameters = present!.parameters
        result.initialState = newton!.trial
        result.start = start
        result.end = start + period
        result.reportTimes = reports!.phases.map { start + $0 }
        result.firstStep = firstStep
        result.followsTangent = needsDerivative
        result.reportsStates = true
        result.errorWeight = errorWeight
        result.doses = DoseSchedule(segment!.regimens).ending(before: result.end)
        return result
    }

    /// Takes over what was simulated for `task`.
    func receive(_ result: Trajectory) {
        trajectory.statistics.add(result.statistics)
        switch task {
        case .finished: break
        case .direct(let end): receiveDirect(result, to: end)
        case .period:
            work.periodsSimulated += 1
            firstStep = result.firstStep
            task = receivePeriod(result)
        }
    }

    private func receiveDirect(_ result: Trajectory, to end: Double) {
        work.timeSimulatedDirectly += end - time
        let count = layout.outputs.count
        for (offset, value) in result.values.enumerated() { trajectory.values[nextReport * count + offset] = value }
        nextReport += result.times.count
        trajectory.finalState = result.finalState
        trajectory.finalParameters = result.finalParameters
        if let failure = result.failure {
            trajectory.status = .failed(failure)
            task = .finished
            return
        }
        present = (result.finalState, result.finalParameters)
        time = end
        task = nextSegment()
    }

    /// Ends the segment at a point, up to which reports are filled in; what remains begins anew, a few times, then is simulated as it
    /// stands.
    func leaveSegment(at point: Point) -> Task {
        present!.state = point.state
        time += Double(point.number) * period
        nextReport = reports!.first(from: point.number)
        trajectory.finalState = point.state
        trajectory.finalParameters = present!.parameters
        var rest = segment!
        segment = nil
        newton = nil
        guard rest.end - time > 1e-9 * period else { return nextSegment() }
        guard restartCount <= settings.mostRestarts else { return .direct(to: rest.end) }
        rest.start = time
        segments.append(rest)
        return nextSegment()
    }

    /// Fills in the reports before a period's number, from states between the last points.
    ///
    /// A state that is negative at none of them is not negative between them.
    func report(before number: Int) {
        let recent = points.suffix(order + 1)
        let places = recent.map { Double($0.number) }
        let (stateCount, outputCount) = (layout.states.count, layout.outputs.count)
        var between = [Double](repeating: 0, count: stateCount)
        var outputs = [Double](repeating: 0, count: max(outputCount, 1))
        var isPrepared = false
        while let report = reports!.take(before: number) {
            if !isPrepared { reporter.take(parameters: present!.parameters) }
            isPrepared = true
            let weights = LagrangeWeights.at(Double(report.number), points: places)
            for state in 0..<stateCount {
                let (place, values) = (report.phase * stateCount + state, zip(weights, recent))
                let value = values.reduce(0) { $0 + $1.0 * $1.1.profile[place] }
                between[state] = value < 0 && recent.allSatisfy { $0.profile[place] >= 0 } ? 0 : value
            }
            reporter.evaluate(.outputs, input.reportTimes[report.index], between, into: &outputs)
            for output in 0..<outputCount { trajectory.values[report.index * outputCount + output] = outputs[output] }
        }
    }
}
