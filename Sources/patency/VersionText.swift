import Studies

/// What `--version` says.
enum VersionText {
    /// In full where it is asked for: to look for LLVM opens it, which would cost every other run 17 ms.
    static var text: String {
        let version = "patency \(BuildFacts.version)"
        guard CommandLine.arguments.contains("--version") else { return version }
        return """
            \(version)
            SUNDIALS: \(BuildFacts.sundials)
            kernel: \(KernelChoice.standard.name)
            native kernels: \(KernelChoice.nativeObstacle ?? "by LLVM 19")
            processor: \(BuildFacts.cpuFeatures)
            Swift: \(BuildFacts.swiftVersion)
            """
    }
}
