// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "patency",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Modeling", targets: ["Modeling"]),
        .library(name: "Physiology", targets: ["Physiology"]),
    ],
    targets: [
        .target(name: "Modeling"),
        .target(name: "Codegen", dependencies: ["Modeling"]),
        .target(name: "Studies", dependencies: ["Modeling"]),
        .target(
            name: "Physiology", dependencies: ["Modeling", "Studies"],
            resources: [.embedInCode("References.bib"), .embedInCode("Studies")]),
        .target(name: "TestSupport", dependencies: ["Modeling"]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "CodegenTests", dependencies: ["Codegen", "Modeling", "TestSupport"]),
        .testTarget(name: "ModelingTests", dependencies: ["Modeling", "TestSupport"]),
        .testTarget(name: "PhysiologyTests", dependencies: ["Modeling", "Physiology", "Studies"]),
    ]
)
