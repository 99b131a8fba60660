extension ArmScale {
    /// A stroke of the arm's colour and dash, as in the pictures.
    func stroke(_ arm: String) -> Markup {
        let pattern = dash(arm).map { "\($0)" }.joined(separator: " ")
        return """
            <svg class="stroke" width="30" height="8" aria-hidden="true"><line x1="1" y1="4" x2="29" y2="4" \
            stroke="\(color(arm))" stroke-width="3" stroke-dasharray="\(pattern)"/></svg>
            """
    }
}
