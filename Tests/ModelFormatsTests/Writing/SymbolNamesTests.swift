import Testing

@testable import ModelFormats

@Suite struct SymbolNamesTests {
    @Test func validOnesStayAndOthersAreMapped() {
        let names = SymbolNames(keeping: ["a.b", "S1", "PIVKA-II", "2nd", "a__b", "µ"])
        #expect(names["S1"] == "S1")
        #expect(names["a__b"] == "a__b")
        #expect(names["a.b"] == "a__b_2")
        #expect(names["PIVKA-II"] == "PIVKA_x2D_II")
        #expect(names["2nd"] == "_2nd")
        #expect(names["µ"] == "_xB5_")
    }

    @Test func everyNameIsValidAndItsOwn() {
        let identifiers = ["a.b", "a__b", "a__b_2", "", ".", "..", "1", "é", "a b", "a.b.c", "_"]
        var names = SymbolNames(keeping: identifiers)
        let written = identifiers.map { names[$0] } + [names.free("a.b"), names.free("a.b")]
        #expect(Set(written).count == written.count)
        #expect(written.allSatisfy(SymbolNames.isValid))
    }
}
