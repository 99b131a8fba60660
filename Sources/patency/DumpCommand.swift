import ArgumentParser
import Codegen
import Foundation
import Modeling
import Studies

/// `patency dump`: what stands between the steps from a model to numbers.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Prints a stage between model and numbers.",
        discussion: """
            Examples:
              patency dump --stage model
              patency dump --stage jacobian --scenario Examples/newsletter.yaml --arm "on the skin, daily"
            """)

    enum Stage: String, CaseIterable, ExpressibleByArgument { case model, equations, jacobian, kernel, native }

    @Option(help: "What to print: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")).")
    var stage: Stage

    @Option(
        help: "Scenario whose arm's model is meant; without it the model without doses.",
        completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "Arm of the scenario; without it the first.")
    var arm: String?

    func validate() throws {
        if arm != nil, scenario == nil { throw ValidationError("--arm needs --scenario") }
    }

    func run() throws {
        let model = try Installed.family.model(using: doseInputs()).validated()
        if stage == .model {
            print(model)
            return
        }
        let system = try EquationSystem(model)
        switch stage {
        case .model: break
        case .equations: print(system)
        case .jacobian: print(system.jacobianDescription)
        case .kernel: print(try KernelChoice.standard.makeKernel(system))
        case .native: print(NativeKernel.intermediateText(try BytecodeKernel(system, laneCount: 8)))
        }
    }

    private func doseInputs() throws -> Set<String> {
        guard let scenario else { return [] }
        let question = try Scenario(contentsOf: URL(fileURLWithPath: scenario), for: Installed.family)
        let found = try arm.map { try question.arm(named: $0, in: scenario) } ?? question.arms[0]
        return Set(found.regimens.map(\.doseInput))
    }
}
