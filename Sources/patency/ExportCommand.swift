import ArgumentParser
import Foundation
import ModelFormats
import Modeling
import Studies

/// `patency export`: the flagship as SBML.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the flagship as SBML Level 3 Version 2.",
        discussion: """
            Examples:
              patency export flagship flagship.xml
              patency export flagship treated.xml --scenario Examples/newsletter.yaml --arm "MK-4 10 mg by mouth"

            One person with the model's own numbers, at rest with their diet at time 0; time in hours. Without a scenario
            every part is there and nothing is given; with one, its person eats and takes what the arm says, doses as
            events. Outputs are parameters under assignment rules. docs/sbml.md says how each part is written.
            """)

    enum Subject: String, CaseIterable, ExpressibleByArgument { case flagship }

    @Argument(help: "What is written: flagship.")
    var subject: Subject

    @Argument(help: "Where the result goes; - is standard output.", completion: .file(extensions: ["xml"]))
    var output: String

    @Option(help: "Scenario whose person and doses are meant.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "Arm of the scenario; without it the first.")
    var arm: String?

    func validate() throws {
        if arm != nil, scenario == nil { throw ValidationError("--arm needs --scenario") }
    }

    func run() throws {
        try OutputFile.write(Installed.sbml(of: try model()), to: output)
    }

    private func model() throws -> Model {
        let family = Installed.family
        guard let scenario else {
            let inputs = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
            return try ArmModel(family, using: inputs, kernel: .standard).model(forPersonWith: [:], family: family)
        }
        let question = try Scenario(contentsOf: URL(fileURLWithPath: scenario), for: family)
        let found = try arm.map { try question.arm(named: $0, in: scenario) } ?? question.arms[0]
        let model = try ArmModel(family, using: Set(found.regimens.map(\.doseInput)), kernel: .standard)
        let inputs = question.inputs.merging(found.inputs) { _, own in own }
        return try model.model(forPersonWith: inputs, regimens: found.regimens, family: family).giving(found.regimens)
    }
}

extension Scenario {
    /// - Throws: ``Failure`` where there is no such arm.
    func arm(named name: String, in file: String) throws -> Arm {
        guard let found = arms.first(where: { $0.name == name }) else {
            let names = arms.map { "'\($0.name)'" }.joined(separator: ", ")
            throw Failure(.wrongInput, "'\(name)' is not an arm of \(file) (allowed: \(names))")
        }
        return found
    }
}
