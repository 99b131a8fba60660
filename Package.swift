// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "patency",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Modeling", targets: ["Modeling"]),
        .library(name: "Solvers", targets: ["Solvers"]),
    ],
    targets: [
        .systemLibrary(name: "CSundials", providers: [.apt(["libsundials-dev", "libsuitesparse-dev"])]),
        .target(name: "Modeling"),
        .target(name: "Codegen", dependencies: ["Modeling"]),
        .target(name: "Solvers", dependencies: ["Modeling", "CSundials"]),
        .target(name: "Studies", dependencies: ["Modeling"]),
        .target(name: "TestSupport", dependencies: ["Modeling"]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "CodegenTests", dependencies: ["Codegen", "Modeling", "TestSupport"]),
        .testTarget(name: "ModelingTests", dependencies: ["Modeling", "TestSupport"]),
        .testTarget(name: "SolversTests", dependencies: ["Solvers", "Codegen", "Modeling", "TestSupport"]),
    ]
)
