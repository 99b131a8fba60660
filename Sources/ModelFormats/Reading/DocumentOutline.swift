/// What a document holds and on which line, taken from its text: models, submodels, external models, identifiers.
///
/// Flattening a hierarchy loses which file an element came from, and libSBML's errors do not name elements.
struct DocumentOutline: Sendable {
    /// A `model` or `modelDefinition`.
    struct ModelOutline: Sendable {
        let id: String
        /// Line of each identified element.
        var lines: [String: Int] = [:]
        /// Lines on which elements begin or end.
        var tagLines: Set<Int> = []
        var submodels: [Submodel] = []
        var elementCount = 0
    }

    /// A model inside another.
    struct Submodel: Sendable {
        let id: String
        /// Identifier of the model it is made from.
        let reference: String
        let line: Int
    }

    /// A model in another file.
    struct External: Sendable {
        let id: String
        let source: String
        /// Model in that file; empty for its main one.
        let reference: String
        let line: Int
    }

    private(set) var models: [ModelOutline] = []
    private(set) var externals: [External] = []
    /// Position of the main model, where there is one.
    private(set) var main: Int?

    /// - Parameter bytes: of a document that ``DocumentScan`` has let through.
    init(_ bytes: UnsafeRawBufferPointer) {
        var current: Int?
        for tag in XMLTags(bytes) {
            switch (tag.name, tag.isEnd) {
            case ("model", false), ("modelDefinition", false):
                if tag.name == "model" { main = main ?? models.count }
                current = models.count
                models.append(ModelOutline(id: tag.attributes["id"] ?? ""))
                if tag.isEmpty { current = nil }
            case ("model", true), ("modelDefinition", true): current = nil
            case ("externalModelDefinition", false):
                externals.append(
                    External(
                        id: tag.attributes["id"] ?? "", source: tag.attributes["source"] ?? "",
                        reference: tag.attributes["modelRef"] ?? "", line: tag.lines.lowerBound))
            case (_, false): if let current { note(tag, in: current) }
            default: break
            }
        }
    }

    private mutating func note(_ tag: XMLTags.Tag, in current: Int) {
        models[current].elementCount += 1
        models[current].tagLines.insert(tag.lines.lowerBound)
        models[current].tagLines.insert(tag.lines.upperBound)
        guard let id = tag.attributes["id"] else { return }
        if tag.name == "submodel" {
            models[current].submodels.append(
                Submodel(id: id, reference: tag.attributes["modelRef"] ?? "", line: tag.lines.lowerBound))
        } else if models[current].lines[id] == nil {
            models[current].lines[id] = tag.lines.lowerBound
        }
    }

    /// The model of this name, or the main one for an empty name.
    func modelIndex(_ name: String) -> Int? {
        name.isEmpty ? main : models.firstIndex { $0.id == name }
    }

    /// Identifier of the element at each line, or of the innermost identified one around it.
    ///
    /// - Parameters:
    ///   - lines: asked for.
    ///   - bytes: of the document.
    static func elements(at lines: Set<Int>, in bytes: UnsafeRawBufferPointer) -> [Int: String] {
        var found: [Int: String] = [:]
        var open: [String] = []
        var wanted = lines.sorted()[...]
        for tag in XMLTags(bytes) {
            // Lines before this tag belong to what is open.
            while let line = wanted.first, line < tag.lines.lowerBound {
                found[line] = open.last
                wanted.removeFirst()
            }
            let name = label(of: tag) ?? open.last ?? ""
            while let line = wanted.first, tag.lines.contains(line) {
                found[line] = name
                wanted.removeFirst()
            }
            if tag.isEnd {
                open = open.dropLast()
            } else if !tag.isEmpty {
                open.append(name)
            }
        }
        return found.filter { !$0.value.isEmpty }
    }

    /// What an element is known by.
    private static func label(of tag: XMLTags.Tag) -> String? {
        guard !tag.isEnd else { return nil }
        let keys = ["id", "variable", "symbol", "species", "compartment", "name"]
        return keys.lazy.compactMap { tag.attributes[$0] }.first { !$0.isEmpty }
    }
}
