import Modeling
import Testing

@testable import Physiology

/// Every set of dose inputs that gives another model.
let variants: [Set<String>] = [
    [], [Flagship.warfarinOral], [Flagship.topical], [PTHDose.subcutaneous], [VitaminDDose.oral],
    [Flagship.warfarinOral, Flagship.topical],
    [Flagship.warfarinOral, Flagship.topical, PTHDose.subcutaneous, VitaminDDose.oral],
]

@Suite struct FlagshipTests {
    @Test(arguments: variants) func hasNothingWrong(variant: Set<String>) {
        let issues = Flagship().model(using: variant).check()
        let firstFew = issues.prefix(5).map(\.description).joined(separator: "\n")
        #expect(issues.count == 0, "\(firstFew)")
    }
}
