import Foundation
import ModelFormats
import Modeling

/// One input of libFuzzer: whatever the bytes, reading ends with a model or with reasons, and so does forming equations.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let data = bytes.map { Data(bytes: $0, count: count) } ?? Data()
    do throws(FormatError) {
        let file = try SBMLReader.read(data: data, file: "input.xml", limits: limits)
        _ = file.model.checkUnits()
        _ = file.model.description
        guard let system = try? EquationSystem(file.model) else { return 0 }
        let layout = system.layout
        let workspace = ReferenceKernel(system).makeWorkspace()
        let parameters = layout.parameters.map(\.defaultValue)
        let states = [Double](repeating: 1, count: layout.states.count)
        var result = [Double](repeating: 0, count: parameters.count + states.count)
        workspace.setParameters(parameters)
        guard !layout.usesHistory else { return 0 }
        workspace.evaluate(.initialValues, time: [0], state: states, into: &result)
        workspace.evaluate(.rightHandSide, time: [0], state: states, into: &result)
    } catch {
        precondition(!error.issues.isEmpty, "an error without a reason")
    }
    return 0
}

/// Low enough that no input takes long.
private let limits: ReadingLimits = {
    var limits = ReadingLimits()
    limits.expandedCount = 20_000
    return limits
}()
