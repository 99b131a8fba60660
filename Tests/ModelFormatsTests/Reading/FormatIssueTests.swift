import ModelFormats
import Testing

@Suite struct FormatIssueTests {
    @Test func saysFileLineElementAndRemedy() {
        let issue = FormatIssue(
            .refusal, "fast reaction", element: "J0", "is fast", remedy: "give it a finite rate", file: "m.xml", line: 7
        )
        #expect(issue.description == "m.xml:7: refusal: J0: is fast (give it a finite rate)")
    }
}
