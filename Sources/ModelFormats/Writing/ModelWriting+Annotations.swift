import Modeling

/// What stands on an element besides its meaning: a term, notes, addresses, and what only Patency reads.
struct Decoration {
    var metaid: String?
    var sbo: String?
    /// Paragraphs.
    var notes: [String]
    /// Qualifier and addresses.
    var resources: [(qualifier: String, addresses: [String])]
    /// Attributes of the element `patency:quantity`.
    var own: XMLText.Attributes

    static let none = Decoration(metaid: nil, sbo: nil, notes: [], resources: [], own: [])
}

extension ModelWriting {
    /// What is said of a quantity.
    func described(_ quantity: Quantity, sbo: String?) -> Decoration {
        var result = described(
            quantity.identifier, sbo: sbo, summary: quantity.summary, grade: quantity.grade,
            evidence: quantity.evidence)
        guard isDescribed else { return result }
        var own: XMLText.Attributes = []
        switch quantity.spread {
        case .none: break
        case .logNormal(let variation):
            own += [("spread", "logNormal"), ("coefficientOfVariation", NumberText.attribute(variation))]
        case .logitNormal(let deviation):
            own += [("spread", "logitNormal"), ("standardDeviation", NumberText.attribute(deviation))]
        case .normal(let deviation):
            own += [("spread", "normal"), ("standardDeviation", NumberText.attribute(deviation))]
        case .uniform(let low, let high):
            own += [
                ("spread", "uniform"), ("lowest", NumberText.attribute(low)), ("highest", NumberText.attribute(high)),
            ]
        }
        if quantity.isPinned { own.append(("pinned", "true")) }
        if quantity.isNonNegative { own.append(("nonNegative", "true")) }
        if let typical = quantity.typicalMagnitude {
            own.append(("typicalMagnitude", NumberText.attribute(typical)))
        }
        result.own = own
        return result
    }

    /// What is said of anything with an identifier.
    func described(
        _ identifier: String, sbo: String?, summary: String, grade: Grade, evidence: Evidence?
    ) -> Decoration {
        var result = Decoration.none
        if !summary.isEmpty { result.notes.append(summary) }
        guard isDescribed else { return result }
        result.sbo = sbo
        if let evidence { result.notes.append("Source: \(evidence)") }
        result.notes.append("Grade: \(grade)")
        if let addresses = annotations.identities[identifier], !addresses.isEmpty {
            result.resources.append(("bqbiol:is", addresses))
        }
        if case .published(let reference, _)? = evidence?.origin, let address = annotations.references[reference.key] {
            result.resources.append(("bqbiol:isDescribedBy", [address]))
        }
        if !result.resources.isEmpty { result.metaid = "meta_" + math.names[identifier] }
        return result
    }

    /// An element with its decoration and nothing else.
    func element(
        _ name: String, _ attributes: XMLText.Attributes, _ decoration: Decoration, _ xml: inout XMLText
    ) {
        if begin(name, attributes, decoration, &xml, always: false) { xml.end() }
    }

    /// Starts an element with its decoration; an element with nothing in it is written whole unless `always`.
    ///
    /// - Returns: whether the element is still open.
    func begin(
        _ name: String, _ attributes: XMLText.Attributes, _ decoration: Decoration, _ xml: inout XMLText,
        always: Bool = true
    ) -> Bool {
        let all =
            [("metaid", decoration.metaid)] + attributes + [("sboTerm", isDescribed ? decoration.sbo : nil)]
        let isEmpty = decoration.notes.isEmpty && decoration.resources.isEmpty && decoration.own.isEmpty
        if isEmpty, !always {
            xml.empty(name, all)
            return false
        }
        xml.begin(name, all)
        write(decoration, &xml)
        return true
    }

    private func write(_ decoration: Decoration, _ xml: inout XMLText) {
        writeNotes(decoration.notes, &xml)
        guard !(decoration.resources.isEmpty && decoration.own.isEmpty) else { return }
        xml.begin("annotation")
        if !decoration.own.isEmpty {
            xml.empty("patency:quantity", [("xmlns:patency", Self.ownNamespace)] + decoration.own)
        }
        if let metaid = decoration.metaid { writeResources(decoration.resources, about: metaid, &xml) }
        xml.end()
    }

    private func writeNotes(_ paragraphs: [String], _ xml: inout XMLText) {
        guard !paragraphs.isEmpty else { return }
        xml.begin("notes")
        xml.begin("body", [("xmlns", "http://www.w3.org/1999/xhtml")])
        for paragraph in paragraphs { xml.leaf("p", [], paragraph) }
        xml.end()
        xml.end()
    }

    private func writeResources(
        _ resources: [(qualifier: String, addresses: [String])], about metaid: String, _ xml: inout XMLText
    ) {
        xml.begin(
            "rdf:RDF",
            [
                ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                ("xmlns:bqbiol", "http://biomodels.net/biology-qualifiers/"),
                ("xmlns:bqmodel", "http://biomodels.net/model-qualifiers/"),
            ])
        xml.begin("rdf:Description", [("rdf:about", "#" + metaid)])
        for (qualifier, addresses) in resources {
            xml.begin(qualifier)
            xml.begin("rdf:Bag")
            for address in addresses { xml.empty("rdf:li", [("rdf:resource", address)]) }
            xml.end()
            xml.end()
        }
        xml.end()
        xml.end()
    }

    /// Notes on the model, its works, and its dose inputs.
    mutating func writeModelNotes(_ xml: inout XMLText) {
        let components = model.components.map { "\($0.name) (\($0.grade)): \($0.summary)" }
        writeNotes(annotations.notes + components, &xml)
        var works: [String] = []
        for quantity in model.quantities {
            guard case .published(let reference, _)? = quantity.evidence?.origin,
                let address = annotations.references[reference.key], !works.contains(address)
            else { continue }
            works.append(address)
        }
        guard isDescribed, !(works.isEmpty && model.doseInputs.isEmpty) else { return }
        xml.begin("annotation")
        writeDoseInputs(&xml)
        if !works.isEmpty { writeResources([("bqmodel:isDerivedFrom", works)], about: "meta_model", &xml) }
        xml.end()
    }

    /// Ways for doses to enter: what a dose sets, as formulas of its amount and attributes.
    private mutating func writeDoseInputs(_ xml: inout XMLText) {
        guard !model.doseInputs.isEmpty else { return }
        xml.begin("patency:doseInputs", [("xmlns:patency", Self.ownNamespace)])
        for input in model.doseInputs {
            xml.begin(
                "patency:doseInput",
                [
                    ("id", input.identifier), ("amount", math.names[input.amount]),
                    ("infusionRate", input.infusionRate.map { math.names[$0] }), ("summary", input.summary),
                ])
            for (name, parameter) in input.attributes.sorted(by: { $0.key < $1.key }) {
                xml.empty("patency:attribute", [("name", name), ("parameter", math.names[parameter])])
            }
            for assignment in input.assignments {
                xml.begin("patency:assignment", [("variable", math.names[assignment.variable])])
                math.math(
                    assignment.formula, into: &xml, unit: math.inference.unit(ofSymbol: assignment.variable))
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }
}
