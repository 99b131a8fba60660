extension SystemStructure {
    /// Names and counts as kernels present them.
    func layout(
        pattern: SparsityPattern, roots: [RootCourse], triggersFollowRoots: Bool, usesHistory: Bool,
        laggedStates: [Int], isAutonomous: Bool, continuousParameters: [Int], sensitivity: SensitivityLayout?
    ) -> KernelLayout {
        func targets(_ assignments: [Event.Assignment]) -> [Slot] {
            assignments.map { slot(quantityIndices[$0.variable]!)! }
        }
        func parameterIndex(_ identifier: String) -> Int {
            guard case .parameter(let index) = determinations[quantityIndices[identifier]!] else {
                preconditionFailure("\(identifier) is checked to be a parameter")
            }
            return index
        }
        return KernelLayout(
            modelName: model.name, timeUnit: model.timeUnit,
            states: zip(stateQuantities, motions).map { quantityIndex, motion in
                let quantity = model.quantities[quantityIndex]
                var mass = 1.0
                if case .algebraic = motion { mass = 0 }
                return StateVariable(
                    identifier: quantity.identifier, unit: storedUnit(quantity), mass: mass,
                    isNonNegative: quantity.isNonNegative, isPinned: quantity.isPinned,
                    isFast: fastSpecies.contains(quantity.identifier), typicalMagnitude: quantity.typicalMagnitude)
            },
            parameters: parameterQuantities.map { index in
                let quantity = model.quantities[index]
                var value = Double.nan
                if case .number(let number, _) = quantity.initial?.kind { value = number }
                return ParameterVariable(
                    identifier: quantity.identifier, unit: storedUnit(quantity), isFree: isFree(quantity),
                    defaultValue: value)
            },
            outputs: model.outputs.map { OutputTraits(identifier: $0.identifier, unit: $0.unit, label: $0.label) },
            events: model.events.map { event in
                EventTraits(
                    identifier: event.identifier, targets: targets(event.assignments),
                    initialTriggerValue: event.initialTriggerValue, isPersistent: event.isPersistent,
                    hasDelay: event.delay != nil, usesValuesFromTriggerTime: event.usesValuesFromTriggerTime)
            },
            doses: model.doseInputs.map { input in
                DoseTraits(
                    identifier: input.identifier, unit: model.quantities[quantityIndices[input.amount]!].unit,
                    amountParameter: parameterIndex(input.amount),
                    attributeParameters: input.attributes.mapValues { parameterIndex($0) },
                    infusionParameter: input.infusionRate.map { parameterIndex($0) },
                    targets: targets(input.assignments))
            },
            roots: roots, triggersFollowRoots: triggersFollowRoots, poleCount: poles.count / 2,
            jacobianPattern: pattern, usesHistory: usesHistory, laggedStates: laggedStates, isAutonomous: isAutonomous,
            continuousParameters: continuousParameters,
            fastSpeedParameter: fastSpecies.isEmpty ? nil : parameterIndex(FastEquilibrium.speedIdentifier),
            sensitivity: sensitivity)
    }

    /// Unit of the stored value: the amount for a concentration.
    func storedUnit(_ quantity: Quantity) -> Unit {
        guard let compartment = concentrationCompartment(quantity) else { return quantity.unit }
        return quantity.unit * model.quantities[quantityIndices[compartment]!].unit
    }
}
