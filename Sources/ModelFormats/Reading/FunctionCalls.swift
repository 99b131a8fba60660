import CLibSBML

/// Which function definitions call which, looked at before any is written out.
struct FunctionCalls {
    /// Called functions, once for each call.
    private var calls: [String: [String]] = [:]
    private var sizes: [String: Int] = [:]
    /// Functions in order of the file.
    private let names: [String]

    init(_ functions: [(name: String, body: OpaquePointer)]) {
        names = functions.map(\.name)
        let known = Set(names)
        for (name, body) in functions {
            var open = [body]
            var size = 0
            while let node = open.popLast() {
                size += 1
                if ASTNode_getType(node) == AST_FUNCTION, let called = text(ASTNode_getName(node)),
                    known.contains(called)
                {
                    calls[name, default: []].append(called)
                }
                for index in 0..<ASTNode_getNumChildren(node) {
                    if let child = ASTNode_getChild(node, index) { open.append(child) }
                }
            }
            sizes[name] = size
        }
    }

    /// Functions that call themselves, each circle once, and the most operations that one function is written out to.
    ///
    /// The number holds for bodies alone, at most `Int32.max`; it says nothing where there are circles.
    func circlesAndLargest() -> (circles: [[String]], largest: Int) {
        var circles: [[String]] = []
        var written: [String: Int] = [:]
        for start in names where written[start] == nil {
            var path: [(name: String, next: Int)] = [(start, 0)]
            while let (name, next) = path.last {
                let called = calls[name] ?? []
                if next < called.count {
                    path[path.count - 1].next += 1
                    if let place = path.firstIndex(where: { $0.name == called[next] }) {
                        circles.append(path[place...].map(\.name) + [called[next]])
                    } else if written[called[next]] == nil {
                        path.append((called[next], 0))
                    }
                } else {
                    path.removeLast()
                    written[name] = called.reduce(sizes[name] ?? 0) { min($0 + (written[$1] ?? 0), Int(Int32.max)) }
                }
            }
        }
        return (circles, written.values.max() ?? 0)
    }
}
