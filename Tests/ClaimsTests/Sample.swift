import Physiology
import Studies

@testable import Claims

/// A small file with one claim of each kind.
enum Sample {
    static let context = ClaimContext(
        family: Flagship(),
        studies: (try? StudyFiles.library.studies(ObservedStudy.Use.allCases, for: Flagship())) ?? [],
        references: Set(Bibliography.entries.keys))

    static let head = """
        title: A test
        places: {here: In a test}
        scenarios:
          days:
            person: {age: 62 years}
            arms:
              - name: nothing
              - name: swallowed
                doses: [MK-4 10 mg oral with 30 g fat daily]
            horizon: 4 days
            draws: 4
        claims:

        """

    static let claims = """
          - id: rises
            text: MK-4 by mouth raises MK-4 in the blood.
            made: here
            population: {people: adults, ages: 40 to 80 years}
            exposure: {form: MK-4, dose: 10 mg/day, route: by mouth, duration: 4 days}
            outcome: {output: plasma.mk4, direction: up}
            tests:
              - simulation: {scenario: days, arm: swallowed, against: nothing, statistic: area from 0 h to 4 days}
          - id: heals
            text: It lowers coronary calcium.
            made: here
            outcome: {output: CAC, direction: down, threshold: 1 AU}
            tests:
              - trial:
                  evidence: [{study: EF1-AVADEC, arm: MK-7}]
                  grade: {risk of bias: not serious, inconsistency: not serious, indirectness: serious, imprecision: serious, publication bias: not serious, because: a test}
              - simulation: {scenario: days, arm: swallowed, against: nothing, statistic: value at 4 days}
          - id: plenty
            text: A kilogram of chicken has a milligram of MK-4.
            made: here
            outcome: {named: content, direction: up}
            tests:
              - arithmetic:
                  values: {content: {value: 58 µg/hg, from: dunlop2022}, food: {value: 1 kg, because: as claimed}}
                  decides: content * food > 1 * food / 1000000
                  in: mg
                  so: A test.
          - id: cited
            text: A work says so.
            made: here
            outcome: {named: anything, direction: up}
            tests:
              - citation: {work: shioi2020, for: proof, seen: abstract, species: {claimed: human, found: rat}}
          - id: harmless
            text: Nothing can happen.
            made: here
            outcome: {named: harm, direction: none}
            tests:
              - safety: {harm: Something can., reference: inoue2009, bears: against}

        """

    static func read(_ text: String) throws -> ClaimFile {
        try ClaimFile(parsing: text, file: "t.yaml", in: context)
    }

    static func run(_ text: String, threads: Int = 2) throws -> ClaimResults {
        try ClaimRunner(family: context.family, solver: .standard, threadCount: threads).run(read(text)).results
    }

    static func claim(_ id: String, outcome: String, tests: String = "[]", people: String = "{people: adults}")
        -> String
    {
        """
          - id: \(id)
            text: A claim.
            made: here
            population: \(people)
            outcome: \(outcome)
            tests: \(tests)

        """
    }
}
