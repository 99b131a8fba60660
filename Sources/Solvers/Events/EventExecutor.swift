// The one place of event semantics (SBML Level 3 Version 2 Core, section 4.12) and of dosing, one per subject.
// Goals, in order: the standard's meaning; the same result on any thread; no work where nothing is due. It does not
// drive the integrator, so that a driver of one subject and a driver of several lanes can share it.

import Modeling

/// Executes doses, infusion ends and events of one subject at given instants.
///
/// At one instant, in this order: infusions end; doses are given; triggers are looked at; due executions run one at a
/// time, highest priority first, with triggers and priorities evaluated again after each; until nothing is due.
/// Values at that instant are those after everything, for doses as for events.
final class EventExecutor {
    /// What an instant did.
    enum Outcome {
        case unchanged
        /// States or parameters were written; the kind is equal for instants of the same sort.
        case changed(kind: Int)
        case failed(Trajectory.Failure.Kind, String)
    }

    private let system: SubjectSystem
    private let consistentStates: ConsistentStates?
    private let executionLimit: Int
    @exclusivity(unchecked) private var doses: DoseCursor
    @exclusivity(unchecked) private var infusions = RunningInfusions()
    @exclusivity(unchecked) private var pending: PendingExecutions
    /// Truth of each trigger as last seen [eventCount].
    let triggers: UnsafeMutablePointer<Double>
    private let nowTrue: UnsafeMutablePointer<Double>
    private let numbers: UnsafeMutablePointer<Double>
    private let scratch: UnsafeMutablePointer<Double>
    private let eventCount: Int

    /// Derivatives by parameters, where they are followed: what is assigned changes them too.
    var columns: SensitivityColumns?
    /// The derivative by the first state, where that is followed.
    var tangent: PeriodTangent?

    /// Words for the last dose or event, for failure reports.
    private(set) var lastEvent: String?
    private(set) var executionCount = 0
    private(set) var doseCount = 0

    init(
        system: SubjectSystem, consistentStates: ConsistentStates?, schedule: DoseSchedule, from start: Double,
        executionLimit: Int, seed: UInt64, subject: UInt64
    ) {
        self.system = system
        self.consistentStates = consistentStates
        self.executionLimit = executionLimit
        doses = DoseCursor(schedule, from: start)
        pending = PendingExecutions(seed: seed, subject: subject)
        let layout = system.layout
        eventCount = layout.events.count
        triggers = .zeroed(eventCount)
        nowTrue = .zeroed(eventCount)
        numbers = .zeroed(eventCount)
        scratch = .zeroed((layout.events.map(\.targets.count) + layout.doses.map(\.targets.count)).max() ?? 0)
        for (index, event) in layout.events.enumerated() { triggers[index] = event.initialTriggerValue ? 1 : 0 }
    }

    deinit { for memory in [triggers, nowTrue, numbers, scratch] { memory.deallocate() } }

    /// Earliest instant at which something is due, whatever the states do [model time]; ∞ if nothing is.
    var nextStop: Double { min(doses.nextTime, infusions.nextEnd, pending.nextTime) }

    /// Does everything due at `time`, writing to `state` [stateCount] and the system's parameters.
    func process(at time: Double, _ state: UnsafeMutablePointer<Double>) -> Outcome {
        var kind = 0
        if infusions.nextEnd <= time {
            infusions.end(upTo: time, system.parameters)
            system.parametersChanged()
            kind = 1
        }
        while let dose = doses.next(upTo: time) {
            give(dose, at: time, state)
            kind = 2 + dose.doseIndex
        }
        if kind != 0, let failure = consistentStates?.restore(at: time, state) { return .failed(failure, "") }
        guard eventCount > 0 else { return kind == 0 ? .unchanged : .changed(kind: kind) }

        var counts: [Int: Int] = [:]
        var executed = 0
        if let failure = lookAtTriggers(at: time, state) { return failure }
        while pending.hasDue(at: time) {
            system.evaluate(.priorities, time, state, into: numbers)
            let execution = pending.takeNext(at: time, priorities: numbers)!
            execute(execution, at: time, state)
            executed += 1
            counts[execution.event, default: 0] += 1
            kind = 2 + system.layout.doses.count + execution.event
            if let failure = consistentStates?.restore(at: time, state) { return .failed(failure, "") }
            if executed > executionLimit { return .failed(.eventCascade, names(of: counts)) }
            if let failure = lookAtTriggers(at: time, state) { return failure }
        }
        return kind == 0 ? .unchanged : .changed(kind: kind)
    }

    /// Queues events whose trigger has turned true and cancels those that do not persist.
    private func lookAtTriggers(at time: Double, _ state: UnsafeMutablePointer<Double>) -> Outcome? {
        system.evaluate(.triggers, time, state, into: nowTrue)
        var areDelaysKnown = false
        for event in 0..<eventCount {
            let isTrue = nowTrue[event] != 0
            defer { triggers[event] = isTrue ? 1 : 0 }
            guard isTrue != (triggers[event] != 0) else { continue }
            let traits = system.layout.events[event]
            guard isTrue else {
                if !traits.isPersistent { pending.cancel(event: event) }
                continue
            }
            var delay = 0.0
            if traits.hasDelay {
                if !areDelaysKnown { system.evaluate(.delays, time, state, into: numbers) }
                areDelaysKnown = true
                delay = numbers[event]
                guard delay >= 0 else { return .failed(.invalidDelay, "\(traits.identifier) has delay \(delay)") }
            }
            let values = traits.usesValuesFromTriggerTime ? assignedValues(event, time, state) : nil
            let derivatives = values == nil ? nil : columns?.derivatives(of: .eventAssignments(event), time, state)
            pending.add(
                PendingExecution(event: event, time: time + delay, values: values, derivatives: derivatives))
        }
        return nil
    }

    private func assignedValues(_ event: Int, _ time: Double, _ state: UnsafePointer<Double>) -> [Double] {
        system.evaluate(.eventAssignments(event), time, state, into: scratch)
        return Array(UnsafeBufferPointer(start: scratch, count: system.layout.events[event].targets.count))
    }

    private func execute(_ execution: PendingExecution, at time: Double, _ state: UnsafeMutablePointer<Double>) {
        let targets = system.layout.events[execution.event].targets
        let values = execution.values ?? assignedValues(execution.event, time, state)
        // Assignments are simultaneous: a concentration becomes an amount by the size before this event.
        system.evaluate(.eventScales(execution.event), time, state, into: scratch)
        columns?.execute(execution, values, UnsafePointer(scratch), at: time, state)
        for (place, target) in targets.enumerated() { write(values[place] * scratch[place], to: target, state) }
        system.parametersChanged()
        executionCount += 1
        lastEvent = "event \(system.layout.events[execution.event].identifier) at \(time)"
    }

    private func give(_ dose: Regimen, at time: Double, _ state: UnsafeMutablePointer<Double>) {
        let traits = system.layout.doses[dose.doseIndex]
        for (parameter, value) in dose.attributes {
            system.parameters[parameter] = value
            columns?.clear(parameter: parameter)
        }
        if dose.duration > 0, let parameter = traits.infusionParameter {
            infusions.start(
                parameter: parameter, rate: dose.amount / dose.duration, end: time + dose.duration, system.parameters)
            system.parametersChanged()
        } else {
            system.parameters[traits.amountParameter] = dose.amount
            system.parametersChanged()
            columns?.clear(parameter: traits.amountParameter)
            system.evaluate(.doseAssignments(dose.doseIndex), time, state, into: scratch)
            columns?.give(dose.doseIndex, at: time, state)
            tangent?.give(dose.doseIndex, at: time, state)
            for (place, target) in traits.targets.enumerated() { write(scratch[place], to: target, state) }
            if traits.targets.contains(where: { if case .parameter = $0 { true } else { false } }) {
                system.parametersChanged()
            }
        }
        doseCount += 1
        lastEvent = "dose \(dose.amount) \(traits.unit) into \(traits.identifier) at \(time)"
    }

    private func write(_ value: Double, to target: Slot, _ state: UnsafeMutablePointer<Double>) {
        switch target {
        case .state(let index): state[index] = value
        case .parameter(let index): system.parameters[index] = value
        }
    }

    private func names(of counts: [Int: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
            .map { "\(system.layout.events[$0.key].identifier) (\($0.value) times)" }.joined(separator: ", ")
    }
}
