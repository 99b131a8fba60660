import Studies

/// Measures what later work must beat and prints one table.
@main struct PatencyBench {
    static func main() throws {
        print("patency \(BuildFacts.version), SUNDIALS \(BuildFacts.sundials), Swift \(BuildFacts.swiftVersion)")
        for tolerance in [1e-3, 1e-4, 1e-6] {
            let case0 = TenYears(name: "MK-4 10 mg", doseInput: "vitaminK.mk4.oral", amount: 10, relativeTolerance: tolerance)
            let outcome = try case0.run()
            print(tolerance, outcome)
        }
    }
}
