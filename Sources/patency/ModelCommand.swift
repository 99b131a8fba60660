import ArgumentParser
import Modeling
import Reports
import Studies

/// `patency model`: what the model is made of.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Lists the states, numbers, outputs and sources of the model.",
        discussion: """
            Examples:
              patency model parameters
              patency model sources
            """)

    enum Part: String, CaseIterable, ExpressibleByArgument { case all, states, parameters, outputs, sources }

    @Argument(help: "What to list: \(Part.allCases.map(\.rawValue).joined(separator: ", ")).")
    var part = Part.all

    func run() throws {
        let vocabulary = Installed.family.vocabulary
        let doseInputs = Set(vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let listing = ModelListing(Installed.family.model(using: doseInputs), bibliography: Installed.bibliography)
        switch part {
        case .all: print(listing.text(), terminator: "")
        case .states: print(listing.states(), terminator: "")
        case .parameters: print(listing.parameters(), terminator: "")
        case .outputs: print(listing.outputs(), terminator: "")
        case .sources: print(listing.sources(), terminator: "")
        }
    }
}
