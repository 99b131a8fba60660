import Foundation

extension BuildFacts {
    /// The SUNDIALS build that this process has loaded, such as `cvodes 6.1.1, built at -O3`; no path stands in it.
    public static let sundials: String = {
        let maps = systemText("/proc/self/maps")
        let paths = maps.split(separator: "\n").compactMap { line in line.firstIndex(of: "/").map { line[$0...] } }
        guard
            let path = paths.first(where: { $0.contains("/libsundials_cvodes.") || $0.contains("/libsundials_cvode.") })
        else {
            return "linked into the program"
        }
        return describe(library: String(path))
    }()

    /// A library file in words: its version from the name, its optimisation from the folder.
    static func describe(library path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let version = name.components(separatedBy: ".so.").dropFirst().first ?? "of unknown version"
        let build = path.contains("-O3/") ? "built at -O3" : "system package"
        return "cvodes \(version), \(build)"
    }
}
