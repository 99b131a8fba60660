import Studies

/// What `--version` says.
enum VersionText {
    static var text: String {
        """
        patency \(BuildFacts.version)
        SUNDIALS: \(BuildFacts.sundials)
        kernel: \(KernelChoice.standard.name)
        processor: \(BuildFacts.cpuFeatures)
        Swift: \(BuildFacts.swiftVersion)
        """
    }
}
