import CLibSBML
import Modeling

/// One pass over a parsed document, element by element, into a model.
struct ModelReading {
    let document: SBMLDocument
    let source: OpaquePointer
    let file: String
    var model: Model
    var math: MathReading
    var units: UnitReading
    var issues: [FormatIssue] = []
    /// Formulas of initial assignments, by symbol.
    var initialAssignments: [String: Expression] = [:]
    /// Variables that an assignment rule determines: what else a file gives them as a start is void.
    var assigned: Set<String> = []

    var level: Int { document.level }

    init(_ document: SBMLDocument, file: String, limits: ReadingLimits) {
        self.document = document
        self.file = file
        source = SBMLDocument_getModel(document.handle)
        units = UnitReading(source, level: document.level)
        model = Model(name: text(Model_getId(source)) ?? text(Model_getName(source)) ?? file, timeUnit: units.time)
        math = MathReading(depthLimit: limits.formulaDepth)
        math.hasTimeFactors = document.hasTimeFactors
    }

    /// - Throws: ``FormatError`` with everything that stops the model from being read.
    mutating func read() throws(FormatError) -> SBMLFile {
        readFunctions()
        readInitialAssignments()
        readRules()
        readCompartments()
        readSpecies()
        readParameters()
        readReactions()
        readEvents()
        let balance = fluxBalance()
        guard issues.allSatisfy({ $0.severity == .warning }) else { throw FormatError(issues) }
        return SBMLFile(
            model: model, fluxBalance: balance, issues: issues, level: "Level \(level) Version \(document.version)")
    }

    /// A formula in place, or `nil` with an issue where it cannot be read.
    mutating func formula(
        _ node: OpaquePointer?, in element: OpaquePointer, named name: String, names: [String: Expression] = [:]
    ) -> Expression? {
        do throws(MathReading.Obstacle) {
            return try math.expression(node, names: names)
        } catch {
            switch error {
            case .unsupported(let construct):
                add(
                    .refusal, construct, name, "uses \(construct), which Patency does not do", "write it otherwise",
                    element)
            case .malformed(let problem):
                add(.error, "MathML", name, problem, "mend the formula", element)
            }
            return nil
        }
    }

    mutating func add(
        _ severity: FormatIssue.Severity, _ construct: String, _ name: String, _ message: String, _ remedy: String,
        _ element: OpaquePointer?
    ) {
        issues.append(
            FormatIssue(severity, construct, element: name, message, remedy: remedy, file: file, line: line(element)))
    }

    /// Line of an element; `nil` where flattening lost it.
    func line(_ element: OpaquePointer?) -> Int? {
        guard let element else { return nil }
        let line = Int(SBase_getLine(element))
        return line > 0 ? line : nil
    }

    private mutating func readFunctions() {
        for index in 0..<Model_getNumFunctionDefinitions(source) {
            guard let function = Model_getFunctionDefinition(source, index),
                let name = text(SBase_getIdAttribute(function)),
                let lambda = FunctionDefinition_getMath(function), let body = FunctionDefinition_getBody(function)
            else { continue }
            let count = ASTNode_getNumChildren(lambda)
            let arguments = (0..<max(count, 1) - 1).compactMap { text(ASTNode_getName(ASTNode_getChild(lambda, $0))) }
            math.functions[name] = FunctionTemplate(arguments: arguments, body: body)
        }
    }

    private mutating func readInitialAssignments() {
        for index in 0..<Model_getNumInitialAssignments(source) {
            guard let element = Model_getInitialAssignment(source, index),
                let symbol = text(InitialAssignment_getSymbol(element)), let node = InitialAssignment_getMath(element)
            else { continue }
            initialAssignments[symbol] = formula(node, in: element, named: symbol)
        }
    }

    private mutating func readRules() {
        for index in 0..<Model_getNumRules(source) {
            guard let rule = Model_getRule(source, index), let node = Rule_getMath(rule) else { continue }
            let variable = text(Rule_getVariable(rule)) ?? ""
            guard let formula = formula(node, in: rule, named: variable) else { continue }
            if Rule_isAlgebraic(rule) != 0 {
                model.rules.append(.algebraic(formula))
            } else if Rule_isAssignment(rule) != 0 {
                assigned.insert(variable)
                model.rules.append(.assignment(variable, formula))
            } else {
                model.rules.append(.rate(variable, formula))
            }
        }
    }
}

/// A C string that says something.
func text(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters, characters.pointee != 0 else { return nil }
    return String(cString: characters)
}
