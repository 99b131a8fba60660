import Modeling

/// A place for each program of a layout, found without hashing: it is looked up at every evaluation.
struct ProgramTable: Sendable {
    let programs: [KernelProgram]
    private let eventStart: Int
    private let doseStart: Int

    init(_ layout: KernelLayout) {
        let plain: [KernelProgram] = [
            .rightHandSide, .jacobian, .timeDerivative, .parameterDirection, .roots, .outputs, .initialValues,
            .triggers, .priorities, .delays, .rightHandSideAndJacobian,
        ]
        let ofEvents = layout.events.indices.flatMap { [KernelProgram.eventAssignments($0), .eventScales($0)] }
        programs = plain + ofEvents + layout.doses.indices.map { .doseAssignments($0) }
        eventStart = plain.count
        doseStart = plain.count + ofEvents.count
    }

    func position(of program: KernelProgram) -> Int {
        switch program {
        case .rightHandSide: 0
        case .jacobian: 1
        case .timeDerivative: 2
        case .parameterDirection: 3
        case .roots: 4
        case .outputs: 5
        case .initialValues: 6
        case .triggers: 7
        case .priorities: 8
        case .delays: 9
        case .rightHandSideAndJacobian: 10
        case .eventAssignments(let event): eventStart + 2 * event
        case .eventScales(let event): eventStart + 2 * event + 1
        case .doseAssignments(let dose): doseStart + dose
        }
    }
}
