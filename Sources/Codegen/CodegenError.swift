/// What code generation refuses.
public enum CodegenError: Error, Equatable, CustomStringConvertible {
    /// A construct the back end has no instruction for.
    case unsupported(construct: String, model: String)
    /// A number of lanes that is not offered.
    case laneCount(Int)
    /// LLVM is not there.
    case noCompiler(reason: String)
    /// LLVM refused what was written for it: a mistake of this program.
    case compilation(reason: String)

    public var description: String {
        switch self {
        case .unsupported(let construct, let model):
            "the bytecode kernel has no \(construct), which model \(model) uses; run one subject at a time"
        case .laneCount(let count): "kernels run 1 or 8 lanes, not \(count)"
        case .noCompiler(let reason):
            "native kernels need LLVM 19: \(reason); run scripts/setup.sh, or take bytecode"
        case .compilation(let reason):
            "LLVM cannot compile a kernel, which is a mistake of this program: \(reason); take bytecode and report it"
        }
    }
}
