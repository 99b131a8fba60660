import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies
import Testing

@testable import Physiology

/// The cycle, warfarin and turnover of clotting proteins against Wajima 2009 (BioModel 340), where the file is at hand.
///
/// With its rates, a carboxylase far from saturation, a VKOR far from saturation and no bypass, our components are its equations:
/// the factors must follow the same course. With a saturating carboxylase they depart where vitamin K is plentiful: its
/// factors rise above replete without bound, ours do not.
@Suite struct WajimaTests {
    private static let folder = ProcessInfo.processInfo.environment["PATENCY_DATA"]
    private static let isThere =
        folder != nil || ProcessInfo.processInfo.environment["PATENCY_REQUIRE_DATA"] == "1"
    private static let factors = [
        ("II", "factorII"), ("VII", "factorVII"), ("IX", "factorIX"), ("X", "factorX"), ("PC", "proteinC"),
        ("PS", "proteinS"),
    ]
    private static let doseTimes = [1.0, 25, 49, 73, 97]

    /// The published file without its heparin.
    ///
    /// - Parameter vitaminK: intake relative to usual; rate constants and depot, which the file ties to it, stay as published.
    private func published(warfarin: Bool, vitaminK: Double = 1) throws -> Trajectory {
        let folder = try #require(Self.folder, "PATENCY_DATA names no folder")
        let url = URL(fileURLWithPath: folder).appending(path: "biomodels-dev/models/BIOMD0000000340.xml")
        var model = try SBMLReader.read(contentsOf: url).model
        model.events.removeAll { !warfarin || $0.identifier != "warfarin_administration" }
        for (name, value) in [("VK0", vitaminK), ("d_VKH2", 0.228), ("d_VKO", 0.228), ("VK_p", 115.4754)] {
            let index = try #require(model.quantities.firstIndex { $0.identifier == name })
            model.quantities[index].initial = .number(value, model.quantities[index].unit)
        }
        let names = Self.factors.map { "[\($0.0)]" } + ["C_warf", "[VKH2]"]
        model = try ColumnSelection(names).applied(to: model)
        let settings = SolverSettings(relativeTolerance: 1e-7, absoluteTolerance: 1e-10)
        return try SingleRun(model, settings: settings).trajectory(over: .init(to: 120, points: 121))
    }

    /// Our components with its rates.
    ///
    /// - Parameters:
    ///   - linear: whether the carboxylase is far from saturation, else half-saturated at a ninth of usual hydroquinone.
    ///   - isOnWarfarin: whether doses are given.
    ///   - vitaminK: intake relative to usual.
    private func ours(linear: Bool, isOnWarfarin: Bool, vitaminK: Double = 1) throws -> Trajectory {
        let builder = ModelBuilder(name: "Wajima's cycle", timeUnit: .hour)
        let scope = builder.scope("test", grade: .supported)
        func given(_ name: String, _ value: Double, _ unit: Modeling.Unit) -> Modeling.Expression {
            scope.input(name, value, unit, name)
        }

        let warfarin = Warfarin(
            in: builder.scope("warfarin", grade: .established),
            person: Person(in: builder.scope("person", grade: .established)))
        let gut = Modeling.Expression.symbol("warfarin.gut")
        for (index, time) in (isOnWarfarin ? Self.doseTimes : []).enumerated() {
            let trigger = Modeling.Expression.time > given("dose\(index)", time, .hour)
            scope.event("give\(index)", when: trigger, set: [(gut, gut + .number(4, .milligram))])
        }

        // Vitamin K comes and goes as quinone only, so the pool's shares are diluted by its net change.
        let usual = given("usual", 1, .nanomole)
        let total = scope.state("total", .nanomole, initial: .number(1.2, .nanomole), typical: 0.01, "vitamin K")
        let peripheral = scope.state(
            "peripheral", .nanomole, initial: .number(115.4754, .nanomole), typical: 1, "peripheral vitamin K")
        let quinoneNow = Modeling.Expression.symbol("cycle.quinone")
        let intake = given("loss", 0.2052, .perHour) * usual * given("vitaminK", vitaminK, .dimensionless)
        let away = given("k12", 0.0587, .perHour) * quinoneNow
        let back = given("k21", 0.0122 / 24, .perHour) * peripheral
        let change = scope.define(
            "change", .nanomolePerHour, intake + back - away - given("lossOf", 0.2052, .perHour) * quinoneNow, "net")
        scope.rate(of: total, change)
        scope.rate(of: peripheral, away - back)
        let pool = CofactorPool(amount: total, renewal: change / total)

        // Gla / H = 0.228 per hour, returned / E = 0.228 per hour and reduced / Q = 0.0228 per hour far from saturation.
        let far = 1e7
        let half = linear ? 0.1 * far : 0.1 / 9
        let capacity = linear ? 0.228 * half : 0.0228 * (half + 0.1) / 0.1
        let carboxylase = Carboxylase(
            half: given("half", half, .nanomole), steepness: given("steepness", 1, .dimensionless),
            capacity: given("capacity", capacity, .nanomolePerHour))
        let cycle = VitaminKCycle(
            in: builder.scope("cycle", grade: .supported), pool: pool, carboxylase: carboxylase,
            rates: CycleRates(
                spare: given("spare", 0.228 * far / capacity, .dimensionless), half: given("vkorHalf", far, .nanomole),
                onQuinone: given("onQuinone", 0.1, .dimensionless),
                resistance: given("resistance", 1, .dimensionless), bypass: given("bypass", 0, .perHour)),
            inhibition: warfarin.inhibition)

        let relative = cycle.carboxylated * given("toUsual", (half + 0.1) / 0.1, .dimensionless)
        let proteins = ClottingProteins(in: builder.scope("clotting", grade: .established))
        let factors = ClottingFactors(
            in: builder.scope("clotting", grade: .established), proteins: proteins,
            carboxylated: linear ? relative : cycle.carboxylated)
        for (factor, name) in zip(
            [
                factors.prothrombin, factors.factorVII, factors.factorIX, factors.factorX, factors.proteinC,
                factors.proteinS,
            ], Self.factors.map(\.1))
        { builder.output(name, factor.level, .nanomolePerLitre, label: name) }
        builder.output("warfarin", warfarin.concentration, .milligramPerLitre, label: "warfarin")
        builder.output("hydroquinone", cycle.hydroquinone, .nanomole, label: "hydroquinone")

        var model = builder.model
        func set(_ identifier: String, _ value: Double) {
            let index = model.quantities.firstIndex { $0.identifier == identifier }!
            model.quantities[index].initial = .number(value, model.quantities[index].unit)
        }
        set("warfarin.ic50", 0.34)
        set("person.weight", 70)
        set("person.age", 60)
        for (name, rate) in zip(Self.factors.map(\.1), [0.01, 0.12, 0.029, 0.018, 0.05, 0.0165]) {
            set("clotting.\(name)HalfLife", log(2) / rate)
        }
        set("cycle.shareAtStart", 0.1 / 1.2)
        set("cycle.epoxideShare", 0.1 / 1.2)
        let settings = SolverSettings(relativeTolerance: 1e-7)
        return try SingleRun(model, settings: settings).trajectory(over: .init(to: 120, points: 121))
    }

    private func column(_ index: Int, of trajectory: Trajectory) -> [Double] {
        trajectory.times.indices.map { trajectory.values[$0 * trajectory.outputCount + index] }
    }

    @Test(.enabled(if: isThere, "PATENCY_DATA is not set")) func factorsFollowThePublishedCourse() throws {
        let (theirs, ours) = (try published(warfarin: true), try ours(linear: true, isOnWarfarin: true))
        #expect(theirs.isCompleted && ours.isCompleted)
        for index in 0..<8 {
            let (expected, found) = (column(index, of: theirs), column(index, of: ours))
            let scale = expected.map(abs).max()!
            let worst = zip(expected, found).map { abs($0 - $1) / scale }.max()!
            // Activation without injury uses up a little of each factor in the published file, and nothing else differs.
            #expect(worst < 2e-3, "\(theirs.names[index]): \(worst)")
        }
        #expect(column(1, of: ours).last! < 0.5 * column(1, of: ours)[0])
    }

    /// Ten times the vitamin K: the published factors rise far above replete, ours stay below it.
    @Test(.enabled(if: isThere, "PATENCY_DATA is not set")) func saturationHoldsWherePublishedFactorsRise() throws {
        let theirs = column(1, of: try published(warfarin: false, vitaminK: 10))
        let held = column(1, of: try ours(linear: false, isOnWarfarin: false, vitaminK: 10))
        #expect(theirs.max()! > 1.2 * theirs[0], "\(theirs.max()!)")
        #expect(held.max()! <= 10 * (1 + 1e-6), "\(held.max()!)")
    }
}
