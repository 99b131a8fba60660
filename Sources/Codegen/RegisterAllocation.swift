import Modeling

extension RegisterCode {
    private typealias NodeID = ExpressionGraph.NodeID

    /// Assigns registers and writes the instructions of every program of a system.
    ///
    /// Nodes that depend on parameters alone are computed once in the prologue, shared by all programs.
    init(_ system: EquationSystem) {
        let graph = system.graph
        let roots = system.programs.values.flatMap(\.self) + graph.lags.flatMap(\.nodes)
        var layout = RegisterLayout(
            parameterCount: system.layout.parameters.count, stateCount: system.layout.states.count,
            directionCount: system.layout.directionCount, lagCount: graph.lags.count)
        let needed = graph.reachable(from: roots)
        var varies = [Bool](repeating: false, count: graph.nodes.count)
        var registers = [Int32](repeating: -1, count: graph.nodes.count)
        var hoisted: [NodeID] = []
        for id in needed {
            switch graph[id] {
            case .number(let bits):
                registers[id.position] = Int32(layout.constants.count)
                layout.constants.append(Double(bitPattern: bits))
            case .parameter: break
            case .time, .state, .direction, .lagged: varies[id.position] = true
            default:
                graph.forEachOperand(of: id) { if varies[$0.position] { varies[id.position] = true } }
                if !varies[id.position] { hoisted.append(id) }
            }
        }
        layout.hoistedCount = hoisted.count
        for (index, id) in hoisted.enumerated() { registers[id.position] = Int32(layout.hoistedStart + index) }
        for id in needed {
            switch graph[id] {
            case .parameter(let index): registers[id.position] = Int32(layout.parameterStart) + index
            case .time: registers[id.position] = Int32(layout.time)
            case .state(let index): registers[id.position] = Int32(layout.stateStart) + index
            case .direction(let index): registers[id.position] = Int32(layout.directionStart) + index
            case .lagged(let index): registers[id.position] = Int32(layout.lagStart) + index
            default: break
            }
        }
        prologue = hoisted.map { Self.instruction(graph[$0], registers[$0.position], registers) }
        func program(_ results: [NodeID]) -> RegisterProgram {
            var code = RegisterProgram()
            var next = layout.temporaryStart
            for id in graph.reachable(from: results) where varies[id.position] {
                if case .lagged(let index) = graph[id] { code.lags.append(Int(index)) }
                guard !graph.isLeaf(id) else { continue }
                registers[id.position] = Int32(next)
                next += 1
                code.instructions.append(Self.instruction(graph[id], registers[id.position], registers))
            }
            code.results = results.map { registers[$0.position] }
            code.joinPairs(temporaryStart: layout.temporaryStart)
            layout.temporaryCount = max(layout.temporaryCount, next - layout.temporaryStart)
            return code
        }
        for (name, results) in system.programs { programs[name] = program(results) }
        lags = graph.lags.map { lag in
            LagProgram(
                interval: program([lag.interval]), value: program([lag.value]),
                valueBeforeStart: program([lag.valueBeforeStart]))
        }
        self.layout = layout
    }

    private static func instruction(_ node: ExpressionGraph.Node, _ target: Int32, _ registers: [Int32]) -> Instruction
    {
        switch node {
        case .unary(let operation, let a): Instruction(operation, target: target, a: registers[a.position])
        case .binary(let operation, let a, let b):
            Instruction(operation, target: target, a: registers[a.position], b: registers[b.position])
        case .select(let condition, let then, let otherwise):
            Instruction(
                .select, target: target, a: registers[condition.position], b: registers[then.position],
                c: registers[otherwise.position])
        default: preconditionFailure("\(node) is a leaf or refused before")
        }
    }
}
