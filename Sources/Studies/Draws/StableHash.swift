/// A hash that is the same in every process and on every machine, unlike `Hasher`.
enum StableHash {
    /// 64-bit FNV-1a of the text's UTF-8.
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
