import Modeling
import Solvers
import Studies

@testable import Physiology

/// Calcium, phosphate, hormones and bone alone, from the paper's own start, without a search for rest.
struct MineralModel {
    var model: Model

    /// The paper's person: 100 mL/min, 24.055 mmol of calcium a day.
    init() {
        let builder = ModelBuilder(name: "mineral", timeUnit: .hour)
        let person = Person(in: builder.scope("person", grade: .established))
        let diet = Diet(in: builder.scope("diet", grade: .established))
        let scope = builder.scope("mineral", grade: .established)
        let mineral = MineralMetabolism(in: scope, person: person, diet: diet, calcidiol: person.calcidiol)
        _ = PTHDose(in: scope.scope("pthDose"), pools: mineral.pools)
        model = builder.model
        self["person.eGFR"] = 100
        self["diet.calcium"] = 24.055 * 40.08
    }

    /// Number of a parameter, or start of a state, in its own unit.
    subscript(identifier: String) -> Double {
        get {
            guard case .number(let value, _)? = model.quantity(identifier)?.initial?.kind else { return .nan }
            return value
        }
        set {
            for index in model.quantities.indices where model.quantities[index].identifier == identifier {
                model.quantities[index].initial = .number(newValue, model.quantities[index].unit)
            }
        }
    }

    /// States over equally spaced times from 0.
    static func course(of model: Model, to end: Double, points: Int, states: [String]) throws -> Trajectory {
        let selected = try ColumnSelection(states).applied(to: model)
        let settings = SolverSettings(relativeTolerance: 1e-8)
        return try SingleRun(selected, settings: settings).trajectory(over: .init(to: end, points: points))
    }

    var states: [String] {
        model.quantities.filter { if case .species = $0.kind { true } else { false } }.map(\.identifier)
    }
}
