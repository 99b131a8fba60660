import Foundation
import Studies

/// What `patency fit` prints.
enum FitListing {
    private static func number(_ value: Double) -> String { String(format: "%.4g", value) }
    private static func share(_ value: Double) -> String { String(format: "%.0f %%", 100 * value) }

    static func text(of result: FitResult) -> String {
        var lines = ["Value, from its start, with standard error of the logarithm:"]
        for value in result.values {
            let error = value.standardError.map { "± \(String(format: "%.2f", $0))" } ?? "not determined"
            let study = value.study.map { " (\($0) alone)" } ?? ""
            let bound = value.isAtBound ? ", at the end of its range" : ""
            lines.append(
                "  \(value.identifier)\(study): \(number(value.value)) from \(number(value.start)), \(error)\(bound)")
        }
        lines += ["", "Distance from each observation in standard errors:"]
        lines += result.residuals.map { "  \($0.study), \($0.statistic): \(String(format: "%+.2f", $0.z))" }
        lines += [
            "",
            "Half the sum of squares: \(number(result.cost)) from \(number(result.initialCost)) in \(result.iterationCount) iterations"
                + (result.isConverged ? "" : ", not yet converged"),
        ]
        if result.searches.count > 1 {
            let ends = result.searches.map { $0.cost.map(number) ?? "not simulated" }
            lines.append("Searches ended at \(ends.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }

    static func text(of result: PosteriorResult) -> String {
        var lines = ["Posterior, median and 90 % range; R̂, effective draws, SD over the prior's:"]
        for marginal in result.marginals {
            let study = marginal.column.study.map { " (\($0) alone)" } ?? ""
            let share = marginal.priorShare.map { String(format: "%.2f", $0) } ?? "–"
            lines.append(
                "  \(marginal.column.identifier)\(study): \(number(marginal.median)) (\(number(marginal.lower)) to "
                    + "\(number(marginal.upper))); \(String(format: "%.3f", marginal.convergence.splitRHat)), "
                    + "\(String(format: "%.0f", marginal.convergence.effectiveSize)), \(share)")
        }
        let shape = result.paretoShape.map { String(format: "%.2f", $0) } ?? "none"
        lines.append(
            "k̂ \(shape), \(String(format: "%.0f", result.weightedSize)) effective of \(result.proposalCount) weights, "
                + "\(share(result.acceptance)) accepted" + (result.isTrusted ? "" : "; NOT to be trusted"))
        return lines.joined(separator: "\n")
    }

    static func text(of result: ProfileResult) -> String {
        var lines = ["Profiles without priors: best value and 95 % interval:"]
        for profile in result.profiles {
            let lower = profile.lower.map(number) ?? "no end"
            let upper = profile.upper.map(number) ?? "no end"
            lines.append(
                "  \(profile.identifier): \(number(profile.best)) (\(lower) to \(upper)), \(profile.kind.rawValue)")
        }
        return lines.joined(separator: "\n")
    }

    static func text(of effect: NullEffect) -> String {
        var lines = [
            "Effect of vitamin K on calcification; negligible is below \(share(effect.threshold)) of the progression:"
        ]
        for contrast in effect.contrasts {
            func odds(_ odds: NullEffect.Odds) -> String {
                "\(share(odds.median)) (\(share(odds.lower)) to \(share(odds.upper))), slowing \(share(odds.slowing)), "
                    + "negligible \(share(odds.negligible)), speeding \(share(odds.speeding))"
            }
            lines += [
                "  \(contrast.study), \(contrast.output) \(contrast.arm) against \(contrast.against): observed "
                    + "\(number(contrast.observed)) ± \(number(contrast.standardError)) \(contrast.unit), progression "
                    + "\(number(contrast.progression))",
                "    prior \(odds(contrast.prior))", "    posterior \(odds(contrast.posterior))",
                "    least change that the trial would find in four of five times: \(share(contrast.detectable))",
            ]
        }
        for marginal in effect.sample.marginals where marginal.study == nil {
            lines.append(
                "  \(marginal.identifier): \(number(marginal.median)) (\(number(marginal.lower)) to \(number(marginal.upper))), "
                    + "R̂ \(marginal.splitRHat)")
        }
        lines.append(
            "  k̂ \(effect.sample.paretoShape ?? .nan); above zero with probability \(share(effect.probabilityOfBenefit))"
        )
        return lines.joined(separator: "\n") + "\n" + text(of: effect.profiles)
    }
}
