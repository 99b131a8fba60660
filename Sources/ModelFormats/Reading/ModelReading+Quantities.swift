import CLibSBML
import Modeling

extension ModelReading {
    mutating func readCompartments() {
        for index in 0..<Model_getNumCompartments(source) {
            guard let element = Model_getCompartment(source, index), let name = text(Compartment_getId(element)) else {
                continue
            }
            let dimensions = Compartment_getSpatialDimensionsAsDouble(element)
            var quantity = Quantity(
                name, .compartment, unit: units.size(text(Compartment_getUnits(element)), dimensions: dimensions))
            let isSet = Compartment_isSetSize(element) != 0 || level == 1
            quantity.isConstant = level > 1 ? Compartment_getConstant(element) != 0 : false
            // Level 1 says 1 where nothing is written; a point in Level 2 has no size that could be used.
            let size = isSet ? Compartment_getSize(element) : .nan
            setInitial(&quantity, .number(size.isNaN && level == 1 ? 1 : size, quantity.unit))
            quantity.line = line(element)
            model.quantities.append(quantity)
        }
    }

    mutating func readSpecies() {
        let modelFactor = text(Model_getConversionFactor(source))
        for index in 0..<Model_getNumSpecies(source) {
            guard let element = Model_getSpecies(source, index), let name = text(Species_getId(element)) else {
                continue
            }
            let compartment = text(Species_getCompartment(element))
            let isPoint = level == 2 && compartment.map { isZeroDimensional($0) } ?? false
            let isAmount = Species_getHasOnlySubstanceUnits(element) != 0 || isPoint
            let amountUnit = units.substance(text(Species_getSubstanceUnits(element)))
            let sizeUnit = compartment.flatMap { id in model.quantities.first { $0.identifier == id }?.unit }
            var quantity = Quantity(
                name,
                .species(
                    compartment: compartment, isAmountInMath: isAmount,
                    isBoundary: Species_getBoundaryCondition(element) != 0 || Species_getConstant(element) != 0),
                unit: isAmount ? amountUnit : amountUnit / (sizeUnit ?? .dimensionless))
            quantity.isConstant = Species_getConstant(element) != 0
            quantity.conversionFactor = text(Species_getConversionFactor(element)) ?? modelFactor
            setInitial(&quantity, initialValue(element, isAmount: isAmount, compartment: compartment, quantity.unit))
            quantity.line = line(element)
            model.quantities.append(quantity)
        }
    }

    private func initialValue(
        _ element: OpaquePointer, isAmount: Bool, compartment: String?, _ unit: Unit
    ) -> Expression {
        let size = compartment.map { Expression.symbol($0) } ?? 1
        if Species_isSetInitialAmount(element) != 0 {
            let amount = Expression.number(Species_getInitialAmount(element), isAmount ? unit : .dimensionless)
            return isAmount ? amount : amount / size
        }
        if Species_isSetInitialConcentration(element) != 0 {
            let concentration = Expression.number(Species_getInitialConcentration(element), unit)
            return isAmount ? concentration * size : concentration
        }
        return .number(.nan, unit)
    }

    private func isZeroDimensional(_ compartment: String) -> Bool {
        guard let element = Model_getCompartmentById(source, compartment) else { return false }
        return Compartment_getSpatialDimensionsAsDouble(element) == 0
    }

    mutating func readParameters() {
        for index in 0..<Model_getNumParameters(source) {
            guard let element = Model_getParameter(source, index), let name = text(Parameter_getId(element)) else {
                continue
            }
            var quantity = Quantity(name, .parameter, unit: units.unit(text(Parameter_getUnits(element))))
            quantity.isConstant = level > 1 ? Parameter_getConstant(element) != 0 : false
            let value = Parameter_isSetValue(element) != 0 ? Parameter_getValue(element) : .nan
            setInitial(&quantity, .number(value, quantity.unit))
            quantity.line = line(element)
            model.quantities.append(quantity)
        }
    }

    /// An initial assignment takes precedence over the attribute, an assignment rule over both.
    func setInitial(_ quantity: inout Quantity, _ attribute: Expression) {
        if assigned.contains(quantity.identifier) { return }
        quantity.initial = initialAssignments[quantity.identifier] ?? attribute
    }
}
