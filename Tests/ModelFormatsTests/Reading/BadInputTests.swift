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
        #expect(try Self.issues("").first?.message == "is empty")
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

    @Test func hugeFileIsNotEvenRead() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xml")
        defer { try? FileManager.default.removeItem(at: url) }
        _ = FileManager.default.createFile(atPath: url.path, contents: Data("<sbml>".utf8))
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 200_000_000)
        try handle.close()
        let clock = ContinuousClock()
        let began = clock.now
        let error = #expect(throws: FormatError.self) { _ = try SBMLReader.read(contentsOf: url) }
        #expect(error?.issues.first?.message == "has 200000000 bytes, more than the 67108864 allowed")
        #expect(clock.now - began < .seconds(5))
    }

    @Test func foldersDevicesAndClosedFiles() throws {
        func message(_ path: String) -> String? {
            let error = #expect(throws: FormatError.self) {
                _ = try SBMLReader.read(contentsOf: URL(fileURLWithPath: path))
            }
            return error?.issues.first?.message
        }
        #expect(message("/usr") == "is a folder")
        #expect(message("/dev/zero") == "is no ordinary file")
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xml")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data("<sbml/>".utf8).write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: url.path)
        // Root reads it all the same, and then there is no model in it.
        #expect(message(url.path)?.isEmpty == false)
    }

    @Test func widthIsBounded() throws {
        var limits = ReadingLimits()
        limits.operandCount = 10
        limits.attributeCount = 5
        limits.tagLength = 1000
        limits.formulaLength = 20
        let sum = "<math><apply><plus/>" + String(repeating: "<cn>1</cn>", count: 11) + "</apply></math>"
        #expect(
            try Self.issues("<sbml>\(sum)</sbml>", limits: limits).first?.message
                == "has an operation with more than 10 operands")
        let flood = (0..<6).map { " a\($0)=''" }.joined()
        #expect(try Self.issues("<sbml><a\(flood)/></sbml>", limits: limits).first?.construct == "size")
        let long = String(repeating: "x", count: 2000)
        #expect(try Self.issues("<sbml><a id='\(long)'/></sbml>", limits: limits).first?.construct == "size")
        #expect(
            try Self.issues("<sbml>\n<r formula = '\(long.prefix(30))'/></sbml>", limits: limits).first?.line == 2)
    }

    @Test func longNamesAreCutInMessages() throws {
        let name = String(repeating: "p", count: 100_000)
        let text = Self.sbml(
            """
            <listOfParameters><parameter id="\(name)" constant="true"/><parameter id="\(name)" constant="true"/>
            </listOfParameters>
            """)
        for issue in try Self.issues(text) { #expect(issue.description.count < 3000) }
    }

    @Test func tagsInCommentsAndCharacterDataDoNotCount() throws {
        let text = Self.sbml(
            """
            <notes><p xmlns="http://www.w3.org/1999/xhtml"><![CDATA[<a><b>]]></p></notes>
            <!-- <open> <apply> --><listOfParameters><parameter id="p" value="1" constant="true"/></listOfParameters>
            """)
        #expect(try SBMLReader.read(text: text, file: "m.xml").model.quantities.count == 1)
        #expect(try Self.issues(Self.sbml("<!-- never closed")).first?.construct == "XML")
    }

    @Test func missingFile() throws {
        let error = #expect(throws: FormatError.self) {
            _ = try SBMLReader.read(contentsOf: URL(fileURLWithPath: "/nowhere/at/all.xml"))
        }
        #expect(error?.issues.first?.construct == "file")
    }
}
