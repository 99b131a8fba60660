import CLLVM
import Foundation

/// Compiled functions of one module, and their memory: freed with the last reference.
///
/// The functions are immutable and may run on any thread.
final class MachineCode: @unchecked Sendable {
    private let code: OpaquePointer

    /// Why nothing can be compiled on this machine; `nil` where it can. The first call opens LLVM.
    static var obstacle: String? { patency_llvm_problem().map { String(cString: $0) } }

    /// - Throws: ``CodegenError/compilation(reason:)``.
    init(_ module: IRModule) throws(CodegenError) {
        let processor = module.shape.processor
        var message = [CChar](repeating: 0, count: 1000)
        let text = Array(module.text.utf8)
        let compiled = text.withUnsafeBytes { bytes in
            patency_llvm_compile(
                bytes.baseAddress, bytes.count, processor.name, processor.features, Self.optimization, &message,
                message.count)
        }
        guard let compiled else { throw .compilation(reason: Self.text(message)) }
        code = compiled
    }

    deinit { patency_llvm_dispose(code) }

    /// Of code generation; no passes run before it, since the graph has been simplified.
    private static let optimization: Int32 = 2

    private static func text(_ message: [CChar]) -> String {
        String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Address of a function, as a C function of the type that the caller knows it to have.
    ///
    /// - Throws: ``CodegenError/compilation(reason:)``.
    func function<Function>(_ name: String, as type: Function.Type) throws(CodegenError) -> Function {
        var message = [CChar](repeating: 0, count: 1000)
        guard let address = patency_llvm_function(code, name, &message, message.count) else {
            throw .compilation(reason: Self.text(message))
        }
        return unsafeBitCast(address, to: type)
    }
}
