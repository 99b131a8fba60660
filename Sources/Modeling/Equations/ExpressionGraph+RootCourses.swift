// Solvers need not look for a root where it cannot turn back: what a root may do between two instants is read off its
// formula, rules and reaction rates written out, in one pass over the graph.

/// What a root does between two sudden changes, as far as its formula tells.
public enum RootCourse: Hashable, Sendable {
    /// a + b·t, where only sudden changes move a and b: it has at most one zero, and that can be computed.
    case straight
    /// As smooth as the solution: a function of the states, with time at most in a term that moves in a straight line.
    case smooth
    /// A function of time that may go to and fro by itself, or of the past.
    case unknown
}

extension ExpressionGraph {
    /// How a value moves while nothing sudden happens.
    private struct Motion {
        enum Clock: Comparable { case still, straight, bent }
        var movesWithStates = false
        /// How time itself moves it, states aside.
        var clock = Clock.still

        var isStill: Bool { !movesWithStates && clock == .still }

        /// Of a sum.
        static func + (left: Motion, right: Motion) -> Motion {
            Motion(
                movesWithStates: left.movesWithStates || right.movesWithStates, clock: max(left.clock, right.clock))
        }

        /// After a function that is smooth but not a straight line.
        var bent: Motion { Motion(movesWithStates: movesWithStates, clock: clock == .still ? .still : .bent) }

        /// After a function with steps or kinks: nothing is known of what moves.
        var broken: Motion { isStill ? self : Motion(movesWithStates: movesWithStates, clock: .bent) }

        /// A truth changes only where a comparison's root does, unless the root itself is not known.
        var truth: Motion { Motion(clock: clock == .bent ? .bent : .still) }
    }

    /// The course of each root, as long as the truth of every comparison stays.
    func rootCourses(_ roots: [NodeID]) -> [RootCourse] {
        var motions = [Motion](repeating: Motion(), count: nodes.count)
        for id in reachable(from: roots) { motions[id.position] = motion(of: id, motions) }
        return roots.map { root in
            let motion = motions[root.position]
            if motion.clock == .bent { return .unknown }
            return motion.movesWithStates ? .smooth : .straight
        }
    }

    /// Whether truths change only where a comparison does, or a parameter.
    func followComparisons(_ truths: [NodeID]) -> Bool {
        var follows = [Bool](repeating: false, count: nodes.count)
        for id in reachable(from: truths) {
            switch self[id] {
            case .number, .parameter: follows[id.position] = true
            case .unary(.not, let a): follows[id.position] = follows[a.position]
            case .binary(let operation, let a, let b) where operation.isLogical:
                follows[id.position] = operation.isComparison || follows[a.position] && follows[b.position]
            case .select: follows[id.position] = operands(of: id).allSatisfy { follows[$0.position] }
            default: break
            }
        }
        return truths.allSatisfy { follows[$0.position] }
    }

    private func motion(of id: NodeID, _ motions: [Motion]) -> Motion {
        func of(_ operand: NodeID) -> Motion { motions[operand.position] }
        switch self[id] {
        case .number, .parameter, .direction: return Motion()
        case .time: return Motion(clock: .straight)
        case .state: return Motion(movesWithStates: true)
        case .lagged: return Motion(clock: .bent)
        case .unary(let operation, let a):
            switch operation {
            case .negate: return of(a)
            case .not: return of(a).isStill ? Motion() : of(a).broken
            case .abs, .floor, .ceiling, .factorial: return of(a).broken
            default: return of(a).bent
            }
        case .binary(let operation, let a, let b):
            let both = of(a) + of(b)
            switch operation {
            case .add, .subtract: return both
            case .multiply: return of(a).clock == .still || of(b).clock == .still ? both : both.bent
            case .divide: return of(b).clock == .still ? both : both.bent
            case .power: return both.bent
            case .and, .or, .xor: return both.isStill ? both : both.broken
            default: return operation.isComparison ? both.truth : both.broken
            }
        case .select(let condition, let then, let otherwise):
            let branches = of(then) + of(otherwise)
            return of(condition).isStill ? branches : branches + of(condition).broken
        }
    }
}
