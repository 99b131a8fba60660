import Foundation
import Modeling

/// A parameter of a running fit: shared by all studies, or of one study alone.
struct FitUnknown: Sendable {
    let identifier: String
    /// The one study it belongs to; `nil` for all.
    let study: String?
    let start: Double
    let parameter: FitParameter
    /// Where the search begins instead, such as an earlier result; the prior stays centred on `start`.
    var searchStart: Double?

    /// The value where a fit is in its own coordinate.
    func value(at coordinate: Double) -> Double {
        switch parameter.scale {
        case .logarithmic: exp(coordinate)
        case .linear(let typical): coordinate * typical
        }
    }

    /// Derivative of the value by the coordinate.
    func slope(at coordinate: Double) -> Double {
        switch parameter.scale {
        case .logarithmic: exp(coordinate)
        case .linear(let typical): typical
        }
    }

    func coordinate(of value: Double) -> Double {
        switch parameter.scale {
        case .logarithmic: log(value)
        case .linear(let typical): value / typical
        }
    }

    var variable: LeastSquares.Variable {
        // Differences of one part in a hundred stand clear of the noise of a solver's tolerance.
        .init(
            start: coordinate(of: searchStart ?? start),
            range: coordinate(of: parameter.range.lowerBound)...coordinate(of: parameter.range.upperBound),
            difference: 1e-2)
    }

    /// The prior's centre, in the fit's own coordinate.
    var estimate: Double { coordinate(of: start) }

    /// The prior's quantile, held within the range; of a number without prior that of a uniform distribution over the range.
    func priorCoordinate(at probability: Double) -> Double {
        let range = variable.range
        guard let deviation = parameter.priorDeviation else {
            return range.lowerBound + (range.upperBound - range.lowerBound) * probability
        }
        return min(max(estimate + deviation * normalQuantile(probability), range.lowerBound), range.upperBound)
    }

    /// Distance from the estimate in prior standard deviations.
    func priorResidual(at coordinate: Double) -> Double? {
        parameter.priorDeviation.map { (coordinate - self.coordinate(of: start)) / $0 }
    }
}

extension Fit {
    /// The named parameters, then the nuisance parameters of each study, each starting at the model's own value.
    func unknowns(_ plans: [StudyPlan]) throws(FitError) -> [FitUnknown] {
        let layouts = plans.flatMap { $0.arms.map(\.model.kernel.layout) }
        func start(_ identifier: String) -> Double? {
            layouts.lazy.compactMap { layout in
                layout.parameterIndex(identifier).map { layout.parameters[$0].defaultValue }
            }.first
        }
        var unknowns: [FitUnknown] = []
        for parameter in parameters {
            guard let own = start(parameter.identifier) else { throw .unknownParameter(parameter.identifier) }
            let value = parameter.estimate ?? own
            guard parameter.range.contains(value) else { throw .startOutsideRange(parameter.identifier, value: value) }
            unknowns.append(
                FitUnknown(identifier: parameter.identifier, study: nil, start: value, parameter: parameter))
        }
        for plan in plans {
            for nuisance in plan.study.nuisance {
                guard let value = nuisanceStart(nuisance.target, plan, start) else {
                    throw .unknownParameter(nuisance.identifier)
                }
                // Without a range of its own it is taken as positive and known to a factor of a hundred either way.
                let range = nuisance.range ?? value / 100...value * 100
                guard range.contains(value) else { throw .startOutsideRange(nuisance.identifier, value: value) }
                let scale = range.lowerBound > 0 ? FitParameter.Scale.logarithmic : .linear(typical: range.upperBound)
                let parameter = FitParameter(nuisance.identifier, in: range, scale: scale, priorDeviation: 1)
                unknowns.append(
                    FitUnknown(
                        identifier: nuisance.identifier, study: plan.study.id, start: value, parameter: parameter))
            }
        }
        return unknowns
    }

    private func nuisanceStart(
        _ target: ObservedStudy.Nuisance.Target, _ plan: StudyPlan, _ modelValue: (String) -> Double?
    ) -> Double? {
        switch target {
        case .parameter(let name): return plan.study.settings[name] ?? modelValue(name)
        case .input(let input, let arm):
            let own = arm.flatMap { arm in plan.study.arms.first { $0.name == arm }?.inputs[input] }
            return own ?? plan.study.inputs[input]
        case .attribute(let name, let doseInput):
            return plan.arms.flatMap(\.regimens).first { $0.doseInput == doseInput }?.attributes[name]
        }
    }
}
