// Goals, in order: the same instructions at every run, hence a generated model that no change of physiology moves, one
// thread and bytecode; each part of the way from file to trajectory once; seconds under valgrind.

import Codegen
import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies

/// Small pieces of work whose instructions `make bench-check` counts.
enum FixedWorkload: String, CaseIterable {
    /// What the process costs by itself; taken off the others.
    case nothing
    /// From text to the first step.
    case load
    /// A thousand right-hand sides and a hundred Jacobians beside the loading.
    case evaluations
    /// Runs at 10⁻⁶ by what is chosen automatically.
    case single
    /// The same by a Rosenbrock method.
    case rosenbrock
    /// Eight subjects in lanes.
    case lanes

    static func run(_ name: String) throws {
        guard let workload = FixedWorkload(rawValue: name) else {
            return print("workloads: \(allCases.map(\.rawValue).joined(separator: " "))")
        }
        try workload.run()
    }

    private func run() throws {
        if self == .nothing { return }
        let system = try EquationSystem(try SBMLReader.read(text: Self.text, file: "cascade.xml").model)
        let kernel = try BytecodeKernel(system)
        let times = (0...100).map { Double($0) }
        switch self {
        case .nothing: break
        case .load: _ = try Simulation(kernel: kernel).run(to: 1e-4, reportTimes: [1e-4])
        case .evaluations: Self.evaluate(kernel)
        case .single, .rosenbrock:
            let settings = SolverSettings(method: self == .single ? .automatic : .rosenbrock)
            let simulation = try Simulation(kernel: kernel, settings: settings)
            for _ in 0..<5 { print(try simulation.run(to: 100, reportTimes: times).statistics.steps) }
        case .lanes:
            let lanes = try LaneSimulation(
                kernel: BytecodeKernel(system, laneCount: 8), scalar: kernel,
                settings: SolverSettings(method: .rosenbrock, relativeTolerance: 1e-4))
            let inflow = system.layout.parameterIndex("inflow")!
            let subjects = (0..<8).map { index in
                SubjectInput(
                    overrides: [.parameter(inflow): 1 + 0.1 * Double(index)], to: 100, reportTimes: times,
                    subject: UInt64(index))
            }
            print(try lanes.run(subjects).map(\.statistics.steps))
        }
    }

    private static func evaluate(_ kernel: BytecodeKernel) {
        let layout = kernel.layout
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        let state = (0..<layout.states.count).map { 1 + 0.01 * Double($0) }
        var rates = [Double](repeating: 0, count: layout.states.count)
        var jacobian = [Double](repeating: 0, count: layout.jacobianPattern.nonZeroCount)
        for turn in 0..<1000 {
            workspace.evaluate(.rightHandSide, time: [Double(turn)], state: state, into: &rates)
            if turn % 10 == 0 {
                workspace.evaluate(.jacobian, time: [Double(turn)], state: state, into: &jacobian)
            }
        }
        print(rates[0], jacobian[0])
    }

    /// A cascade of twenty saturable steps, the last of which slows the first down: it oscillates and is stiff.
    static var text: String {
        let count = 20
        func term(_ name: String) -> String { "<ci>\(name)</ci>" }
        func apply(_ operation: String, _ parts: String...) -> String {
            "<apply><\(operation)/>\(parts.joined())</apply>"
        }
        let species = (0..<count).map {
            "<species id=\"s\($0)\" compartment=\"c\" initialAmount=\"\($0 % 3)\" hasOnlySubstanceUnits=\"true\" "
                + "boundaryCondition=\"false\" constant=\"false\"/>"
        }
        let reactions = (0...count).map { index -> String in
            let (left, right) = (index > 0 ? "s\(index - 1)" : nil, index < count ? "s\(index)" : nil)
            func list(_ kind: String, _ name: String?) -> String {
                guard let name else { return "" }
                return
                    "<listOf\(kind)><speciesReference species=\"\(name)\" stoichiometry=\"1\" constant=\"true\"/></listOf\(kind)>"
            }
            let last = "s\(count - 1)"
            let law =
                left.map { apply("divide", apply("times", term("v"), term($0)), apply("plus", term("k"), term($0))) }
                ?? apply(
                    "divide", term("inflow"), apply("plus", "<cn>1</cn>", apply("power", term(last), "<cn>4</cn>")))
            let modifiers =
                index == 0
                ? "<listOfModifiers><modifierSpeciesReference species=\"\(last)\"/></listOfModifiers>" : ""
            return
                "<reaction id=\"r\(index)\" reversible=\"false\">\(list("Reactants", left))\(list("Products", right))"
                + "\(modifiers)<kineticLaw><math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(law)</math></kineticLaw></reaction>"
        }
        let parameters = [("inflow", "1.5"), ("v", "40"), ("k", "20")].map {
            "<parameter id=\"\($0.0)\" value=\"\($0.1)\" constant=\"true\"/>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="cascade">
            <listOfCompartments><compartment id="c" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>
            <listOfSpecies>\(species.joined(separator: "\n"))</listOfSpecies>
            <listOfParameters>\(parameters.joined(separator: "\n"))</listOfParameters>
            <listOfReactions>\(reactions.joined(separator: "\n"))</listOfReactions>
            </model></sbml>
            """
    }
}
