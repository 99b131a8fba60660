import Foundation
import Modeling
import TestSupport
import Testing

@Suite struct EquationSystemTests {
    static let names = SampleModels.all.map(\.name)

    static func model(_ name: String) -> Model { SampleModels.all.first { $0.name == name }!.model }

    @Test(arguments: names) func sampleHasNoIssue(name: String) {
        #expect(Self.model(name).check() == [])
    }

    @Test func equationsPrint() throws {
        let system = try EquationSystem(SampleModels.pharmacokinetics)
        #expect(system.description.contains("d drug.tissue / dt = _7 - _11"))
        #expect(system.jacobianDescription.contains("∂(drug.gut)′/∂drug.gut = -drug.ka"))
    }

    @Test func circularDefinitionIsNamed() throws {
        let builder = ModelBuilder(name: "circle", timeUnit: .hour)
        let scope = builder.scope("c", grade: .established)
        _ = scope.define("a", .dimensionless, .symbol("c.b") + 1)
        _ = scope.define("b", .dimensionless, .symbol("c.a") + 1)
        builder.output("a", .symbol("c.a"), .dimensionless, label: "a")
        let issues = builder.model.check()
        #expect(issues.contains { $0.kind == .circular })
    }

    @Test func unitMismatchNamesExpressionAndBothUnits() throws {
        let builder = ModelBuilder(name: "units", timeUnit: .hour)
        let scope = builder.scope("u", grade: .established)
        let a = scope.parameter("a", 1, .milligram, .assumed(because: "test"), "mass")
        let b = scope.parameter("b", 1, .microgram, .assumed(because: "test"), "mass")
        let c = scope.define("c", .milligram, a + b)
        builder.output("c", c, .milligram, label: "c")
        let issue = try #require(builder.model.check().first)
        #expect(issue.description == "u.c: u.a + u.b joins u.a [mg] with u.b [µg] (convert from µg to mg)")
    }

    @Test func unsourcedNumberAndUnusedStateAreFound() {
        var model = Model(name: "m", timeUnit: .hour)
        model.quantities = [Quantity("k", .parameter, unit: .perHour, initial: .number(1, .perHour))]
        var idle = Quantity(
            "s", .species(compartment: nil, isAmountInMath: true, isBoundary: false), unit: .nanomole,
            initial: .number(0, .nanomole))
        idle.isConstant = false
        model.quantities.append(idle)
        var size = Quantity("v", .compartment, unit: .litre, initial: .number(-1, .litre))
        size.evidence = .assumed(because: "test")
        model.quantities.append(size)
        model.rules = [.rate("x", 1)]
        #expect(Set(model.check().map(\.kind)) == [.unsourcedNumber, .unusedState, .negativeSize, .undefined])
    }
}
