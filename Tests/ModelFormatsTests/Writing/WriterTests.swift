import Modeling
import Testing

@testable import ModelFormats

/// How single constructs are written.
@Suite struct WriterTests {
    static func model(_ body: String, level: String = "level3/version2/core", version: (Int, Int) = (3, 2)) throws
        -> Model
    {
        let text = """
            <sbml xmlns="http://www.sbml.org/sbml/\(level)" level="\(version.0)" version="\(version.1)">
            <model id="m">\(body)</model></sbml>
            """
        return try SBMLReader.read(text: text, file: "m.xml").model
    }

    static let species = """
        <listOfCompartments><compartment id="c" size="2" constant="true"/></listOfCompartments>
        <listOfSpecies><species id="S" compartment="c" initialAmount="8" hasOnlySubstanceUnits="false"
        boundaryCondition="false" constant="false"/><species id="T" compartment="c" initialConcentration="1"
        hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/></listOfSpecies>
        """
    static let math = "xmlns=\"http://www.w3.org/1998/Math/MathML\""

    static func reaction(_ attributes: String, _ references: String, _ law: String) -> String {
        """
        <listOfReactions><reaction id="J" reversible="false" \(attributes)>\(references)<kineticLaw>\(law)</kineticLaw>
        </reaction></listOfReactions>
        """
    }

    static let reactants =
        "<listOfReactants><speciesReference species=\"S\" stoichiometry=\"1\" constant=\"true\"/></listOfReactants>"

    @Test func localParametersStayLocal() throws {
        let law = """
            <math \(Self.math)><apply><times/><ci>k</ci><ci>S</ci><ci>T</ci></apply></math>
            <listOfLocalParameters><localParameter id="k" value="0.5"/></listOfLocalParameters>
            """
        let text = SBMLWriter.text(of: try Self.model(Self.species + Self.reaction("", Self.reactants, law)))
        #expect(text.contains("<localParameter id=\"k\" value=\"0.5\"/>"))
        #expect(text.contains("<ci> k </ci>"))
        #expect(text.contains("<modifierSpeciesReference species=\"T\"/>"))
        #expect(text.contains("initialAmount=\"8\"") && text.contains("initialConcentration=\"1\""))
        #expect(!text.contains("<parameter "))
    }

    @Test func aLocalParameterNamedLikeASpeciesOfItsReactionBecomesGlobal() throws {
        let law = """
            <math \(Self.math)><ci>S</ci></math>
            <listOfLocalParameters><localParameter id="S" value="0.5"/></listOfLocalParameters>
            """
        let text = SBMLWriter.text(of: try Self.model(Self.species + Self.reaction("", Self.reactants, law)))
        #expect(text.contains("<parameter id=\"J__S\" name=\"J.S\" value=\"0.5\" constant=\"true\"/>"))
        #expect(text.contains("<ci> J__S </ci>"))
    }

    @Test func fastReactionsAreWrittenInTheLastVersionThatHasThem() throws {
        let law = "<math \(Self.math)><apply><minus/><ci>S</ci><ci>T</ci></apply></math>"
        let products =
            "<listOfProducts><speciesReference species=\"T\" stoichiometry=\"1\" constant=\"true\"/></listOfProducts>"
        let model = try Self.model(
            Self.species + Self.reaction("fast=\"true\"", Self.reactants + products, law),
            level: "level3/version1/core", version: (3, 1))
        let text = SBMLWriter.text(of: model)
        #expect(text.contains("level=\"3\" version=\"1\"") && text.contains("fast=\"true\""))
        #expect(try SBMLReader.read(text: text, file: "m.xml").model.reactions[0].isFast)
    }

    @Test func stoichiometriesKeepTheirIdentifiers() throws {
        let references = """
            <listOfReactants><speciesReference id="n" species="S" stoichiometry="2" constant="false"/></listOfReactants>
            <listOfProducts><speciesReference species="T" constant="false"/></listOfProducts>
            """
        let law = "<math \(Self.math)><ci>S</ci></math>"
        var model = try Self.model(Self.species + Self.reaction("", references, law))
        model.reactions[0].products[0].stoichiometry = .symbol("n") * 3
        model.reactions[0].reactants[0].stoichiometry = .symbol("n")
        let text = SBMLWriter.text(of: model)
        #expect(text.contains("<speciesReference id=\"n\" species=\"S\" stoichiometry=\"2\" constant=\"false\"/>"))
        #expect(text.contains("<speciesReference id=\"J__T__stoichiometry\" species=\"T\" constant=\"false\"/>"))
        #expect(text.contains("<assignmentRule variable=\"J__T__stoichiometry\">"))
        let back = try SBMLReader.read(text: text, file: "m.xml").model
        #expect(back.reactions[0].reactants[0].stoichiometry == .symbol("n"))
    }

    /// Sixty nested calls make a formula of 2⁶⁰ parts, all shared.
    @Test func sharedPartsAreWrittenOnce() throws {
        var formula = Expression.symbol("x")
        for _ in 0..<60 { formula = formula + formula }
        var model = Model(name: "shared", timeUnit: .second)
        model.quantities = [Quantity("x", .parameter, unit: .dimensionless, initial: 1)]
        model.outputs = [Output("y", formula, unit: .dimensionless, label: "y")]
        let text = SBMLWriter.text(of: model)
        #expect(text.count < 2_000_000)
        var back = try SBMLReader.read(text: text, file: "m.xml").model
        back.outputs = [Output("y", .symbol("y"), unit: .dimensionless, label: "y")]
        let kernel = ReferenceKernel(try EquationSystem(back))
        #expect(kernel.layout.outputs.count == 1)
        #expect(back.rules.count > 1)
    }

    @Test func eventsKeepEveryAttribute() throws {
        var event = Event("e", when: .time > 1, assignments: [.init("x", .symbol("x") + 1)])
        event.initialTriggerValue = false
        event.isPersistent = false
        event.delay = 2
        event.priority = .symbol("x")
        event.usesValuesFromTriggerTime = false
        var model = Model(name: "events", timeUnit: .second)
        model.quantities = [Quantity("x", .parameter, unit: .dimensionless, initial: 1)]
        model.events = [event, Event("event.2", when: 1, assignments: [])]
        let text = SBMLWriter.text(of: model)
        let back = try SBMLReader.read(text: text, file: "m.xml").model
        let found = try #require(back.events.first)
        #expect(found.identifier == "e" && back.events[1].identifier == "event.2")
        #expect(!found.initialTriggerValue && !found.isPersistent && !found.usesValuesFromTriggerTime)
        #expect(found.delay == 2 && found.priority == .symbol("x") && found.trigger == event.trigger)
        #expect(found.assignments[0].formula == event.assignments[0].formula)
        #expect(!back.quantities[0].isConstant)
    }

    @Test func rateOfDelayAndChoicesComeBack() throws {
        let x = Expression.symbol("x")
        let formulas: [Expression] = [
            .rate(of: x), x.delayed(by: 2), piecewise([(x, when: x > 1), (2, when: x < 0)], otherwise: 3),
            piecewise([(x, when: x > 1)], otherwise: .number(.nan)), .apply(.remainder, [x, 3]),
            .apply(.quotient, [x, 3]), minimum(minimum(x, 2), 3), (x > 1).and(x < 2).and(x < 3), (x > 1).not,
            log10(x), sqrt(x), .number(.pi), .time,
        ]
        var model = Model(name: "formulas", timeUnit: .second)
        model.quantities = [Quantity("x", .parameter, unit: .dimensionless, initial: 1)]
        model.events = formulas.map { Event("e", when: $0 > 1, assignments: []) }
        for index in model.events.indices { model.events[index].identifier = "e\(index)" }
        let back = try SBMLReader.read(text: SBMLWriter.text(of: model), file: "m.xml").model
        for (index, formula) in formulas.enumerated() where !(index == 3 || index == 7 || index == 8) {
            #expect(back.events[index].trigger == (formula > 1))
        }
        // A truth value among numbers is 1 or 0 by choice; NaN differs from itself.
        let chosen = Expression.apply(.select, [formulas[8], 1, 0])
        #expect(back.events[8].trigger == (chosen > 1))
        #expect("\(back.events[3].trigger)" == "\(formulas[3] > 1)")
    }

    @Test func fluxBalanceComesBack() throws {
        var model = Model(name: "flux", timeUnit: .second)
        model.quantities = [
            Quantity("c", .compartment, unit: .litre, initial: 1),
            Quantity("A", .species(compartment: "c", isAmountInMath: true, isBoundary: false), unit: .mole),
        ]
        model.quantities[1].isConstant = false
        for name in ["in", "out"] { model.reactions.append(Reaction(name, from: [], to: [], rate: .number(.nan))) }
        let problem = FluxBalance(
            objective: "best", isMaximum: true, species: ["A"],
            fluxes: [
                .init("in", stoichiometry: [0: 2], lower: 0, upper: 10),
                .init("out", stoichiometry: [0: -1], lower: -.infinity, upper: .infinity, coefficient: 1),
            ])
        let text = SBMLWriter.text(of: model, fluxBalance: problem)
        #expect(text.contains("fbc:strict=\"true\""))
        #expect(try SBMLReader.read(text: text, file: "m.xml").fluxBalance == problem)
    }

    @Test func evidenceStandsInNotesAndAnnotations() throws {
        let builder = ModelBuilder(name: "sources", timeUnit: .hour)
        let scope = builder.scope("drug", grade: .supported, "a drug & its <kinetics>")
        let k = scope.parameter(
            "k", 0.1, .perHour, .published(Reference("who2020"), at: "table 1"), spread: .uniform(0, 1), "elimination")
        let body = scope.state("body", .milligram, initial: .number(5, .milligram), typical: 1, "in the body")
        scope.flow("elimination", from: body, to: nil, rate: k * body)
        var annotations = ModelAnnotations()
        annotations.references["who2020"] = "https://identifiers.org/doi:10.1000/1"
        annotations.identities["drug.body"] = ["https://identifiers.org/CHEBI:10033"]
        let text = SBMLWriter.text(of: builder.model, annotations: annotations)
        for words in [
            "<p>Source: published: who2020, table 1 (in vivo)</p>", "<p>Grade: supported</p>",
            "a drug &amp; its &lt;kinetics&gt;", "<rdf:li rdf:resource=\"https://identifiers.org/doi:10.1000/1\"/>",
            "<rdf:li rdf:resource=\"https://identifiers.org/CHEBI:10033\"/>", "sboTerm=\"SBO:0000247\"",
            "<kineticLaw sboTerm=\"SBO:0000049\">", "id=\"drug__k\" name=\"drug.k\"", "sboTerm=\"SBO:0000035\"",
            "spread=\"uniform\" lowest=\"0\" highest=\"1\"", "reversible=\"false\"",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func doseInputsAreAnnotated() throws {
        let builder = ModelBuilder(name: "doses", timeUnit: .hour)
        let scope = builder.scope("drug", grade: .supported)
        let body = scope.state("body", .milligram, typical: 1, "in the body")
        scope.doseInput("oral", .milligram, attributes: [("fat", .gram, 30)], "by mouth") { amount, _ in
            [(body, body + amount)]
        }
        let text = SBMLWriter.text(of: builder.model)
        #expect(
            text.contains("<patency:doseInput id=\"drug.oral\" amount=\"drug__oral__amount\" summary=\"by mouth\">"))
        #expect(text.contains("<patency:attribute name=\"fat\" parameter=\"drug__oral__fat\"/>"))
        #expect(text.contains("<patency:assignment variable=\"drug__body\">"))
    }
}
