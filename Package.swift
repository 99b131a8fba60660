// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "patency",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Modeling", targets: ["Modeling"]),
        .library(name: "Reports", targets: ["Reports"]),
    ],
    targets: [
        .target(name: "Modeling"),
        .target(name: "Codegen", dependencies: ["Modeling"]),
        .target(name: "Studies", dependencies: ["Modeling"]),
        .target(name: "Reports", dependencies: ["Studies", "Modeling"]),
        .target(name: "TestSupport", dependencies: ["Modeling"]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "CodegenTests", dependencies: ["Codegen", "Modeling", "TestSupport"]),
        .testTarget(name: "ModelingTests", dependencies: ["Modeling", "TestSupport"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Studies", "Modeling"]),
    ]
)
