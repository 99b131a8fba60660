// swift-tools-version: 6.2
import PackageDescription

/// Prefix of the -O3 build of SUNDIALS that `scripts/setup.sh` makes; without it Debian's package is linked.
let sundialsPrefix = Context.environment["PATENCY_SUNDIALS"] ?? ""
let sundialsLinking: [LinkerSetting] =
    sundialsPrefix.isEmpty
    ? [] : [.unsafeFlags(["-L\(sundialsPrefix)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(sundialsPrefix)/lib"])]

/// glibc's vector exp, log and pow, which only its x86-64 build has.
#if os(Linux) && arch(x86_64)
    let laneLinking: [LinkerSetting] = [.linkedLibrary("mvec"), .linkedLibrary("m")]
#else
    let laneLinking: [LinkerSetting] = [.linkedLibrary("m")]
#endif

/// The documentation plugin is fetched only by `make docs`.
let documentation: [Package.Dependency] =
    Context.environment["PATENCY_DOCS"] == "1"
    ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0")] : []

let package = Package(
    name: "patency",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Modeling", targets: ["Modeling"]),
        .library(name: "ModelFormats", targets: ["ModelFormats"]),
        .library(name: "Codegen", targets: ["Codegen"]),
        .library(name: "Solvers", targets: ["Solvers"]),
        .library(name: "Studies", targets: ["Studies"]),
        .library(name: "Physiology", targets: ["Physiology"]),
        .library(name: "Claims", targets: ["Claims"]),
        .library(name: "Reports", targets: ["Reports"]),
        .executable(name: "patency", targets: ["patency"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ] + documentation,
    targets: [
        .systemLibrary(name: "CSundials", providers: [.apt(["libsundials-dev", "libsuitesparse-dev"])]),
        .systemLibrary(name: "CLibSBML", providers: [.apt(["libsbml5-dev"])]),
        .target(name: "CLanes", linkerSettings: laneLinking),
        .target(name: "CCLP", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "CLLVM", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "Modeling"),
        .target(name: "ModelFormats", dependencies: ["Modeling", "CLibSBML"]),
        .target(name: "Codegen", dependencies: ["Modeling", "CLanes", "CLLVM"]),
        .target(
            name: "Solvers", dependencies: ["Modeling", "CSundials", "CLanes", "CCLP"],
            linkerSettings: sundialsLinking),
        .target(
            name: "Studies",
            dependencies: ["Modeling", "ModelFormats", "Codegen", "Solvers", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Physiology", dependencies: ["Modeling", "Studies"],
            resources: [
                .embedInCode("Foods.csv"), .embedInCode("GradeShares.csv"), .embedInCode("References.bib"),
                .embedInCode("Studies"),
            ]),
        .target(
            name: "Claims", dependencies: ["Modeling", "Studies", .product(name: "Yams", package: "Yams")]),
        .target(name: "Reports", dependencies: ["Modeling", "Studies", "Claims"]),
        .executableTarget(
            name: "patency",
            dependencies: [
                "Modeling", "ModelFormats", "Codegen", "Solvers", "Studies", "Physiology", "Claims",
                "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "patency-bench",
            dependencies: ["Modeling", "ModelFormats", "Codegen", "Solvers", "Studies", "Physiology", "TestSupport"]),
        .target(name: "TestSupport", dependencies: ["Modeling", "Solvers"]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "ModelingTests", dependencies: ["Modeling", "TestSupport"]),
        .testTarget(
            name: "ModelFormatsTests", dependencies: ["ModelFormats", "Codegen", "Solvers", "Modeling", "TestSupport"],
            exclude: ["Corpus"]),
        .testTarget(name: "CodegenTests", dependencies: ["Codegen", "CLanes", "Modeling", "TestSupport"]),
        .testTarget(name: "SolversTests", dependencies: ["Solvers", "CLanes", "Codegen", "Modeling", "TestSupport"]),
        .testTarget(
            name: "StudiesTests", dependencies: ["Studies", "ModelFormats", "Solvers", "Modeling", "TestSupport"],
            exclude: ["Conformance/Cases"]),
        .testTarget(
            name: "PhysiologyTests",
            dependencies: ["Physiology", "Modeling", "Codegen", "Solvers", "Studies", "ModelFormats", "TestSupport"]),
        .testTarget(
            name: "ClaimsTests", dependencies: ["Claims", "Physiology", "Studies", "Modeling"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Claims", "Studies", "Modeling"]),
        .testTarget(
            name: "PatencyTests",
            dependencies: ["patency", "Studies", "Physiology", "Claims", "ModelFormats", "Modeling", "Solvers"]),
    ]
)
