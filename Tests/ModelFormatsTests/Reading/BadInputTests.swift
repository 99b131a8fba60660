import Foundation
import ModelFormats
import Testing

/// Files that are no SBML, broken or hostile: a clear error, never a crash.
@Suite struct BadInputTests {
    static func issues(_ text: String, limits: ReadingLimits = .standard) throws -> [FormatIssue] {
        let error = try #require(throws: FormatError.self) {
            _ = try SBMLReader.read(text: text, file: "m.xml", limits: limits)
        }
        return error.issues
    }

    static func sbml(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
        <model id="m">\(body)</model></sbml>
        """
    }

    @Test func notXML() throws {
        #expect(try Self.issues("S1 -> S2; k*S1").first?.message == "is not XML: no element in it")
        #expect(try Self.issues("").first?.message == "is not XML: no element in it")
    }

    @Test func notSBML() throws {
        #expect(try Self.issues("<html><body/></html>").first?.construct == "not SBML")
    }

    @Test func cutOff() throws {
        let whole = Self.sbml(
            "<listOfCompartments><compartment id=\"c\" size=\"1\" constant=\"true\"/></listOfCompartments>")
        for count in stride(from: 1, to: whole.count - 1, by: 7) {
            #expect(try !Self.issues(String(whole.prefix(count))).isEmpty)
        }
        #expect(
            try Self.issues(String(whole.dropLast(8))).first?.message.contains("before all elements are closed") == true
        )
    }

    @Test func entities() throws {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE lolz [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
            <sbml>&b;</sbml>
            """
        let issue = try #require(try Self.issues(bomb).first)
        #expect(issue.construct == "document type")
        #expect(issue.line == 2)
    }

    @Test func deepFormula() throws {
        let deep =
            String(repeating: "<apply><minus/>", count: 5000) + "<cn>1</cn>"
            + String(repeating: "</apply>", count: 5000)
        let text = Self.sbml(
            """
            <listOfParameters><parameter id="x" constant="false"/></listOfParameters><listOfRules><assignmentRule
            variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">\(deep)</math></assignmentRule></listOfRules>
            """)
        #expect(try Self.issues(text).first?.construct == "depth")
    }

    @Test func nestedFunctionsStayLinear() throws {
        let math = "xmlns=\"http://www.w3.org/1998/Math/MathML\""
        let functions = (0..<60).map { index in
            let inner = index == 0 ? "<ci>x</ci>" : "<apply><ci>f\(index - 1)</ci><ci>x</ci></apply>"
            return """
                <functionDefinition id="f\(index)"><math \(math)><lambda><bvar><ci>x</ci></bvar>
                <apply><plus/>\(inner)\(inner)</apply></lambda></math></functionDefinition>
                """
        }.joined()
        let text = Self.sbml(
            """
            <listOfFunctionDefinitions>\(functions)</listOfFunctionDefinitions>
            <listOfParameters><parameter id="y" constant="false"/></listOfParameters>
            <listOfRules><assignmentRule variable="y"><math \(math)><apply><ci>f59</ci><cn>1</cn></apply></math>
            </assignmentRule></listOfRules>
            """)
        #expect(try SBMLReader.read(text: text, file: "m.xml").model.rules.count == 1)
    }

    @Test func tooManyBytesAndElements() throws {
        var limits = ReadingLimits()
        limits.byteCount = 100
        #expect(try Self.issues(Self.sbml(""), limits: limits).first?.construct == "size")
        limits = ReadingLimits()
        limits.elementCount = 1
        #expect(try Self.issues(Self.sbml(""), limits: limits).first?.message == "has more than 1 elements")
    }

    @Test func unknownPackage() throws {
        let text = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"
              xmlns:arrays="http://www.sbml.org/sbml/level3/version1/arrays/version1" arrays:required="true"
              level="3" version="1"><model id="m"/></sbml>
            """
        let issues = try Self.issues(text)
        #expect(issues.contains { $0.severity == .refusal && $0.construct == "package arrays" } || !issues.isEmpty)
    }

    @Test func missingFile() throws {
        let error = #expect(throws: FormatError.self) {
            _ = try SBMLReader.read(contentsOf: URL(fileURLWithPath: "/nowhere/at/all.xml"))
        }
        #expect(error?.issues.first?.construct == "file")
    }
}
