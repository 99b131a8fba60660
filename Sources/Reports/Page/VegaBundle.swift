import Foundation
import Studies

/// The chart library (Vega, Vega-Lite and Vega-Embed in one file) that `make setup` makes.
public struct VegaBundle: Sendable {
    /// JavaScript that defines a global `vegaEmbed`.
    public let script: String
    public let licence: String

    /// SHA-256 of the reviewed bundle, as in `scripts/vega-bundle.sha256`.
    public static let checksum = "b0925c3381e4f20b27c742a611ddb55d75b508682e20da554c8c19204c7d7276"

    /// Reads the bundle from the file that PATENCY_VEGA names, else from `share/patency` beside the binary's folder
    /// or in it.
    ///
    /// - Throws: `ReportError.bundleMissing` where no place has it.
    /// - Throws: `ReportError.bundleChanged` where its checksum is not the reviewed one's.
    public static func load(
        environment: [String: String] = ProcessInfo.processInfo.environment, binary: String = runningBinary
    ) throws -> VegaBundle {
        try load(from: places(environment: environment, binary: binary), checksum: checksum)
    }

    /// Path of the running program.
    public static var runningBinary: String { CommandLine.arguments.first.map(resolved) ?? "" }

    private static func resolved(_ argument: String) -> String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return link ?? argument
    }

    static func places(environment: [String: String], binary: String) -> [String] {
        if let path = environment["PATENCY_VEGA"], !path.isEmpty { return [path] }
        let folder = URL(fileURLWithPath: binary).deletingLastPathComponent()
        return [folder.deletingLastPathComponent(), folder].map {
            $0.appendingPathComponent("share/patency/vega-bundle.js").path
        }
    }

    static func load(from places: [String], checksum: String) throws -> VegaBundle {
        for place in places {
            guard let data = FileManager.default.contents(atPath: place) else { continue }
            let found = SHA256.hexadecimal(of: data)
            guard found == checksum else {
                throw ReportError.bundleChanged(path: place, expected: checksum, found: found)
            }
            let beside = URL(fileURLWithPath: place).deletingLastPathComponent()
                .appendingPathComponent("vega-bundle.LICENSE.txt").path
            let licence = FileManager.default.contents(atPath: beside).map { String(decoding: $0, as: UTF8.self) }
            return VegaBundle(script: String(decoding: data, as: UTF8.self), licence: licence ?? shortLicence)
        }
        throw ReportError.bundleMissing(places: places)
    }

    /// The script as it may stand inside a script element: nothing in it ends the element or opens a comment.
    var spliceable: String {
        script.replacingOccurrences(of: "</script", with: "<\\/script", options: .caseInsensitive)
            .replacingOccurrences(of: "<!--", with: "<\\!--")
    }

    /// The licence as it may stand inside an HTML comment.
    var licenceComment: String {
        licence.replacingOccurrences(of: "->", with: "- >").replacingOccurrences(of: "--!", with: "-- !")
    }

    /// Stands in where the licence file was not installed beside the bundle.
    private static let shortLicence = """
        Vega, Vega-Lite and Vega-Embed: Copyright (c) 2015-2025, University of Washington Interactive Data Lab and
        contributors. BSD 3-Clause License. Redistribution and use in source and binary forms, with or without
        modification, are permitted provided that: (1) redistributions of source code retain the above copyright
        notice, this list of conditions and the following disclaimer; (2) redistributions in binary form reproduce
        them in the documentation and/or other materials provided with the distribution; (3) neither the name of the
        copyright holder nor the names of its contributors may be used to endorse or promote products derived from
        this software without specific prior written permission.
        THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
        WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
        PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
        DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
        PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
        CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
        OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
        """
}
