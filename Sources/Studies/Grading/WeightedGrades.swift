import Modeling

/// Grades of an arm's outputs: the lowest on the path among what moves them by at least ``GradeShares/leastShare``.
///
/// What the table of shares was not made with counts in full: a dose it does not hold, a path that only this person's inputs open, a weak
/// number without a spread, a weak mechanism none of whose numbers vary.
struct WeightedGrades {
    let grades: [String: OutputGrade]
    private let shares: GradeShares
    private let doseInputs: Set<String>
    /// Lowest grade among what was set aside, by output.
    private var faintest: [String: Grade] = [:]

    init(of arm: ArmModel, zeros: Set<String>, shares: GradeShares, reference vocabulary: ScenarioVocabulary) {
        self.shares = shares
        doseInputs = arm.doseInputs
        let ofReference = Set(vocabulary.fields.filter { $0.defaultValue == 0 }.map(\.input))
        let known = arm.model.weakElements(usingDoses: doseInputs, zeros: ofReference)
        let moved = MovedParts(arm.model)
        var setAside: [String: Set<String>] = [:]
        for (output, elements) in known {
            guard let lowest = shares.lowestGrade(of: output, doses: doseInputs) else { continue }
            let faint = elements.filter { $0.value < lowest && moved.contains($0.key) }
            setAside[output] = Set(faint.keys)
            faintest[output] = faint.values.min()
        }
        grades = arm.model.outputGrades(usingDoses: doseInputs, zeros: zeros, setAside: setAside)
    }

    /// What sets an output's grade, and how much of its variation weaker parts make.
    func reason(for output: String) -> String {
        guard let grade = grades[output] else { return "" }
        guard let weaker = faintest[output], weaker < grade.grade else { return grade.reason }
        let below = Grade.allCases.last { $0 < grade.grade } ?? weaker
        let percent = 100 * shares.share(of: output, upTo: below, doses: doseInputs)
        let text = percent < 0.1 ? "under 0.1" : "\((percent * 10).rounded() / 10)"
        return "\(grade.reason); \(text) % of its variation from \(weaker) parts"
    }
}

/// What a ranking moves: numbers with a spread, and what stands in one component with such a number.
private struct MovedParts {
    private let numbers: Set<String>
    private let fixed: Set<String>
    private let components: Set<Substring>

    init(_ model: Model) {
        var numbers: Set<String> = []
        var fixed: Set<String> = []
        for quantity in model.quantities {
            if quantity.spread != .none {
                numbers.insert(quantity.identifier)
            } else if quantity.isConstant, case .number? = quantity.initial?.kind {
                fixed.insert(quantity.identifier)
            }
        }
        self.numbers = numbers
        self.fixed = fixed
        components = Set(numbers.map(Self.component))
    }

    func contains(_ element: String) -> Bool {
        numbers.contains(element) || !fixed.contains(element) && components.contains(Self.component(element))
    }

    private static func component(_ element: String) -> Substring {
        element[..<(element.lastIndex(of: ".") ?? element.startIndex)]
    }
}
