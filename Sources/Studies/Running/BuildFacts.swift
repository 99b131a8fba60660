import Foundation

/// What this program was built with and runs on, for manifests and `--version`.
public enum BuildFacts {
    public static let version = "0.1.0"

    /// Compiler this program was built with, to the minor version.
    public static var swiftVersion: String {
        #if compiler(>=6.4)
            "6.4 or later"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    /// Processor architecture, with the vector extensions that numerical code may use.
    public static let cpuFeatures: String = {
        #if arch(arm64)
            return "arm64"
        #else
            let information = systemText("/proc/cpuinfo")
            let flags = information.split(separator: "\n").first { $0.hasPrefix("flags") }?.split(separator: " ") ?? []
            let vector = ["avx2", "fma", "avx512f", "avx512dq"].filter { flags.contains(Substring($0)) }
            return (["x86-64"] + vector).joined(separator: " ")
        #endif
    }()

    /// A file of the kernel's, which states no size beforehand; empty where there is none.
    static func systemText(_ path: String) -> String {
        let data = try? FileHandle(forReadingAtPath: path)?.readToEnd()
        return data.flatMap { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
