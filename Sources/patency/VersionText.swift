import Studies

/// What `--version` says.
enum VersionText {
    static var text: String {
        """
        patency \(BuildFacts.version)
        SUNDIALS: \(BuildFacts.sundials)
        kernel: \(KernelChoice.standard.name)
        native kernels: \(KernelChoice.nativeObstacle ?? "by LLVM 19")
        processor: \(BuildFacts.cpuFeatures)
        Swift: \(BuildFacts.swiftVersion)
        """
    }
}
