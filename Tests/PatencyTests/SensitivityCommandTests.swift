import Foundation
import Testing

/// `patency simulate --sensitivity`.
@Suite struct SensitivityCommandTests {
    static let decay = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
          <model id="decay">
            <listOfParameters>
              <parameter id="k" value="0.5" constant="true"/>
              <parameter id="start" value="10" constant="true"/>
              <parameter id="x" constant="false"/>
            </listOfParameters>
            <listOfInitialAssignments>
              <initialAssignment symbol="x"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>start</ci></math></initialAssignment>
            </listOfInitialAssignments>
            <listOfRules>
              <rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><minus/><apply><times/><ci>k</ci><ci>x</ci></apply></apply></math></rateRule>
            </listOfRules>
          </model>
        </sbml>
        """

    @Test func columnsOfDerivativesFollowTheOutputs() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.decay, to: "decay.xml")
        let outcome = try Program.run(
            "simulate", "decay.xml", "--end", "2", "--points", "3", "--select", "x", "--sensitivity", "k, start",
            "--out", "-",
            in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first == "time,x,d[x]/d[k],d[x]/d[start]")
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",").compactMap { Double($0) }
            try #require(cells.count == 4)
            let rest = exp(-0.5 * cells[0])
            #expect(abs(cells[1] - 10 * rest) < 1e-5)
            #expect(abs(cells[2] + cells[0] * 10 * rest) < 1e-5)
            #expect(abs(cells[3] - rest) < 1e-6)
        }
    }

    @Test func aNameThatIsNoParameterIsRefused() throws {
        let folder = try ScratchFolder()
        try folder.write(Self.decay, to: "decay.xml")
        for (name, words) in [("y", "is not declared"), ("x", "is not a parameter whose value is a number")] {
            let outcome = try Program.run(
                "simulate", "decay.xml", "--end", "2", "--sensitivity", name, "--out", "-", in: folder.url)
            #expect(outcome.code != 0)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
    }
}
