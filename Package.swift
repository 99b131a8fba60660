// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "patency",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Modeling", targets: ["Modeling"]),
        .library(name: "Solvers", targets: ["Solvers"]),
        .library(name: "Studies", targets: ["Studies"]),
        .library(name: "Reports", targets: ["Reports"]),
        .executable(name: "patency", targets: ["patency"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CSundials", providers: [.apt(["libsundials-dev", "libsuitesparse-dev"])]),
        .target(name: "Modeling"),
        .target(name: "Codegen", dependencies: ["Modeling"]),
        .target(name: "Solvers", dependencies: ["Modeling", "CSundials"]),
        .target(name: "Studies", dependencies: ["Modeling", "Codegen", "Solvers", .product(name: "Yams", package: "Yams")]),
        .target(name: "Reports", dependencies: ["Studies", "Modeling"]),
        .target(name: "TestSupport", dependencies: ["Modeling"]),
        .executableTarget(
            name: "patency",
            dependencies: [
                "Modeling", "Codegen", "Solvers", "Studies", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "CodegenTests", dependencies: ["Codegen", "Modeling", "TestSupport"]),
        .testTarget(name: "ModelingTests", dependencies: ["Modeling", "TestSupport"]),
        .testTarget(name: "SolversTests", dependencies: ["Solvers", "Codegen", "Modeling", "TestSupport"]),
        .testTarget(name: "StudiesTests", dependencies: ["Studies", "Modeling"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Studies", "Modeling"]),
        .testTarget(name: "PatencyTests", dependencies: ["patency"]),
    ]
)
