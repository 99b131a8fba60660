import Testing

@testable import Physiology

/// Where the vitamers are at a usual diet.
@Suite struct TissueLevelTests {
    /// Post-mortem medians spread several-fold between people; twice or half is as near as a usual diet can be expected.
    @Test(arguments: [
        ("tissue.k1.liver", 10.6), ("tissue.k1.heart", 9.3), ("tissue.k1.pancreas", 28.4), ("tissue.mk4", 6.3),
    ])
    func asThijssenFound(output: String, measured: Double) throws {
        let level = try Course(hours: [0]).start(output)
        #expect((measured / 2...measured * 2).contains(level), "\(output) is \(level)")
    }

    /// K1 in fat of obese surgical patients: 148 ± 72 nmol/kg (Shea 2010), twice or half for other plasma levels.
    @Test func fatHoldsPhylloquinone() throws {
        let level = try Course(person: "{age: 45 y, weight: 120 kg, body fat: 45 %}", hours: [0]).start("tissue.k1.fat")
        #expect((74...296).contains(level), "\(level)")
    }

    /// Long menaquinones are carried by LDL, the others mostly by triglyceride-rich lipoproteins, above all after a dose.
    @Test func lipoproteinsSortTheVitamers() throws {
        let rest = try Course(hours: [0])
        #expect(rest.start("longLived.mk7") > 60, "\(rest.start("longLived.mk7"))")
        #expect(rest.start("longLived.k1") < 60, "\(rest.start("longLived.k1"))")
        let after = try Course(doses: ["MK-4 15 mg oral once"], hours: [0, 4])
        #expect(after.end("longLived.mk4") < 30, "\(after.end("longLived.mk4"))")
    }

    /// More fat sequesters more and leaves less in plasma, liver and heart.
    @Test func fatSequesters() throws {
        let levels = try [15, 30, 45].map { try Course(person: "{body fat: \($0) %}", hours: [0]) }
        for output in ["plasma.k1", "tissue.k1.liver", "tissue.k1.heart"] {
            for (lean, fat) in zip(levels, levels.dropFirst()) {
                #expect(fat.start(output) < lean.start(output), "\(output)")
            }
        }
        for (lean, fat) in zip(levels, levels.dropFirst()) {
            #expect(fat.start("adipose.k1") > lean.start("adipose.k1"))
        }
    }
}
