import Modeling

extension GradeWords {
    /// The grade as a coloured word with one to four full dots, so that it reads without colour.
    var badge: Markup {
        let dots = (1...4).map { $0 <= strength ? "●" : "○" }.joined()
        let title = "\(grade): \(meaning)"
        return """
            <span class="badge \("\(grade)")" title="\(title)"><span class="dots" aria-hidden="true">\(dots)</span> \("\(grade)")</span>
            """
    }

    /// What each badge means.
    static var legend: Markup {
        let items = Grade.allCases.reversed().map { grade -> Markup in
            let words = GradeWords(grade: grade)
            return "<li>\(words.badge) \(words.meaning)</li>"
        }
        return "<ul class=\"grades\">\(items.joined())</ul>"
    }
}
