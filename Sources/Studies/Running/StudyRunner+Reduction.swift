import Modeling

extension StudyRunner {
    /// Simulations `[armIndex · drawCount + drawIndex]` as quantiles and paired differences.
    func result(of scenario: Scenario, arms: [ArmPlan], simulations: [Simulation], solver: SolverChoice)
        throws(StudyError) -> StudyResult
    {
        let drawCount = scenario.drawCount
        func ofArm(_ index: Int) -> ArraySlice<Simulation> {
            simulations[index * drawCount..<(index + 1) * drawCount]
        }
        func reference(of arm: Scenario.Arm) -> [[[Double]]?]? {
            let index = scenario.arms.firstIndex { $0.name == arm.reference }
            return index.map { ofArm($0).map(\.values) }
        }
        var results: [StudyResult.Arm] = []
        for (armIndex, plan) in arms.enumerated() {
            let own = Array(ofArm(armIndex))
            let failures = own.enumerated().compactMap { index, simulation in
                simulation.message.map { StudyResult.Failure(drawIndex: index, message: $0) }
            }
            if failures.count == drawCount {
                throw .armFailed(arm: plan.arm.name, drawCount: drawCount, first: failures[0].message)
            }
            let work = own.compactMap(\.work)
            var seen: Set<String> = []
            results.append(
                StudyResult.Arm(
                    name: plan.arm.name, reference: plan.arm.reference,
                    regimens: plan.arm.regimens.map(\.text).filter { !$0.isEmpty },
                    doseInputs: plan.arm.regimens.map(\.doseInput).filter { seen.insert($0).inserted },
                    series: series(scenario, plan, own.map(\.values), reference: reference(of: plan.arm)),
                    failures: failures, stepCount: work.reduce(0) { $0 + $1.stepCount },
                    rightHandSideCount: work.reduce(0) { $0 + $1.rightHandSideCount }))
        }
        return StudyResult(
            title: scenario.title, safety: family.safetyStatements(for: scenario),
            person: scenario.personText.map { StudyResult.Fact(key: $0.key, text: $0.text, isDefault: $0.isDefault) },
            times: scenario.reportTimes, referenceArm: scenario.referenceArm, arms: results,
            manifest: manifest(of: scenario, arms: arms, solver: solver))
    }

    private func series(
        _ scenario: Scenario, _ plan: ArmPlan, _ values: [[[Double]]?], reference: [[[Double]]?]?
    ) -> [StudyResult.Series] {
        let grades = WeightedGrades(
            of: plan.model, zeros: Set(plan.parameters.filter { $0.value == 0 }.keys), shares: family.gradeShares,
            reference: family.vocabulary)
        let ofTheStart = family.guide.outputsOfTheStart
        return scenario.outputs.indices.map { position in
            let traits = plan.model.kernel.layout.outputs[plan.outputIndices[position]]
            let grade = grades.grades[traits.identifier]
            let compared = ofTheStart.contains(traits.identifier) ? nil : reference
            let differences = compared.map { reference in
                zip(values, reference).compactMap { own, other -> [Double]? in
                    guard let own, let other else { return nil }
                    return zip(own[position], other[position]).map { $0 - $1 }
                }
            }
            let timeCount = scenario.reportTimes.count
            return StudyResult.Series(
                output: traits.identifier, label: traits.label, unit: traits.unit.description,
                grade: grade?.grade.description ?? "", gradeReason: grades.reason(for: traits.identifier),
                values: .init(samples: values.compactMap { $0?[position] }, timeCount: timeCount),
                difference: differences.flatMap { $0.isEmpty ? nil : .init(samples: $0, timeCount: timeCount) })
        }
    }
}

extension StudyRunner.Simulation {
    var values: [[Double]]? { if case .solved(let values, _) = self { values } else { nil } }
    fileprivate var work: SolverWork? { if case .solved(_, let work) = self { work } else { nil } }
    fileprivate var message: String? { if case .failed(let message) = self { message } else { nil } }
}
