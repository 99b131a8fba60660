import Foundation
import Modeling
import TestSupport
import Testing

@testable import Solvers

@Suite struct DoseTests {
    let pk = TwoCompartments()

    func check(_ doses: DoseSchedule, _ times: [Double], _ solution: (Double) -> [Double]) throws {
        for method in [IntegrationMethod.bdf, .adams] {
            let result = try simulation(pk.model, method, tolerance: 1e-9).run(doses: doses, to: 60, reportTimes: times)
            #expect(result.isCompleted, "\(result.failure?.description ?? "")")
            for (timeIndex, time) in times.enumerated() {
                for (outputIndex, expected) in solution(time).enumerated() {
                    #expect(abs(result[timeIndex, outputIndex] - expected) < 2e-6, "\(method), \(time)")
                }
            }
        }
    }

    @Test func bolusAndInfusionAreExact() throws {
        try check([Regimen(doseIndex: 0, amount: 20, start: 1.5)], grid(0, 60, 61)) { time in
            pk.afterBolus(time - 1.5).map { 20 * $0 }
        }
        try check([Regimen(doseIndex: 0, amount: 20, start: 2, duration: 3)], grid(0, 60, 61)) { time in
            pk.afterInfusion(time - 2, over: 3).map { 20 * $0 }
        }
    }

    @Test func dosesSuperpose() throws {
        let doses: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 5, start: 0, interval: 8, end: 40),
            Regimen(doseIndex: 0, amount: 3, start: 1, interval: 12, duration: 14),
        ]
        try check(doses, grid(0.01, 59.99, 100)) { time in
            var sum = [0.0, 0.0]
            for k in 0..<5 { sum = zip(sum, pk.afterBolus(time - 8 * Double(k))).map { $0 + 5 * $1 } }
            for k in 0..<5 { sum = zip(sum, pk.afterInfusion(time - 1 - 12 * Double(k), over: 14)).map { $0 + 3 * $1 } }
            return sum
        }
    }

    @Test func aReportAtADoseIsAfterIt() throws {
        let result = try simulation(pk.model).run(
            doses: [Regimen(doseIndex: 0, amount: 7, start: 0, interval: 5, end: 6)], to: 5,
            reportTimes: [0, 5.0.nextDown, 5])
        #expect(result[0, 0] == 7)
        #expect(abs(result[2, 0] - result[1, 0] - 7) < 1e-9)
        #expect(result.statistics.dosesGiven == 2)
    }

    @Test func nothingIsLeftOfAnInfusionThatEnded() throws {
        let result = try simulation(pk.model).run(
            doses: [Regimen(doseIndex: 0, amount: 0.1, start: 0, interval: 0.7, end: 6, duration: 1.3)], to: 10,
            reportTimes: [10])
        let rate = try #require(makeKernel(pk.model).layout.parameterIndex("pk.rate"))
        #expect(result.finalParameters[rate] == 0)
    }

    @Test func attributesReachTheAssignments() throws {
        let model = SampleModels.pharmacokinetics
        let kernel = try makeKernel(model)
        let fraction = try #require(kernel.layout.doses[0].attributeParameters["fraction"])
        let simulation = try Simulation(kernel: kernel)
        let plain = try simulation.run(doses: [Regimen(doseIndex: 0, amount: 10, start: 0)], to: 1, reportTimes: [0])
        let half = try simulation.run(
            doses: [Regimen(doseIndex: 0, amount: 10, start: 0, attributes: [fraction: 0.4])], to: 1, reportTimes: [0])
        #expect(abs(plain.values(of: "total")![0] - 10) < 1e-12)
        #expect(abs(half.values(of: "total")![0] - 6) < 1e-12)
    }

    @Test func cursorMergesLazilyAndWithoutDrift() {
        var cursor = DoseCursor(
            [
                Regimen(doseIndex: 0, amount: 1, start: 0.125, interval: 0.125),
                Regimen(doseIndex: 1, amount: 1, start: 5, interval: 7, end: 20),
            ], from: 4.9)
        #expect(cursor.nextTime == 5)
        #expect(cursor.next(upTo: 5)?.doseIndex == 0)
        #expect(cursor.next(upTo: 5)?.doseIndex == 1)
        #expect(cursor.next(upTo: 5) == nil)
        var last = 0.0
        while cursor.next(upTo: 1000) != nil { last = cursor.nextTime }
        #expect(last == 1000.125)
    }

    @Test func refusalsNameTheInput() throws {
        let simulation = try simulation(ReferenceProblems.blowUp)
        #expect(throws: SolverError.self) {
            try simulation.run(doses: [Regimen(doseIndex: 0, amount: 1, start: 0)], to: 0.5, reportTimes: [])
        }
        #expect(throws: SolverError.self) { try simulation.run(to: 1, reportTimes: [0.5, 0.2]) }
        #expect(throws: SolverError.self) { try simulation.run(parameters: [1, 2], to: 1, reportTimes: []) }
        #expect(throws: SolverError.invalidSetting(name: "relativeTolerance", value: 0)) {
            try Simulation(kernel: makeKernel(pk.model), settings: SolverSettings(relativeTolerance: 0))
        }
    }
}
