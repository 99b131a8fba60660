import Modeling

/// What the amounts of the flagship are amounts of, in the vocabularies that other tools know.
///
/// Only identifiers that were looked up stand here; what has none is left out.
public enum Substances {
    /// Species by beginning of the identifier, or the whole of it where it ends in no point.
    private static let table: [(name: String, address: String)] = [
        ("vitaminK.k1.", "CHEBI:18067"), ("vitaminK.mk4.", "CHEBI:78277"), ("vitaminK.mk7.", "CHEBI:44245"),
        ("vitaminK.formation.converted", "CHEBI:18067"), ("skin.", "CHEBI:78277"), ("warfarin.", "CHEBI:10033"),
        ("mineral.calcium", "CHEBI:29108"), ("mineral.calcitriol", "CHEBI:17823"), ("mineral.pth", "uniprot:P01270"),
        ("clotting.factorII", "uniprot:P00734"), ("clotting.factorVII", "uniprot:P08709"),
        ("clotting.factorIX", "uniprot:P00740"), ("clotting.factorX", "uniprot:P00742"),
        ("clotting.proteinC", "uniprot:P04070"), ("clotting.proteinS", "uniprot:P07225"),
        ("clotting.pivka", "uniprot:P00734"), ("matrixGla.", "uniprot:P08493"), ("osteocalcin.", "uniprot:P02818"),
    ]

    /// Addresses of what each species of a model is, by its identifier.
    ///
    /// - Parameter model: of the flagship's family.
    public static func addresses(in model: Model) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for quantity in model.quantities {
            guard case .species = quantity.kind,
                let entry = table.first(where: { name, _ in
                    name.hasSuffix(".") ? quantity.identifier.hasPrefix(name) : quantity.identifier == name
                })
            else { continue }
            result[quantity.identifier] = ["https://identifiers.org/\(entry.address)"]
        }
        return result
    }
}
