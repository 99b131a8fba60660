import Modeling

extension StudyRunner {
    /// Every draw as quantiles and paired differences.
    func result(
        of scenario: Scenario, arms: [ArmPlan], file: DrawFile, tallies: [ArmTally], solver: SolverChoice
    ) throws -> StudyResult {
        let drawCount = scenario.drawCount
        var results: [StudyResult.Arm] = []
        for (armIndex, (plan, tally)) in zip(arms, tallies).enumerated() {
            if tally.failures.count == drawCount {
                throw StudyError.armFailed(
                    arm: plan.arm.name, drawCount: drawCount, first: tally.failures[0].message)
            }
            var seen: Set<String> = []
            results.append(
                StudyResult.Arm(
                    name: plan.arm.name, reference: plan.arm.reference,
                    regimens: plan.arm.regimens.map(\.text).filter { !$0.isEmpty },
                    doseInputs: plan.arm.regimens.map(\.doseInput).filter { seen.insert($0).inserted },
                    series: try series(
                        scenario, plan, file, armIndex: armIndex,
                        reference: scenario.arms.firstIndex { $0.name == plan.arm.reference }),
                    failures: tally.failures, stepCount: tally.work.stepCount,
                    rightHandSideCount: tally.work.rightHandSideCount,
                    doseByDoseShare: tally.work.repeatedTime > .zero
                        ? tally.work.doseByDoseTime / tally.work.repeatedTime : nil))
        }
        return StudyResult(
            title: scenario.title, safety: family.safetyStatements(for: scenario),
            person: scenario.personText.map { StudyResult.Fact(key: $0.key, text: $0.text, isDefault: $0.isDefault) },
            times: scenario.reportTimes, referenceArm: scenario.referenceArm, arms: results,
            manifest: manifest(of: scenario, arms: arms, solver: solver))
    }

    private func series(
        _ scenario: Scenario, _ plan: ArmPlan, _ file: DrawFile, armIndex: Int, reference: Int?
    ) throws -> [StudyResult.Series] {
        let grades = WeightedGrades(
            of: plan.model, zeros: Set(plan.parameters.filter { $0.value == 0 }.keys), shares: family.gradeShares,
            reference: family.vocabulary)
        let ofTheStart = family.guide.outputsOfTheStart
        let times = scenario.reportTimes.indices
        let tasks = ParallelTasks(threadCount: threadCount)
        return try tasks.results(count: scenario.outputs.count, makeWorker: {}) { _, position in
            let traits = plan.model.kernel.layout.outputs[plan.outputIndices[position]]
            let grade = grades.grades[traits.identifier]
            func band(_ reference: Int?) -> StudyResult.Band {
                StudyResult.Band(
                    columns: times.lazy.map {
                        file.column(armIndex: armIndex, outputIndex: position, timeIndex: $0, reference: reference)
                    })
            }
            let difference = ofTheStart.contains(traits.identifier) ? nil : reference.map(band)
            return StudyResult.Series(
                output: traits.identifier, label: traits.label, unit: traits.unit.description,
                grade: grade?.grade.description ?? "", gradeReason: grades.reason(for: traits.identifier),
                values: band(nil),
                // No draw may have succeeded in both arms.
                difference: difference?.median.contains(where: \.isNaN) == true ? nil : difference)
        }
    }
}
