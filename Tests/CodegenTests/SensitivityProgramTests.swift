import Codegen
import Foundation
import Modeling
import TestSupport
import Testing

/// Programs that sensitivities run, against differences and between kernels.
@Suite struct SensitivityProgramTests {
    static let names = SampleModels.all.map(\.name).filter { $0 != "tiny DAE" }

    private func system(_ name: String) throws -> EquationSystem {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let names = try EquationSystem(model).layout.parameters.filter(\.isFree).map(\.identifier)
        return try EquationSystem(model, sensitivities: names)
    }

    private func state(_ probe: KernelProbe) -> [Double] { probe.startState.map { 1.1 * $0 + 0.37 } }

    @Test(arguments: names)
    func theLinearisationHoldsRatesJacobianAndParameterDirections(name: String) throws {
        let system = try system(name)
        let probe = KernelProbe(try BytecodeKernel(system))
        let layout = try #require(system.layout.sensitivity)
        let state = state(probe)
        let found = probe.evaluate(.linearisation, time: 0.7, state: state)
        let count = state.count
        #expect(Array(found[..<count]) == probe.evaluate(.rightHandSide, time: 0.7, state: state))
        let jacobian = probe.evaluate(.jacobian, time: 0.7, state: state)
        #expect(Array(found[count..<count + jacobian.count]) == jacobian)
        let pattern = layout.linearisation
        func column(_ index: Int) -> [Double] {
            var values = [Double](repeating: 0, count: count)
            for place in pattern.columnStarts[index]..<pattern.columnStarts[index + 1] {
                values[pattern.rows[place]] = found[count + place]
            }
            return values
        }
        for (place, parameter) in layout.activeParameters.enumerated() {
            var direction = [Double](repeating: 0, count: system.layout.directionCount)
            direction[parameter] = 1
            let expected = probe.evaluate(.parameterDirection, time: 0.7, state: state, direction: direction)
            for (a, b) in zip(column(count + place), expected) {
                #expect(abs(a - b) <= 1e-12 * (1 + abs(b)) || a.isNaN && b.isNaN || a == b)
            }
        }
        let slope = probe.evaluate(.timeDerivative, time: 0.7, state: state)
        for (a, b) in zip(column(pattern.columnCount - 1), slope) {
            #expect(abs(a - b) <= 1e-12 * (1 + abs(b)) || a == b)
        }
    }

    @Test(arguments: names.filter { $0 != "operations" })
    func theCurvatureIsTheChangeOfTheLinearisation(name: String) throws {
        let system = try system(name)
        let probe = KernelProbe(try BytecodeKernel(system))
        let layout = try #require(system.layout.sensitivity)
        let state = state(probe)
        var direction = [Double](repeating: 0, count: system.layout.directionCount)
        for index in state.indices { direction[index] = 0.3 + 0.2 * Double(index) }
        direction[state.count] = 0.45
        let found = probe.evaluate(.curvature, time: 0.7, state: state, direction: direction)
        let step = 1e-5
        func moved(_ size: Double) -> [Double] {
            let there = zip(state, direction).map { $0 + size * $1 }
            let values = probe.evaluate(.linearisation, time: 0.7 + size * 0.45, state: there)
            return Array(values[state.count...])
        }
        let (above, below) = (moved(step), moved(-step))
        let curved = Set(layout.curvedPlaces)
        for place in 0..<layout.linearisation.columnStarts[layout.linearisation.columnCount - 1] {
            let difference = (above[place] - below[place]) / (2 * step)
            let value = layout.curvedPlaces.firstIndex(of: place).map { found[$0] } ?? 0
            #expect(abs(value - difference) < 1e-5 * (1 + abs(difference)), "place \(place), \(curved.contains(place))")
        }
    }

    @Test(.enabled(if: NativeKernel.obstacle == nil), arguments: names)
    func machineCodeGivesTheBitsOfTheBytecode(name: String) throws {
        let system = try system(name)
        let programs: Set<KernelProgram> = [.linearisation, .curvature, .derivatives(of: .outputs)]
        let probes = [
            KernelProbe(try BytecodeKernel(system)), KernelProbe(try NativeKernel(system, programs: programs)),
        ]
        let state = state(probes[0])
        let direction = (0..<system.layout.directionCount).map { 0.1 * Double($0) - 0.2 }
        for program in programs {
            let found = probes.map {
                $0.evaluate(program, time: 0.7, state: state, direction: direction).map(\.bitPattern)
            }
            #expect(found[0] == found[1], "\(program)")
        }
    }
}
