import Modeling

extension Trajectory {
    /// Why a run stopped early: where, who, what was worst, and what to try.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case tooManySteps, stepTooSmall, errorTest, notConverged, notFinite, inconsistentStart, noFastRest,
                eventCascade, invalidDelay, stuck, notAtRest, severalRoots, internalError
        }

        /// A state with what makes it suspect.
        public struct SuspectState: Sendable {
            public let identifier: String
            /// Stored value [unit].
            public let value: Double
            public let unit: Unit
            /// f of this state [unit per model time].
            public let rate: Double
            /// Estimated local error in units of the tolerance; above 1 the step is refused. At a balance, the distance
            /// to rest in units of the tolerance.
            public let weightedError: Double
        }

        public let kind: Kind
        public let model: String
        public let subject: UInt64
        /// [timeUnit].
        public let time: Double
        public let timeUnit: Unit
        /// At most three, worst first.
        public let suspects: [SuspectState]
        /// Last dose or event before the failure.
        public let lastEvent: String?
        /// What happened, as a sentence without a full stop.
        public let reason: String
        /// What to try.
        public let remedy: String

        public var description: String {
            var lines = ["\(model), subject \(subject): stopped at \(time) \(timeUnit): \(reason)"]
            lines += suspects.map {
                "  \($0.identifier) = \($0.value) \($0.unit), rate \($0.rate), error \(rounded($0.weightedError)) × tolerance"
            }
            lines.append("  last event: \(lastEvent ?? "none")")
            lines.append("  remedy: \(remedy)")
            return lines.joined(separator: "\n")
        }

        private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    }
}

extension Trajectory.Failure.Kind {
    /// What happened, with details from where it did.
    func reason(_ detail: String) -> String {
        switch self {
        case .tooManySteps: "more than \(detail) steps without reaching the next stop"
        case .stepTooSmall: "the step has shrunk to the rounding of time: the solution may be growing without bound"
        case .errorTest: "the local error stays above the tolerance however small the step"
        case .notConverged: "Newton's iteration does not converge however small the step"
        case .notFinite: "the right-hand side is not a finite number"
        case .inconsistentStart: "no values of the algebraic states satisfy their equations"
        case .noFastRest: "the fast reactions come to no rest"
        case .eventCascade: "events keep triggering each other at one instant: \(detail)"
        case .invalidDelay: "an event has a negative or undefined delay: \(detail)"
        case .stuck: "the solution keeps restarting at one instant (\(detail))"
        case .notAtRest: "no state of rest was found (\(detail))"
        case .severalRoots: "conditions change at one instant whose times depend on the parameters in different ways"
        case .internalError: "the solver reports code \(detail)"
        }
    }

    var remedy: String {
        switch self {
        case .tooManySteps:
            "check the fastest process among the states above, give conditions that switch to and fro a gap, use BDF if the method was Adams, or raise maximumSteps"
        case .stepTooSmall, .errorTest:
            "look for a process without saturation that feeds the states above, or a tolerance below their rounding"
        case .notConverged: "look for a jump or a kink in the rates of the states above, or tighten the tolerance"
        case .notFinite:
            "guard divisions, logarithms and powers in the rates of the states above against zero and negatives"
        case .inconsistentStart:
            "give better guesses for the algebraic states, or check that their equations have a solution"
        case .noFastRest: "give the fast reactions finite rates, or rates that vanish as they run their course"
        case .eventCascade: "make each event's assignments turn its own trigger false, or give the triggers a gap"
        case .invalidDelay: "make the delay's formula zero or positive"
        case .stuck: "give the condition a gap (on above one level, off below another), or make it smooth"
        case .notAtRest:
            "mark states that only accumulate as pinned, give the others a removal, or start nearer to rest"
        case .severalRoots: "leave sensitivities out, or set the conditions apart in time"
        case .internalError: "tighten the tolerance or choose another method"
        }
    }
}

extension StepFailure {
    var kind: Trajectory.Failure.Kind {
        switch self {
        case .errorTestFailed: .errorTest
        case .notConverged: .notConverged
        case .notFinite: .notFinite
        case .stepTooSmall: .stepTooSmall
        case .inconsistentStart: .inconsistentStart
        case .other: .internalError
        }
    }

    var detail: String { if case .other(let code) = self { "\(code)" } else { "" } }
}
