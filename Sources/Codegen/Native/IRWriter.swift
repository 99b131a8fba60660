/// The body of one function in LLVM's textual form, over the vectors of a shape.
///
/// Values are numbered as they come. Memory is addressed as `base + index · laneCount` numbers.
struct IRWriter {
    let shape: VectorShape
    private(set) var body = ""
    private var valueCount = 0
    /// Functions that are called, each as a declaration.
    private(set) var declarations: Set<String> = []
    /// The vector library's power, where the module's own is called.
    private(set) var powerLibrary: String?

    init(_ shape: VectorShape) { self.shape = shape }

    /// A line that gives a value; the value's name.
    mutating func value(_ operation: String) -> String {
        let name = "%\(valueCount)"
        valueCount += 1
        body += "  \(name) = \(operation)\n"
        return name
    }

    /// `operation` on numbers, such as `fadd contract`.
    mutating func binary(_ operation: String, _ a: String, _ b: String) -> String {
        value("\(operation) \(shape.type) \(a), \(b)")
    }

    mutating func negated(_ a: String) -> String { value("fneg \(shape.type) \(a)") }

    mutating func truth(_ comparison: String, _ a: String, _ b: String) -> String {
        value("fcmp \(comparison) \(shape.type) \(a), \(b)")
    }

    mutating func select(_ condition: String, _ then: String, _ otherwise: String) -> String {
        value(
            "select \(shape.truthType) \(condition), \(shape.type) \(then), \(shape.type) \(otherwise)")
    }

    private mutating func address(_ base: String, _ index: Int) -> String {
        index == 0 ? base : value("getelementptr double, ptr \(base), i64 \(index * shape.laneCount)")
    }

    mutating func load(_ base: String, _ index: Int) -> String {
        let place = address(base, index)
        return value("load \(shape.type), ptr \(place), align 8")
    }

    mutating func store(_ number: String, _ base: String, _ index: Int) {
        let place = address(base, index)
        body += "  store \(shape.type) \(number), ptr \(place), align 8\n"
    }

    /// A call of a function from vectors to a vector, declared on the way.
    mutating func call(_ name: String, _ operands: [String]) -> String {
        call(name, operands, type: shape.type)
    }

    /// A call of an intrinsic function for the shape's vectors, such as `fabs`.
    mutating func intrinsic(_ name: String, _ operands: String...) -> String {
        let type = shape.type
        let types = operands.map { _ in type }.joined(separator: ", ")
        declarations.insert("declare \(type) @llvm.\(name).\(shape.suffix)(\(types))")
        let arguments = operands.map { "\(type) \($0)" }.joined(separator: ", ")
        return value("call \(type) @llvm.\(name).\(shape.suffix)(\(arguments))")
    }

    /// x to the power y by the module's own function, which falls back on the vector library's.
    mutating func power(_ x: String, _ y: String, library: String) -> String {
        powerLibrary = library
        return value("call \(shape.type) @\(VectorPower.name)(\(shape.type) \(x), \(shape.type) \(y))")
    }

    /// A call of a scalar function for each lane.
    mutating func callEachLane(_ name: String, _ operands: [String]) -> String {
        guard shape.width > 1 else { return call(name, operands) }
        var result = "poison"
        for lane in 0..<shape.width {
            let arguments = operands.map { operand in
                value("extractelement \(shape.type) \(operand), i32 \(lane)")
            }
            let element = call(name, arguments, type: "double")
            result = value("insertelement \(shape.type) \(result), double \(element), i32 \(lane)")
        }
        return result
    }

    private mutating func call(_ name: String, _ operands: [String], type: String) -> String {
        let types = operands.map { _ in type }.joined(separator: ", ")
        declarations.insert("declare \(type) @\(name)(\(types)) #1")
        let arguments = operands.map { "\(type) \($0)" }.joined(separator: ", ")
        return value("call \(type) @\(name)(\(arguments))")
    }
}

/// A module in LLVM's textual form.
struct IRModule {
    let shape: VectorShape
    private var functions = ""
    private var declarations: Set<String> = []
    private var hasPower = false

    init(_ shape: VectorShape) { self.shape = shape }

    /// Adds a function for one vector of lanes.
    mutating func add(_ writer: IRWriter, name: String, parameters: String) {
        functions += "define internal void @\(name)(\(parameters)) #0 {\nentry:\n\(writer.body)  ret void\n}\n"
        declarations.formUnion(writer.declarations)
        if let library = writer.powerLibrary, !hasPower {
            hasPower = true
            VectorPower.add(library: library, to: &self)
        }
    }

    /// Adds a function from vectors to a vector, which calls a library where a lane is not of the common case.
    mutating func add(
        _ writer: IRWriter, name: String, result: String, isCommon: String, library: String, parameters: [String]
    ) {
        let (type, truth) = (shape.type, shape.truthType)
        let typed = parameters.map { "\(type) \($0)" }.joined(separator: ", ")
        let plain = parameters.map { _ in type }.joined(separator: ", ")
        let reduction = "i1 @llvm.vector.reduce.and.v\(shape.width)i1"
        declarations.formUnion(writer.declarations)
        declarations.insert("declare \(reduction)(\(truth))")
        declarations.insert("declare \(type) @\(library)(\(plain)) #1")
        functions += """
            define internal \(type) @\(name)(\(typed)) #0 {
            entry:
            \(writer.body)  %all = call \(reduction)(\(truth) \(isCommon))
              br i1 %all, label %common, label %rare
            common:
              ret \(type) \(result)
            rare:
              %other = call \(type) @\(library)(\(typed))
              %chosen = select \(truth) \(isCommon), \(type) \(result), \(type) %other
              ret \(type) %chosen
            }

            """
    }

    /// Adds the function that is looked up: it calls each part for all vectors of lanes in turn.
    ///
    /// - Parameters:
    ///   - name: of the function.
    ///   - pointers: names of parameters that point to arrays over lanes.
    ///   - numbers: names of parameters that are one number for all lanes.
    ///   - parts: functions with those parameters.
    mutating func addEntry(_ name: String, pointers: [String], numbers: [String] = [], parts: [String]) {
        let parameters = pointers.map { "ptr %\($0)" } + numbers.map { "double %\($0)" }
        functions += "define void @\(name)(\(parameters.joined(separator: ", "))) #0 {\nentry:\n"
        for lane in shape.groupStarts {
            for pointer in pointers where lane > 0 {
                functions += "  %\(pointer)\(lane) = getelementptr double, ptr %\(pointer), i64 \(lane)\n"
            }
            let moved = pointers.map { "ptr %\($0)\(lane > 0 ? "\(lane)" : "")" }
            let arguments = (moved + numbers.map { "double %\($0)" }).joined(separator: ", ")
            for part in parts { functions += "  call void @\(part)(\(arguments))\n" }
        }
        functions += "  ret void\n}\n"
    }

    /// Attribute 0 is of our functions, 1 of elementary functions: without memory, and not to be recognised by name.
    var text: String {
        declarations.sorted().joined(separator: "\n") + "\n" + functions + """
            attributes #0 = { nounwind "min-legal-vector-width"="512" "prefer-vector-width"="512" }
            attributes #1 = { nobuiltin nounwind willreturn memory(none) }

            """
    }
}
