import Modeling

/// One pass over a model, list by list, into an SBML document.
struct ModelWriting {
    static let namespace = "http://www.sbml.org/sbml/level3/version2/core"
    /// Of what SBML has no place for: spreads, pinned states, dose inputs. docs/sbml.md says what each attribute means.
    static let ownNamespace = "urn:patency:sbml:1"

    let model: Model
    let fluxBalance: FluxBalance?
    let annotations: ModelAnnotations
    /// Whether units hold throughout, so that they are stated on every number.
    let statesUnits: Bool
    /// Whether SBO terms are stated: only of models that say what their parts are.
    let isDescribed: Bool
    var math: MathWriting
    var references: SpeciesReferences
    /// Local parameters of each reaction: identifier in the model and name in the law.
    let locals: [String: [(identifier: String, name: String)]]
    let localIdentifiers: Set<String>
    let eventNames: [String?]
    /// What rules, events or doses change.
    let changed: Set<String>
    let modelUnits: ModelUnits
    /// What nothing changes.
    let constants: Set<String>
    let indices: [String: Int]
    /// Index in the flux balance problem of each reaction that has bounds.
    let fluxPlaces: [String: Int]
    /// Names of the parameters that bound each flux.
    let fluxBounds: [(lower: String, upper: String)]
    let objectiveName: String
    private(set) var firstOrderConstants: Set<String> = []

    init(_ original: Model, fluxBalance: FluxBalance?, annotations: ModelAnnotations) {
        self.fluxBalance = fluxBalance
        self.annotations = annotations
        let shared = SharedFormulas(original.withOutputsAsQuantities())
        var model = shared.model
        modelUnits = ModelUnits(model)
        isDescribed = !model.components.isEmpty
        let isUniform = model.countsThroughout(in: modelUnits.extent)
        // Parts of formulas that got names have no sure unit; a file's own conversion factors are left alone.
        statesUnits =
            !shared.isChanged && (isUniform || model.quantities.allSatisfy { $0.conversionFactor == nil })
            && model.checkUnits().isEmpty
        if statesUnits, !isUniform || model.hasUnitsWithoutSpecies { model.makeExtentsUniform(modelUnits) }
        model.giveEverySpeciesACompartment()
        self.model = model
        changed = model.changedSymbols
        locals = shared.isChanged ? [:] : model.localParameters(outside: changed)
        localIdentifiers = Set(locals.values.flatMap { $0.map(\.identifier) })
        let hidden = localIdentifiers
        var names = SymbolNames(
            keeping: model.quantities.map(\.identifier).filter { !hidden.contains($0) }
                + model.reactions.map(\.identifier))
        eventNames = model.events.enumerated().map { index, event in
            event.identifier == "event.\(index + 1)" ? nil : names.free(event.identifier)
        }
        references = SpeciesReferences(model, changed: changed, names: &names)
        indices = model.quantityIndices()
        let fluxes = fluxBalance?.fluxes ?? []
        fluxPlaces = Dictionary(
            fluxes.enumerated().map { ($1.reaction, $0) }, uniquingKeysWith: { first, _ in first })
        fluxBounds = fluxes.map { flux in
            (names.free("lower.bound.\(flux.reaction)"), names.free("upper.bound.\(flux.reaction)"))
        }
        objectiveName = fluxBalance.map { names.free($0.objective) } ?? ""
        math = MathWriting(names: names, statesUnits: statesUnits, inference: FormulaUnits(model))
        let moving = changed
        constants = Set(model.quantities.filter { $0.isConstant && !moving.contains($0.identifier) }.map(\.identifier))
        if isDescribed { firstOrderConstants = findFirstOrderConstants() }
    }

    /// Level 3 Version 2; Version 1 where a reaction is fast, which later versions have no word for.
    var version: Int { model.reactions.contains(where: \.isFast) ? 1 : 2 }

    mutating func text() -> String {
        // Units and operations are known once everything else is written, so the body comes first.
        var body = XMLText(depth: 2)
        writeCompartments(&body)
        writeSpecies(&body)
        writeParameters(&body)
        writeInitialAssignments(&body)
        writeRules(&body)
        writeReactions(&body)
        writeEvents(&body)
        writeFluxObjective(&body)
        let root = modelAttributes()
        var head = XMLText(depth: 2)
        writeModelNotes(&head)
        writeUnitDefinitions(&head)
        var xml = XMLText(depth: 0)
        xml.begin("sbml", documentAttributes())
        xml.begin("model", root)
        xml.append(head)
        xml.append(body)
        xml.end()
        xml.end()
        let written = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.text
        return version == 2
            ? written : written.replacing(Self.namespace, with: "http://www.sbml.org/sbml/level3/version1/core")
    }

    private func documentAttributes() -> XMLText.Attributes {
        var attributes: XMLText.Attributes = [("xmlns", Self.namespace)]
        if fluxBalance != nil {
            attributes += [
                ("xmlns:fbc", "http://www.sbml.org/sbml/level3/version1/fbc/version2"), ("fbc:required", "false"),
            ]
        }
        if version == 1, math.usesVersion2 {
            attributes += [
                ("xmlns:l3v2extendedmath", "http://www.sbml.org/sbml/level3/version1/l3v2extendedmath/version1"),
                ("l3v2extendedmath:required", "true"),
            ]
        }
        return attributes + [("level", "3"), ("version", "\(version)")]
    }

    private mutating func modelAttributes() -> XMLText.Attributes {
        let identifier = SymbolNames.isValid(model.name) ? model.name : SymbolNames.mapped(model.name)
        let isNamed = identifier != model.name
        return [
            ("metaid", isDescribed ? "meta_model" : nil), ("id", identifier), ("name", isNamed ? model.name : nil),
            ("sboTerm", isDescribed ? OntologyTerm.framework.rawValue : nil),
            ("substanceUnits", math.units.identifier(of: modelUnits.extent)),
            ("timeUnits", math.units.identifier(of: model.timeUnit)),
            ("volumeUnits", math.units.identifier(of: modelUnits.volume)),
            ("areaUnits", math.units.identifier(of: modelUnits.area)),
            ("lengthUnits", math.units.identifier(of: modelUnits.length)),
            ("extentUnits", math.units.identifier(of: modelUnits.extent)),
            ("fbc:strict", fluxBalance.map { $0.isStrict ? "true" : "false" }),
        ]
    }

    private func writeUnitDefinitions(_ xml: inout XMLText) {
        xml.list("listOfUnitDefinitions", of: math.units.definitions) { xml, definition in
            xml.begin("unitDefinition", [("id", definition.identifier), ("name", definition.unit.symbol)])
            xml.begin("listOfUnits")
            for factor in UnitWriting.factors(of: definition.unit) {
                xml.empty(
                    "unit",
                    [
                        ("kind", factor.kind), ("exponent", NumberText.attribute(factor.exponent)),
                        ("scale", "\(factor.scale)"), ("multiplier", NumberText.attribute(factor.multiplier)),
                    ])
            }
            xml.end()
            xml.end()
        }
    }

    /// Identifier of a unit, left out where units are not sure and this one says nothing.
    mutating func unitAttribute(_ unit: Unit) -> String? {
        !statesUnits && unit == .dimensionless ? nil : math.units.identifier(of: unit)
    }

    /// The original identifier, where the document has another.
    func nameAttribute(_ identifier: String, written: String) -> String? { identifier == written ? nil : identifier }
}
