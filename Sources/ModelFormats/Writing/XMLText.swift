/// XML put together element by element, indented by two spaces a level.
struct XMLText {
    typealias Attributes = [(name: String, value: String?)]

    private(set) var text = ""
    private var open: [String] = []
    private let depth: Int

    /// - Parameter depth: levels around what is written.
    init(depth: Int) { self.depth = depth }

    /// Starts an element; attributes without a value are left out.
    mutating func begin(_ name: String, _ attributes: Attributes = []) {
        line("<\(name)\(Self.written(attributes))>")
        open.append(name)
    }

    /// Ends the element started last.
    mutating func end() {
        let name = open.removeLast()
        line("</\(name)>")
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: Attributes = []) {
        line("<\(name)\(Self.written(attributes))/>")
    }

    /// An element with text in it.
    mutating func leaf(_ name: String, _ attributes: Attributes, _ content: String) {
        line("<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>")
    }

    /// An element with a list in it; nothing where the list is empty.
    mutating func list<Item>(_ name: String, of items: [Item], _ write: (inout XMLText, Item) -> Void) {
        guard !items.isEmpty else { return }
        begin(name)
        for item in items { write(&self, item) }
        end()
    }

    /// Text written elsewhere, as it stands.
    mutating func append(_ other: XMLText) { text += other.text }

    private mutating func line(_ content: String) {
        text += String(repeating: "  ", count: depth + open.count)
        text += content
        text += "\n"
    }

    private static func written(_ attributes: Attributes) -> String {
        attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
    }

    /// Text with the signs of XML as entities; what XML 1.0 cannot hold becomes a replacement character.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t", "\r": result += "&#\(scalar.value);"
            default:
                let isForbidden = scalar.value < 32 || scalar.value & 0xFFFE == 0xFFFE
                result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }
}
