/// What the page of claims adds to the page style.
enum ClaimsStyle {
    static let text = """
        .verdict { display: inline-block; white-space: nowrap; font: 600 .84rem/1 system-ui, sans-serif; padding: .34em .7em;
          border-radius: 1em; border: 1px solid var(--line); }
        .verdict-supported { background: var(--established); color: var(--established-ink); }
        .verdict-partlySupported { background: var(--supported); color: var(--supported-ink); }
        .verdict-notSupported { background: var(--card); color: var(--ink); }
        .verdict-contradicted { background: var(--contested); color: var(--contested-ink); }
        .verdict-untestable { background: var(--speculative); color: var(--speculative-ink); }
        .counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; padding: 0; }
        .headlines { list-style: none; padding: 0; } .headlines li { margin: .45rem 0; }
        .claims { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1.2rem; align-items: start; }
        .claim { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1.2rem 1rem; min-width: 0; }
        .claim:target { border-color: var(--link); }
        .claim .panel { border: 0; padding: 0; }
        .claim details table { font-size: .84rem; }
        .scores { font: .92rem/1.5 system-ui, sans-serif; padding-left: 1.2rem; color: var(--soft); }

        """
}
