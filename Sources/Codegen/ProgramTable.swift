import Modeling

/// A place for each program of a layout, found without hashing: it is looked up at every evaluation.
struct ProgramTable: Sendable {
    let programs: [KernelProgram]
    private let eventStart: Int
    private let doseStart: Int

    init(_ layout: KernelLayout) {
        let plain: [KernelProgram] = [
            .rightHandSide, .jacobian, .timeDerivative, .parameterDirection, .roots, .outputs, .initialValues,
            .triggers, .priorities, .delays, .rightHandSideAndJacobian, .linearisation, .curvature,
            .derivatives(of: .initialValues), .derivatives(of: .outputs), .derivatives(of: .roots),
        ]
        let ofEvents = layout.events.indices.flatMap { event in
            [
                KernelProgram.eventAssignments(event), .eventScales(event),
                .derivatives(of: .eventAssignments(event)), .derivatives(of: .eventScales(event)),
            ]
        }
        programs =
            plain + ofEvents
            + layout.doses.indices.flatMap { [.doseAssignments($0), .derivatives(of: .doseAssignments($0))] }
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
        case .linearisation: 11
        case .curvature: 12
        case .eventAssignments(let event): eventStart + 4 * event
        case .eventScales(let event): eventStart + 4 * event + 1
        case .doseAssignments(let dose): doseStart + 2 * dose
        case .derivatives(let program): position(ofDerivatives: program)
        }
    }

    private func position(ofDerivatives program: DifferentiatedProgram) -> Int {
        switch program {
        case .initialValues: 13
        case .outputs: 14
        case .roots: 15
        case .eventAssignments(let event): eventStart + 4 * event + 2
        case .eventScales(let event): eventStart + 4 * event + 3
        case .doseAssignments(let dose): doseStart + 2 * dose + 1
        }
    }
}
