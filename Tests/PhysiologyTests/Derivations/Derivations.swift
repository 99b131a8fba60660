/// Every derived number of the model again, from the numbers it names: in their order and in their own units, to its own unit.
enum Derivations {
    static var all: [String: @Sendable ([Double]) -> Double] {
        [intake, calcification, person, skin, risk].reduce(into: [:]) { all, area in
            all.merge(area) { _, _ in preconditionFailure("a number is derived twice") }
        }
    }
}
