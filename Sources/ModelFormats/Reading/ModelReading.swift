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
    /// Whether libSBML's checks would not end: functions in circles, or formulas that explode.
    private(set) var isUncheckable = false
    /// Operations of the largest function body, others written out in it.
    private(set) var largestFunction = 0
    /// Quantities declared constant, known once all are read.
    var constants: Set<String> = []
    /// Lines of rules by their variable, and of initial assignments by their symbol.
    var ruleLines: [String: Int] = [:]
    var initialLines: [String: Int] = [:]
    /// Variables that an assignment rule determines: what else a file gives them as a start is void.
    var assigned: Set<String> = []

    var level: Int { document.level }

    init(_ document: SBMLDocument, file: String, limits: ReadingLimits) {
        self.document = document
        self.file = file
        source = SBMLDocument_getModel(document.handle)
        units = UnitReading(source, level: document.level)
        model = Model(name: text(Model_getId(source)) ?? text(Model_getName(source)) ?? file, timeUnit: units.time)
        math = MathReading(limits, units: units)
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
        constants = Set(model.quantities.lazy.filter(\.isConstant).map(\.identifier))
        readEvents()
        checkReferences()
        let balance = fluxBalance()
        guard issues.allSatisfy({ $0.severity == .warning }) else { throw FormatError(issues) }
        return SBMLFile(
            model: model, fluxBalance: balance, issues: issues, level: "Level \(level) Version \(document.version)",
            sources: document.sources, ruleLines: ruleLines, initialLines: initialLines)
    }

    /// Formula tree of an element. From Level 3 Version 2 on it may be missing, and the element then says nothing.
    ///
    /// libSBML also has none where it cannot read the text of a Level 1 formula.
    mutating func tree(_ node: OpaquePointer?, of element: OpaquePointer, named name: String) -> OpaquePointer? {
        if node == nil, level < 3 || document.version < 2 {
            add(.error, "MathML", name, "lacks a formula, or has one that cannot be read", "mend the formula", element)
        }
        return node
    }

    /// A formula in place, or `nil` with an issue where it cannot be read.
    mutating func formula(
        _ node: OpaquePointer?, in element: OpaquePointer, named name: String, names: [String: Expression] = [:]
    ) -> Expression? {
        do throws(MathReading.Obstacle) {
            return try math.formula(node, names: names)
        } catch {
            switch error {
            case .unsupported(let construct):
                add(
                    .refusal, construct, name, "uses \(construct), which Patency does not do", "write it otherwise",
                    element)
            case .tooLarge(let construct):
                isUncheckable = true
                add(.refusal, construct, name, "is a \(construct)", "split it by assignment rules", element)
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
        let place = document.sources.place(of: name, line: line(element))
        issues.append(
            FormatIssue(
                severity, construct, element: name, message, remedy: remedy, file: place.file, line: place.line))
    }

    /// Line of an element in the file it came from, which flattening keeps; `nil` where libSBML made it.
    func line(_ element: OpaquePointer?) -> Int? {
        guard let element else { return nil }
        let line = Int(SBase_getLine(element))
        return line > 0 ? line : nil
    }

    private mutating func readFunctions() {
        var definitions: [(name: String, body: OpaquePointer)] = []
        for index in 0..<Model_getNumFunctionDefinitions(source) {
            guard let function = Model_getFunctionDefinition(source, index),
                let name = text(SBase_getIdAttribute(function)),
                let lambda = FunctionDefinition_getMath(function), let body = FunctionDefinition_getBody(function)
            else { continue }
            let count = ASTNode_getNumChildren(lambda)
            let arguments = (0..<max(count, 1) - 1).compactMap { text(ASTNode_getName(ASTNode_getChild(lambda, $0))) }
            math.functions[name] = FunctionTemplate(arguments: arguments, body: body)
            definitions.append((name, body))
        }
        let (circles, largest) = FunctionCalls(definitions).circlesAndLargest()
        for circle in circles {
            isUncheckable = true
            add(
                .error, "function circle", circle[0], "calls itself: \(circle.joined(separator: " → "))",
                "break the circle: SBML has no recursion", Model_getFunctionDefinitionById(source, circle[0]))
        }
        largestFunction = largest
    }

    private mutating func readInitialAssignments() {
        for index in 0..<Model_getNumInitialAssignments(source) {
            guard let element = Model_getInitialAssignment(source, index),
                let symbol = text(InitialAssignment_getSymbol(element)),
                let node = tree(InitialAssignment_getMath(element), of: element, named: symbol)
            else { continue }
            guard initialLines[symbol] == nil else {
                add(
                    .error, "initial assignment", symbol, "has more than one initial assignment", "keep one of them",
                    element)
                continue
            }
            initialLines[symbol] = line(element) ?? 0
            initialAssignments[symbol] = formula(node, in: element, named: symbol)
        }
    }

    private mutating func readRules() {
        for index in 0..<Model_getNumRules(source) {
            guard let rule = Model_getRule(source, index) else { continue }
            let variable = text(Rule_getVariable(rule)) ?? ""
            guard let node = tree(Rule_getMath(rule), of: rule, named: variable) else { continue }
            guard let formula = formula(node, in: rule, named: variable) else { continue }
            // The later of two is the one to drop.
            ruleLines[variable.isEmpty ? "0 = \(formula.brief)" : variable] = line(rule)
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
