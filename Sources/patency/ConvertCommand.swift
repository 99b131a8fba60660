import ArgumentParser
import Foundation
import ModelFormats
import Modeling

/// `patency convert`: any SBML file as Level 3 Version 2.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Writes an SBML file as SBML Level 3 Version 2.",
        discussion: """
            Examples:
              patency convert old-level-2.xml new.xml
              patency convert hierarchy.xml - | less

            Hierarchies become one flat model and calls of function definitions the functions' bodies; local parameters
            stay local. A model with fast reactions is written as Level 3 Version 1, the last that knows them, and a
            flux balance model with package fbc, Version 2. docs/sbml.md says how each part is written.
            """)

    @Argument(help: "SBML file, Level 1 to Level 3 Version 2.", completion: .file(extensions: ["xml", "sbml"]))
    var input: String

    @Argument(help: "Where the result goes; - is standard output.", completion: .file(extensions: ["xml"]))
    var output: String

    func run() throws {
        SBMLReader.expectOneFile()
        let read = try SBMLReader.read(contentsOf: URL(fileURLWithPath: input))
        if read.model.reactions.contains(where: \.isFast) {
            StandardError.write(
                "\(input): has fast reactions, which Level 3 Version 2 lacks; written as Level 3 Version 1\n")
        }
        try OutputFile.write(SBMLWriter.text(of: read.model, fluxBalance: read.fluxBalance), to: output)
    }
}
