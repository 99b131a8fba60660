/// Collects declarations and hands out scopes; `model` is what has been declared so far.
///
/// One builder is used by one thread while a model is put together.
public final class ModelBuilder {
    public internal(set) var model: Model

    public init(name: String, timeUnit: Unit) { model = Model(name: name, timeUnit: timeUnit) }

    /// A scope at the top: its names carry `name.` in front.
    public func scope(_ name: String, grade: Grade, _ summary: String = "") -> Scope {
        note(name, grade, summary)
        return Scope(builder: self, prefix: name, grade: grade)
    }

    func note(_ name: String, _ grade: Grade, _ summary: String) {
        guard !model.components.contains(where: { $0.name == name }) else { return }
        model.components.append(.init(name: name, grade: grade, summary: summary))
    }

    /// Adds a result that the whole model offers.
    ///
    /// - Parameters:
    ///   - identifier: as scenarios and tables name it.
    ///   - formula: in `unit`; another unit is an error found by `check()`.
    ///   - unit: people read it in.
    ///   - label: name for people.
    ///   - grade: of the output's own formula.
    ///   - summary: one line on what it is.
    public func output(
        _ identifier: String, _ formula: Expression, _ unit: Unit, label: String, grade: Grade = .established,
        _ summary: String = ""
    ) {
        model.outputs.append(
            Output(identifier, formula, unit: unit, label: label, grade: grade, summary: summary))
    }
}

/// A place for one component's declarations: a name in front of each identifier and a grade.
public struct Scope {
    let builder: ModelBuilder
    /// Full dotted name.
    public let prefix: String
    public let grade: Grade

    /// Unit of time of the model.
    public var timeUnit: Unit { builder.model.timeUnit }

    /// A scope inside this one; its grade is this scope's unless given.
    public func scope(_ name: String, grade: Grade? = nil, _ summary: String = "") -> Scope {
        builder.note("\(prefix).\(name)", grade ?? self.grade, summary)
        return Scope(builder: builder, prefix: "\(prefix).\(name)", grade: grade ?? self.grade)
    }

    func identifier(_ name: String) -> String { "\(prefix).\(name)" }
}
