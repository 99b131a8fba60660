import Foundation
import Testing

@testable import ModelFormats

/// What the scan hands to the parser.
@Suite struct DocumentScanTests {
    private func essence(_ text: String) throws -> String {
        let scan = try Array(text.utf8).withUnsafeBytes { bytes in
            try DocumentScan(bytes, file: "m.xml", limits: .standard)
        }
        return String(decoding: scan.essence.dropLast(), as: UTF8.self)
    }

    @Test func leavesOutWhatIsNotRead() throws {
        let text = """
            <?xml version="1.0"?>
            <sbml xmlns:render="http://www.sbml.org/sbml/level3/version1/render/version1" render:required="false">
              <!-- a
                   comment -->
              <model id="m"><notes><p>n</p></notes>
                <annotation>
                  <rdf:li annotation="1"/></annotation>
                <annotations/>
                <render:list><render:part/></render:list>
                <ci> x </ci><csymbol>  </csymbol>
              </model>
            </sbml>
            """
        let found = try essence(text)
        for word in ["notes", "<annotation>", "rdf", "<render:", "comment"] { #expect(!found.contains(word)) }
        for word in ["<?xml", "<annotations", "<ci", " x ", "<csymbol>  </csymbol", "<model id=\"m\"", "</sbml"] {
            #expect(found.contains(word), "\(word)")
        }
    }

    /// Messages name the line of the file, whatever was left out before it.
    @Test func keepsLines() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
            <!-- a
            comment --><model id="m">
            <notes>
            n</notes>

            <listOfParameters>
              <parameter id="a" constant="false"/><annotation>

              </annotation>
            </listOfParameters>
            <listOfRules>
              <assignmentRule
                variable="a"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><ci> f </ci><cn> 1 </cn></apply></math>
              </assignmentRule></listOfRules></model></sbml>
            """
        let error = #expect(throws: FormatError.self) { _ = try SBMLReader.read(text: text, file: "m.xml") }
        // The tag of the rule ends on its second line.
        let place = try #require(text.range(of: "variable=\"a\""))
        let line = text[..<place.lowerBound].filter { $0 == "\n" }.count + 1
        #expect(error?.issues.first?.line == line, "\(error?.description ?? "")")
    }

    /// A package that is read, or required, stays.
    @Test func keepsPackagesThatCount() throws {
        let text = """
            <sbml xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2" fbc:required="false"
            xmlns:qual="http://www.sbml.org/sbml/level3/version1/qual/version1" qual:required="true">
            <fbc:objective/><qual:transition/></sbml>
            """
        let found = try essence(text)
        #expect(found.contains("<fbc:objective") && found.contains("<qual:transition"))
    }
}
