import Studies

extension Flagship {
    /// People that the model's numbers come from; outside of them nothing it says is to be relied on.
    static let validity = [
        ScenarioVocabulary.Validity(
            input: "person.age", range: 40...80, meaning: "the model is meant for adults from 40 to 80 years")
    ]
}
