import Modeling

extension StudyRunner {
    /// What must be known to get the same numbers again.
    func manifest(of scenario: Scenario, arms: [ArmPlan], solver: SolverChoice) -> StudyResult.Manifest {
        let models = arms.map(\.model.model.description)
        let first = arms.first?.model
        let running = first.map { solver.kernel(of: $0) }
        return StudyResult.Manifest(
            patencyVersion: BuildFacts.version, modelName: first?.model.name ?? "",
            modelHash: SHA256.hexadecimal(of: models.joined(separator: "\n\n")),
            scenarioHash: SHA256.hexadecimal(of: scenario.canonicalText), seed: scenario.seed,
            drawCount: scenario.drawCount,
            kernel: running?.name ?? kernel.name, laneCount: running?.laneCount ?? 1, solver: solver.name,
            relativeTolerance: solver.relativeTolerance, sundials: solver.library,
            swiftVersion: BuildFacts.swiftVersion,
            cpuFeatures: BuildFacts.cpuFeatures)
    }
}

extension Scenario {
    /// Everything of the scenario that a result depends on, as text in a fixed order; titles are left out.
    var canonicalText: String {
        func text(_ values: [String: Double]) -> String {
            values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
        }
        var lines = [
            "inputs \(text(inputs))", "reference \(referenceArm)", "horizon \(horizon)", "times \(reportTimes)",
            "outputs \(outputs)", "seed \(seed)", "draws \(drawCount)",
        ]
        for arm in arms {
            lines.append("arm \(arm.name) against \(arm.reference ?? "nothing") \(text(arm.inputs))")
            for regimen in arm.regimens {
                lines.append(
                    "dose \(regimen.doseInput) \(regimen.amount) \(text(regimen.attributes)) \(regimen.infusionDuration) "
                        + "\(regimen.start) \(regimen.interval ?? 0) \(regimen.end) \(regimen.isStanding)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
