import Modeling
import Studies
import Testing

@Suite struct RegimenReadingTests {
    func read(_ dose: String) throws -> Scenario.Regimen {
        let text = "horizon: 10 years\narms:\n  - name: a\n    doses:\n      - '\(dose)'"
        return try Scenario(parsing: text, file: "s.yaml", for: TinyFamily()).arms[0].regimens[0]
    }

    static let intervals: [(String, Double?)] = [
        ("daily", 24), ("once", nil), ("once daily", 24), ("once a week", 168), ("twice daily", 12),
        ("twice a day", 12),
        ("three times a day", 8), ("3 times a day", 8), ("three times a week", 56), ("every 3 days", 72),
        ("every 3d", 72),
        ("every other day", 48), ("every third day", 72), ("every day", 24), ("every 12 h", 12), ("weekly", 168),
        ("every week", 168),
        ("Daily", 24),
    ]

    @Test(arguments: intervals)
    func howOften(phrase: String, interval: Double?) throws {
        #expect(try read("A 10 mg oral \(phrase)").interval == interval)
    }

    @Test func everyClause() throws {
        let regimen = try read("a 0.5 g oral with 30 g fat twice daily from day 30 for 2 years")
        #expect(regimen.substance == "A" && regimen.route == "oral" && regimen.doseInput == "gut.dose")
        #expect(abs(regimen.amount - 500) < 1e-9)
        #expect(regimen.attributes == ["fat": 30])
        #expect(regimen.start == 720 && regimen.interval == 12)
        #expect(abs(regimen.end - (720 + 2 * 8766)) < 1e-9)
        #expect(!regimen.isStanding)
        #expect(regimen.text == "a 0.5 g oral with 30 g fat twice daily from day 30 for 2 years")
    }

    @Test func infusionLaterStartAndEnd() throws {
        let regimen = try read("A 10mg intravenous over 2 h every 3 days starting after 30 days until day 90")
        #expect(regimen.infusionDuration == 2 && regimen.start == 720 && regimen.end == 2160 && regimen.amount == 10)
    }

    @Test func withoutAttributeTheDefaultHolds() throws {
        #expect(try read("A 1 mg oral once").attributes == ["fat": 20])
        #expect(try read("A 1 mg oral with 50 g once").attributes == ["fat": 50])
    }

    @Test func timeOfDay() throws { #expect(try read("A 1 mg oral daily at 08:30").start == 8.5) }

    @Test func regimenEndsWithTheStudy() throws { #expect(try read("A 1 mg oral daily").end == 87_660) }

    /// Dose line, the word at fault (empty: the line), and the message.
    static let faults: [(String, String, String)] = [
        ("A 10 oral daily", "10", "'10' has no unit (write for example 10 mg)"),
        ("A 10 mgg oral daily", "mgg", "'mgg' is not a unit (did you mean mg?)"),
        ("A 10mgg oral daily", "mgg", "'mgg' is not a unit (did you mean mg?)"),
        (
            "A -10 mg oral daily", "-10",
            "the dose -10 mg is negative (write an amount above zero, or leave the line out)"
        ),
        ("A 0 mg oral daily", "0", "the dose 0 mg is zero (write an amount above zero, or leave the line out)"),
        ("A 10 mL oral daily", "10", "'10 mL' is not an amount of A (doses of A are in mg)"),
        (
            "A 1,5 mg oral daily", "1,5",
            "'1,5' is not a number (write decimals with a point and no thousands mark, such as 1.5)"
        ),
        ("A ten mg oral daily", "ten", "'ten' is not an amount (write for example 'A 10 mg oral daily')"),
        ("A 2000 mg oral daily", "2000", "2000 mg is more than the largest oral dose of A (at most 1000 mg)"),
        ("B4 10 mg oral daily", "B4", "'B4' is not a substance (did you mean B-4?)"),
        ("Zinc 10 mg oral daily", "Zinc", "'Zinc' is not a substance (allowed: A, B-4)"),
        ("A 10 mg orall daily", "orall", "'orall' is not a route for A (did you mean oral?)"),
        ("B-4 10 mg topical daily", "topical", "'topical' is not a route for B-4 (allowed: oral)"),
        ("A 10 mg", "mg", "the dose does not say by which route (allowed for A: oral, intravenous)"),
        (
            "A 10 mg oral", "",
            "the dose does not say how often (add daily, twice daily, every 3 days, three times a week or once)"
        ),
        ("A 10 mg oral daily weekly", "weekly", "how often is said twice (keep one of them)"),
        (
            "A 10 mg oral every 0 days", "0 days",
            "'every 0' is no time between doses (write for example 'every 3 days')"
        ),
        ("A 10 mg oral every now", "every", "'every' needs a time (write for example 'every 3 days' or 'every day')"),
        ("A 10 mg oral twice", "twice", "'twice' does not say in what time (write for example 'twice a day')"),
        ("A 10 mg oral dayly", "dayly", "'dayly' is not understood here (did you mean daily?)"),
        ("A 10 mg oral daily over 2 h", "over", "an oral dose of A cannot be given over a time (leave out 'over …')"),
        ("A 10 mg oral with 300 g fat daily", "300", "the fat of 300 g is out of range (allowed: 0 to 200 g)"),
        ("B-4 10 mg oral with 30 g fat daily", "with", "an oral dose takes no 'with …' (leave it out)"),
        ("A 10 mg oral daily from day -3", "-3", "day -3 is before day 0 (count from day 0)"),
        ("A 10 mg oral daily for 2 mg", "2", "'2 mg' is not a length of time (write for example 'for 2 years')"),
        ("A 10 mg oral daily until", "until", "'until' is followed by nothing (write for example 'until 30 days')"),
        (
            "A 10 mg oral daily from 20 years", "",
            "the first dose comes when the study is over (start before the horizon of 3652.5 days)"
        ),
        (
            "A 10 mg oral daily from day 9 until day 3", "",
            "the doses end before they start (end later than the first dose)"
        ),
        (
            "A 10 mg oral once standing", "",
            "a standing dose is taken regularly and from before day 0 (say how often, and leave out 'once', 'from' and 'after')"
        ),
        ("A 10 mg intravenous daily standing", "", "intravenous A cannot be standing (leave 'standing' out)"),
        ("A 10 mg oral once for 3 days", "", "a single dose has no 'for' or 'until' (leave it out, or say how often)"),
        (
            "A 10 mg intravenous over 30 h daily", "",
            "an infusion lasts longer than the time to the next (infuse for at most 24 h)"
        ),
        ("A 10 mg oral daily at 25:00", "25:00", "'25:00' is not a time of day (write for example 'at 08:00')"),
        (
            "standing", "",
            "'standing' stands alone (put the whole dose in quotes, since a comma separates items of a [list])"
        ),
    ]

    @Test(arguments: faults)
    func faultIsReported(dose: String, word: String, message: String) throws {
        let error = #expect(throws: ScenarioError.self) { try read(dose) }
        let offset =
            word.isEmpty
            ? 0 : dose.distance(from: dose.startIndex, to: try #require(dose.firstRange(of: word)).lowerBound)
        #expect(error?.description == "s.yaml:5:\(10 + offset): arms[1].doses[1]: \(message)")
    }
}
