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
        .headlines { list-style: none; padding: 0; }
        .headlines li { margin: .45rem 0; display: grid; grid-template-columns: 10.6rem 1fr; gap: .8rem; align-items: baseline; }
        .headlines .verdict { justify-self: start; }
        .claim { border-top: 1px solid var(--line); } .claims { border-bottom: 1px solid var(--line); }
        .claim > summary { display: flex; gap: .8rem; align-items: baseline; padding: .6rem .2rem; color: var(--ink); list-style: none; }
        .claim > summary::-webkit-details-marker { display: none; }
        .claim > summary .verdict { flex: 0 0 10.6rem; text-align: left; }
        .claim > summary h3 { margin: 0; font-size: 1.02rem; font-weight: 500; flex: 1; }
        .claim > summary::after { content: "+"; color: var(--soft); font: 1.1rem/1 system-ui, sans-serif; }
        .claim[open] > summary::after { content: "–"; } .claim[open] > summary h3 { font-weight: 600; }
        .claim:target > summary { box-shadow: inset 3px 0 0 var(--link); padding-left: .8rem; }
        .claim[open] { padding-bottom: 1rem; }
        .claim .panel { margin: .8rem 0; }
        .claim .chart .mark-text text { fill: var(--ink); }
        .forest .chart .mark-text text { paint-order: stroke; stroke: var(--card); stroke-width: 5px; }
        .claim .tests table { font-size: .84rem; }
        .scores { font: .92rem/1.5 system-ui, sans-serif; padding-left: 1.2rem; color: var(--soft); }
        @media (max-width: 44rem) { .headlines li { grid-template-columns: 1fr; gap: .2rem; } .claim > summary { flex-wrap: wrap; gap: .3rem .8rem; } .claim > summary h3 { flex: 1 0 80%; } }
        @media print {
          details::details-content { content-visibility: visible; block-size: auto; }
          .claim > summary::after, .claim[open] > summary::after { content: ""; } .claim .panel { break-inside: avoid; }
          .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
