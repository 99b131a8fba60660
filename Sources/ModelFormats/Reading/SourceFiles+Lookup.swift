extension SourceFiles {
    /// A model of one of the files.
    private struct ModelKey: Hashable {
        let document: Int
        let model: Int
    }

    private func model(_ key: ModelKey) -> DocumentOutline.ModelOutline {
        documents[key.document].outline.models[key.model]
    }

    /// The model that a submodel is made from.
    private func definition(_ reference: String, in document: Int) -> ModelKey? {
        var document = document
        var reference = reference
        // An external definition may lead to another; a circle ends after each has been looked at once.
        for _ in 0...documents.count {
            if let model = documents[document].outline.modelIndex(reference) {
                return ModelKey(document: document, model: model)
            }
            guard let external = documents[document].outline.externals.first(where: { $0.id == reference }),
                let next = documents[document].externals[external.id]
            else { return nil }
            document = next
            reference = external.reference
        }
        return nil
    }

    /// Refuses a hierarchy that holds itself, or that is too large once made flat, which libSBML would run into.
    func checkSize(_ limits: ReadingLimits) throws(FormatError) {
        guard let main = documents[0].outline.main else { return }
        var counts: [ModelKey: Int] = [:]
        var open: [ModelKey] = []
        func count(_ key: ModelKey, _ place: Place) throws(FormatError) -> Int {
            if let known = counts[key] { return known }
            guard !open.contains(key) else {
                throw place.error("hierarchy", "is a submodel of itself", "break the circle of submodels")
            }
            guard open.count < limits.hierarchyDepth else {
                throw place.error(
                    "hierarchy", "nests submodels more than \(limits.hierarchyDepth) deep", "merge submodels")
            }
            open.append(key)
            defer { open.removeLast() }
            var total = model(key).elementCount
            for submodel in model(key).submodels {
                let place = Place(file: documents[key.document].name, line: submodel.line, element: submodel.id)
                guard let inner = definition(submodel.reference, in: key.document) else {
                    throw place.error(
                        "hierarchy", "is made from the model '\(submodel.reference)', which is not there",
                        "define it, or correct the reference")
                }
                total += try count(inner, place)
                guard total <= limits.elementCount else {
                    throw place.error(
                        "size", "makes the model larger than \(limits.elementCount) elements once it is flat",
                        "raise the limit, or use fewer submodels")
                }
            }
            counts[key] = total
            return total
        }
        _ = try count(
            ModelKey(document: 0, model: main), Place(file: documents[0].name, line: nil, element: ""))
    }

    /// File and line of an element of the flat model.
    ///
    /// A flat identifier is `submodel__identifier`, where libSBML puts a number before the dashes if it would clash.
    /// - Parameters:
    ///   - name: identifier in the flat model, or the variable of a rule.
    ///   - line: of the element as libSBML has it, from whichever file; `nil` for that of the declaration.
    func place(of name: String, line: Int?) -> (file: String, line: Int?) {
        guard documents.count > 0, let main = documents[0].outline.main else { return (self.main, line) }
        var steps = 0
        guard let (key, declared) = find(name[...], in: ModelKey(document: 0, model: main), steps: &steps) else {
            return place(ofLine: line)
        }
        guard let line else { return (documents[key.document].name, declared) }
        // What replaces an element brings its own file.
        return model(key).tagLines.contains(line) ? (documents[key.document].name, line) : place(ofLine: line)
    }

    /// Gives up after so many steps that only a file made to be ambiguous needs more.
    private func find(_ name: Substring, in key: ModelKey, steps: inout Int) -> (ModelKey, Int)? {
        if let line = model(key).lines[String(name)] { return (key, line) }
        steps += 1
        guard steps < 1000 else { return nil }
        for submodel in model(key).submodels where name.hasPrefix(submodel.id) {
            let rest = name.dropFirst(submodel.id.count).drop { $0.isNumber }
            guard rest.hasPrefix("__"), let inner = definition(submodel.reference, in: key.document),
                let found = find(rest.dropFirst(2), in: inner, steps: &steps)
            else { continue }
            return found
        }
        return nil
    }

    /// The one file with an element on that line; with several, the line stays open.
    func place(ofLine line: Int?) -> (file: String, line: Int?) {
        guard let line, documents.count > 1 else { return (main, line) }
        let holders = documents.filter { $0.outline.models.contains { $0.tagLines.contains(line) } }
        return holders.count == 1 ? (holders[0].name, line) : (main, nil)
    }
}
