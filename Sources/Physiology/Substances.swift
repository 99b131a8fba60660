import Modeling

/// What the amounts of the flagship are amounts of, in the vocabularies that other tools know.
///
/// Only identifiers that were looked up stand here; what has none is left out. Those of bone cells' factors are the ones of BIOMD0000000613.
public enum Substances {
    /// Species by beginning of the identifier, or the whole of it where it ends in no point.
    private static let table: [(name: String, address: String)] = [
        ("vitaminK.k1.", "CHEBI:18067"), ("vitaminK.mk4.", "CHEBI:78277"), ("vitaminK.mk7.", "CHEBI:44245"),
        ("vitaminK.formation.converted", "CHEBI:18067"), ("skin.", "CHEBI:78277"), ("warfarin.", "CHEBI:10033"),
        ("mineral.calcium", "CHEBI:29108"), ("mineral.calcitriol", "CHEBI:17823"),
        ("mineral.calcidiol.taken", "CHEBI:17933"), ("mineral.pth", "uniprot:P01270"),
        ("mineral.gutCalcium.amount", "CHEBI:29108"), ("mineral.bone.exchangeable", "CHEBI:29108"),
        ("mineral.bone.deep", "CHEBI:29108"), ("mineral.bone.hydroxyapatite", "CHEBI:52255"),
        ("mineral.phosphate", "CHEBI:43474"), ("mineral.gutPhosphate.amount", "CHEBI:43474"),
        ("mineral.cellPhosphate.amount", "CHEBI:43474"), ("mineral.calcitriolControl.hydroxylase", "uniprot:O15528"),
        ("mineral.pthDose.depot", "uniprot:P01270"), ("mineral.boneCells.latentFactor", "uniprot:P01137"),
        ("mineral.boneCells.activeFactor", "uniprot:P01137"), ("mineral.survival.runx2", "uniprot:Q13950"),
        ("mineral.survival.creb", "uniprot:P16220"), ("mineral.survival.bcl2", "uniprot:P10415"),
        ("mineral.rank.ligand", "uniprot:O14788"), ("mineral.rank.receptor", "uniprot:Q9Y6Q6"),
        ("mineral.rank.decoy", "uniprot:O00300"), ("calcification.coronary.calcium", "CHEBI:29108"),
        ("calcification.coronary.micro", "CHEBI:29108"),
        ("calcification.aorta.calcium", "CHEBI:29108"), ("calcification.aorta.micro", "CHEBI:29108"),
        ("calcification.peripheral.calcium", "CHEBI:29108"), ("calcification.peripheral.micro", "CHEBI:29108"),
        ("calcification.valve.calcium", "CHEBI:29108"), ("calcification.valve.micro", "CHEBI:29108"),
        ("calcification.scalp.calcium", "CHEBI:29108"), ("calcification.scalp.micro", "CHEBI:29108"),
        ("mineral.boneCells.fastOsteoblasts", "CL:0000062"), ("mineral.boneCells.slowOsteoblasts", "CL:0000062"),
        ("mineral.boneCells.responding", "CL:0000062"), ("mineral.boneCells.osteoclasts", "CL:0000092"),
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
