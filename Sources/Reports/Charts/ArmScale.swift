import Studies

/// Colour and dash of each arm, the same in every picture.
///
/// Colours are the Okabe–Ito palette, told apart with any colour vision and on light and dark paper, and two more;
/// dashes tell arms apart without colour. The reference arm is grey.
struct ArmScale: Sendable {
    let names: [String]
    let colors: [String]
    let dashes: [[Int]]

    private static let palette = [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8B5E3C", "#7A5CD0",
    ]
    private static let patterns = [[], [8, 3], [3, 2], [10, 3, 2, 3], [6, 2, 2, 2, 2, 2]]
    private static let reference = "#7A7F87"

    init(_ result: StudyResult) {
        names = result.arms.map(\.name)
        var next = 0
        var colors: [String] = []
        var dashes: [[Int]] = []
        for name in names {
            // Alone it is compared with nothing and needs no grey.
            if name == result.referenceArm, names.count > 1 {
                colors.append(Self.reference)
                dashes.append([2, 3])
            } else {
                colors.append(Self.palette[next % Self.palette.count])
                dashes.append(Self.patterns[next % Self.patterns.count])
                next += 1
            }
        }
        self.colors = colors
        self.dashes = dashes
    }

    func color(_ name: String) -> String { names.firstIndex(of: name).map { colors[$0] } ?? Self.reference }

    func dash(_ name: String) -> [Int] { names.firstIndex(of: name).map { dashes[$0] } ?? [] }

    private func among(_ shown: [String], _ range: JSONValue) -> JSONValue {
        ["domain": .array(shown.map(JSONValue.string)), "range": range]
    }

    func colorChannel(_ shown: [String], legend: Bool) -> JSONValue {
        let range = JSONValue.array(shown.map { .string(color($0)) })
        let channel: JSONValue = ["field": "arm", "type": "nominal", "scale": among(shown, range)]
        return legend ? channel : channel.adding(["legend": nil])
    }

    func dashChannel(_ shown: [String], legend: Bool) -> JSONValue {
        let range = JSONValue.array(
            shown.map { name in
                .array(dash(name).map { .number(Double($0)) })
            })
        let channel: JSONValue = ["field": "arm", "type": "nominal", "scale": among(shown, range)]
        return legend ? channel : channel.adding(["legend": nil])
    }
}
