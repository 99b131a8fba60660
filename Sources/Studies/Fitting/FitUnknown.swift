import Foundation
import Modeling

/// A parameter of a running fit: shared by all studies, or of one study alone.
struct FitUnknown: Sendable {
    let identifier: String
    /// The one study it belongs to; `nil` for all.
    let study: String?
    let start: Double
    let parameter: FitParameter

    /// The value where a fit is in its own coordinate.
    func value(at coordinate: Double) -> Double {
        switch parameter.scale {
        case .logarithmic: exp(coordinate)
        case .linear(let typical): coordinate * typical
        }
    }

    private func coordinate(of value: Double) -> Double {
        switch parameter.scale {
        case .logarithmic: log(value)
        case .linear(let typical): value / typical
        }
    }

    var variable: LeastSquares.Variable {
        .init(
            start: coordinate(of: start),
            range: coordinate(of: parameter.range.lowerBound)...coordinate(of: parameter.range.upperBound))
    }

    /// Distance from the start in prior standard deviations.
    func priorResidual(at coordinate: Double) -> Double? {
        parameter.priorDeviation.map { (coordinate - self.coordinate(of: start)) / $0 }
    }
}

extension Fit {
    /// The named parameters, then the nuisance parameters of each study, each starting at the model's own value.
    func unknowns(_ plans: [StudyPlan]) throws(FitError) -> [FitUnknown] {
        let layouts = plans.flatMap { $0.arms.map(\.model.kernel.layout) }
        func start(_ identifier: String) -> Double? {
            layouts.lazy.compactMap { layout in layout.parameterIndex(identifier).map { layout.parameters[$0].defaultValue } }.first
        }
        var unknowns: [FitUnknown] = []
        for parameter in parameters {
            guard let value = start(parameter.identifier) else { throw .unknownParameter(parameter.identifier) }
            guard parameter.range.contains(value) else { throw .startOutsideRange(parameter.identifier, value: value) }
            unknowns.append(FitUnknown(identifier: parameter.identifier, study: nil, start: value, parameter: parameter))
        }
        for plan in plans {
            for identifier in plan.study.nuisance {
                guard let value = plan.study.settings[identifier] ?? start(identifier) else { throw .unknownParameter(identifier) }
                // A nuisance parameter is positive and known to a factor of a hundred either way.
                let parameter = FitParameter(identifier, in: value / 100...value * 100, priorDeviation: 1)
                unknowns.append(FitUnknown(identifier: identifier, study: plan.study.id, start: value, parameter: parameter))
            }
        }
        return unknowns
    }
}
