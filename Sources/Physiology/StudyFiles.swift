import Studies

/// The study files as they stand in `Studies/`, by identifier.
///
/// Each was classed as calibration, validation or context before any number of the model was tuned.
public enum StudyFiles {
    /// Identifier and text (YAML).
    public static let all: [(identifier: String, text: String)] = [
        ("BM1", text(PackageResources.BM1_yaml)),
        ("BM2", text(PackageResources.BM2_yaml)),
        ("BM3", text(PackageResources.BM3_yaml)),
        ("BM4", text(PackageResources.BM4_yaml)),
        ("CTX-Budoff2018", text(PackageResources.CTX_Budoff2018_yaml)),
        ("CTX-Erbel", text(PackageResources.CTX_Erbel_yaml)),
        ("CTX-Gast", text(PackageResources.CTX_Gast_yaml)),
        ("CTX-Geleijnse", text(PackageResources.CTX_Geleijnse_yaml)),
        ("CTX-Klemp", text(PackageResources.CTX_Klemp_yaml)),
        ("CTX-Li2023", text(PackageResources.CTX_Li2023_yaml)),
        ("CTX-LASA", text(PackageResources.CTX_LASA_yaml)),
        ("CTX-Peeters", text(PackageResources.CTX_Peeters_yaml)),
        ("CTX-Riphagen", text(PackageResources.CTX_Riphagen_yaml)),
        ("CTX-Thijssen", text(PackageResources.CTX_Thijssen_yaml)),
        ("CTX-Torii", text(PackageResources.CTX_Torii_yaml)),
        ("CTX-VitaK-CAC", text(PackageResources.CTX_VitaK_CAC_yaml)),
        ("CTX-antagonists", text(PackageResources.CTX_antagonists_yaml)),
        ("EF1-AVADEC", text(PackageResources.EF1_AVADEC_yaml)),
        ("EF1-Shea", text(PackageResources.EF1_Shea_yaml)),
        ("EF1-iPACK-HD", text(PackageResources.EF1_iPACK_HD_yaml)),
        ("NH1", text(PackageResources.NH1_yaml)),
        ("NH2", text(PackageResources.NH2_yaml)),
        ("NH3", text(PackageResources.NH3_yaml)),
        ("PK1", text(PackageResources.PK1_yaml)),
        ("PK2", text(PackageResources.PK2_yaml)),
        ("PK3", text(PackageResources.PK3_yaml)),
        ("PK4", text(PackageResources.PK4_yaml)),
        ("PK5", text(PackageResources.PK5_yaml)),
        ("PK6", text(PackageResources.PK6_yaml)),
        ("RAT-Price", text(PackageResources.RAT_Price_yaml)),
        ("RAT-Schurgers", text(PackageResources.RAT_Schurgers_yaml)),
        ("RAT-Spronk", text(PackageResources.RAT_Spronk_yaml)),
        ("VAL-Aoun", text(PackageResources.VAL_Aoun_yaml)),
        ("VAL-Binkley", text(PackageResources.VAL_Binkley_yaml)),
        ("VAL-Diaz", text(PackageResources.VAL_Diaz_yaml)),
        ("VAL-Ikari", text(PackageResources.VAL_Ikari_yaml)),
        ("VAL-K4Kidneys", text(PackageResources.VAL_K4Kidneys_yaml)),
        ("VAL-KING", text(PackageResources.VAL_KING_yaml)),
        ("VAL-Koitaya2009", text(PackageResources.VAL_Koitaya2009_yaml)),
        ("VAL-Kurnatowska", text(PackageResources.VAL_Kurnatowska_yaml)),
        ("VAL-Nakamura", text(PackageResources.VAL_Nakamura_yaml)),
        ("VAL-Valkyrie", text(PackageResources.VAL_Valkyrie_yaml)),
        ("VAL-ViKCoVaC", text(PackageResources.VAL_ViKCoVaC_yaml)),
        ("VAL-VitaVasK", text(PackageResources.VAL_VitaVasK_yaml)),
        ("WF1", text(PackageResources.WF1_yaml)),
    ]

    /// The same, for fits and validation.
    public static var library: StudyLibrary {
        StudyLibrary(files: all.map { StudyLibrary.File(name: "\($0.identifier).yaml", text: $0.text) })
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
