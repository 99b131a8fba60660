/// The page's style sheet: calm paper and ink, light and dark, narrow screens and print.
enum PageStyle {
    static let text = colors + page + tables + pictures + narrow + print

    private static let light = """
          --paper: #fbfaf7; --card: #ffffff; --ink: #20242c; --soft: #555c68; --line: #e3e1da; --link: #0b5a8f;
          --warn-paper: #fff4dc; --warn-line: #b86e00; --warn-ink: #3f2a05;
          --established: #d5ece2; --established-ink: #084a36; --supported: #d8e8f6; --supported-ink: #0a3f68;
          --contested: #fce6bd; --contested-ink: #663c00; --speculative: #ecdff3; --speculative-ink: #52236f;

        """

    private static let colors = """
        :root {
        \(light)}
        @media screen and (prefers-color-scheme: dark) {
          :root {
          --paper: #14171c; --card: #1b1f26; --ink: #e8e6e1; --soft: #a9b0bb; --line: #343a44; --link: #7cc0f0;
          --warn-paper: #33280f; --warn-line: #e0a030; --warn-ink: #f8e7c4;
          --established: #123d30; --established-ink: #a9e6cf; --supported: #143551; --supported-ink: #b5daf8;
          --contested: #4a3208; --contested-ink: #fbd999; --speculative: #3d2450; --speculative-ink: #e2c6f5;
          }
        }

        """

    private static let page = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
          font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Source Serif 4", "Iowan Old Style", Georgia, "DejaVu Serif", serif; }
        main { max-width: 74rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
        main > * { max-width: 52rem; margin-left: auto; margin-right: auto; }
        main > .wide { max-width: none; }
        .wide > h2, .wide > p, .wide > h3, .wide > .picker, .wide > details { max-width: 52rem; margin-left: auto; margin-right: auto; }
        h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
        h1 { font-size: 2rem; margin: 2rem 0 1rem; }
        h2 { font-size: 1.4rem; margin: 3.2rem 0 .8rem; }
        h3 { font-size: 1.12rem; margin: 1.6rem 0 .3rem; }
        h4 { font-size: .98rem; margin: .9rem 0 .2rem; }
        p { margin: .5rem 0 .9rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        small, .quiet, nav, .badge, .unit, table, dl, .picker, figcaption, .chart, footer, summary, .grades
          { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
        .quiet { color: var(--soft); font-size: .92rem; margin-top: 0; }
        .safety { background: var(--warn-paper); color: var(--warn-ink); border-left: 5px solid var(--warn-line);
          border-radius: 6px; padding: .9rem 1.2rem; }
        .safety h2 { margin: 0 0 .3rem; font-size: 1.12rem; }
        .safety ul { margin: 0; padding-left: 1.2rem; }
        .safety li { margin: .25rem 0; }
        .answer { font-size: 1.16rem; }
        .answer ul { margin: 0; padding-left: 1.2rem; } .answer li { margin: .3rem 0; }
        .note { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .6rem 1rem; }
        nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; font-size: .92rem; padding: .6rem 0;
          border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        .question { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; }
        .question h2 { font-size: 1.12rem; margin-top: 1.6rem; }
        dl { margin: 0; font-size: .93rem; }
        dl > div { display: grid; grid-template-columns: minmax(8rem, 11rem) 1fr; gap: .8rem; padding: .3rem 0;
          border-bottom: 1px solid var(--line); }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        .question > div:last-child dl > div { grid-template-columns: 1fr 1fr; }
        .question > div:last-child dt { color: var(--ink); font-weight: 600; }
        .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin-right: .5em;
          vertical-align: -.05em; }
        .stroke { margin-right: .5em; vertical-align: .05em; }
        dd small { display: block; color: var(--soft); margin-top: .2rem; }
        .badge { display: inline-block; white-space: nowrap; font-size: .8rem; font-weight: 600; line-height: 1;
          padding: .32em .6em; border-radius: 1em; }
        .dots { letter-spacing: .08em; font-size: .72em; vertical-align: .08em; margin-right: .2em; }
        .badge.established { background: var(--established); color: var(--established-ink); }
        .badge.supported { background: var(--supported); color: var(--supported-ink); }
        .badge.contested { background: var(--contested); color: var(--contested-ink); }
        .badge.speculative { background: var(--speculative); color: var(--speculative-ink); }
        .grades { list-style: none; padding: 0; margin: .5rem 0 1.2rem; font-size: .9rem; color: var(--soft);
          display: grid; grid-template-columns: repeat(auto-fit, minmax(21rem, 1fr)); gap: .35rem 1.2rem; }
        #limits li, .works li { margin: .45rem 0; }
        .works { font-size: .95rem; }
        details.arm { border-top: 1px solid var(--line); }
        details.arm > summary h3 { display: inline-block; margin: .5rem 0; color: var(--ink); }
        details > summary { cursor: pointer; font-size: .93rem; padding: .4rem 0; color: var(--link); }
        footer { margin-top: 4rem; font-size: .85rem; color: var(--soft); }

        """

    private static let tables = """
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; line-height: 1.4; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        thead th { text-align: left; font-weight: 600; color: var(--soft); font-size: .84rem;
          border-bottom: 2px solid var(--line); }
        th, td { padding: .55rem 1.1rem .55rem 0; vertical-align: top; text-align: left; }
        tbody tr { border-bottom: 1px solid var(--line); }
        tbody th { font-weight: 500; }
        .number { text-align: right; white-space: nowrap; }
        table small { display: block; color: var(--soft); font-weight: 400; font-size: .91em; }
        .arm table th:first-child { width: 34%; }
        .arm td:last-child { width: 30%; }
        .arm td:last-child small { margin-top: .25rem; }
        .arm td:not(:last-child), .arm thead th:not(:last-child) { padding-right: 1.6rem; }
        #glance tbody th { min-width: 16rem; } #glance td, #glance th { padding-right: .8rem; }
        .words { white-space: normal; max-width: 13rem; margin-left: auto; }
        .told .words { color: var(--ink); font-weight: 600; }
        .untold b { font-weight: 400; }
        .unit { color: var(--soft); }
        .missed { color: var(--contested-ink); background: var(--contested); padding: .1em .4em; border-radius: .4em; }
        code { font-size: .88em; overflow-wrap: anywhere; }

        """

    private static let pictures = """
        .picker { display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem auto 1.2rem; position: sticky; top: 0;
          background: var(--paper); padding: .5rem 0; z-index: 2; }
        .picker button { font: inherit; font-size: .92rem; color: var(--ink); background: var(--card);
          border: 1px solid var(--line); border-radius: 2em; padding: .3rem .9rem; cursor: pointer; }
        .picker button[aria-pressed="true"] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
        .panels, .ends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1.2rem; }
        .panel { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
          padding: 1rem 1.1rem .8rem; min-width: 0; break-inside: avoid; }
        figcaption { display: flex; justify-content: space-between; align-items: baseline; gap: .8rem; margin-bottom: .3rem; }
        figcaption h3, figcaption h4 { margin: 0; }
        .panel .quiet { font-size: .86rem; margin: 0 0 .4rem; }
        .panel > h4 { font-family: system-ui, sans-serif; font-size: .86rem; color: var(--soft); font-weight: 600; }
        .chart { width: 100%; min-height: 3rem; }
        .chart.vega-embed.has-actions { display: block; padding-right: 0; }
        .chart svg.marks { max-width: 100%; height: auto; }
        .chart .role-axis-label text, .chart .role-axis-title text { fill: var(--soft); }
        .chart .role-legend-label text { fill: var(--ink); cursor: pointer; }
        .chart .role-axis-grid line { stroke: var(--line); }
        .chart .role-axis-domain line { stroke: var(--soft); }
        .chart path[fill="white"] { fill: var(--card); }
        .chart.vega-embed summary { opacity: .25; padding: .1rem; }
        .chart.vega-embed:hover summary, .chart.vega-embed summary:focus-visible { opacity: 1; }

        """

    private static let narrow = """
        @media (max-width: 44rem) {
          body { font-size: 1rem; }
          main { padding: 1rem .9rem 3rem; }
          h1 { font-size: 1.55rem; } .answer { font-size: 1.05rem; }
          .question { grid-template-columns: 1fr; }
          .grades { grid-template-columns: 1fr; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tbody tr { display: block; padding: .6rem 0; }
          tbody tr th:first-child, .arm tbody tr th:first-child { display: block; width: auto; padding: .15rem 0; font-weight: 600; }
          tbody tr td, tbody tr td.number, .arm tbody tr td:not(:first-child) { display: grid; grid-template-columns: 6.5rem 1fr; gap: .6rem;
            width: auto; padding: .15rem 0; text-align: left; white-space: normal; }
          tbody td::before { content: attr(data-title); color: var(--soft); font-size: .84rem; }
          .words { margin-left: 0; max-width: none; } #glance tbody th { min-width: 0; }
          td > .badge { justify-self: start; } .picker { position: static; }
        }

        """

    private static let print = """
        @media print {
          :root { --paper: #ffffff; font-size: 9.5pt; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          main > * { max-width: none; }
          nav, .onscreen, .vega-embed summary { display: none !important; }
          .picker { position: static; padding: 0; } .picker button { border: 0; background: none; padding: 0 .8rem 0 0; }
          .panels, .ends { grid-template-columns: 1fr 1fr; gap: .6rem; }
          tr { break-inside: avoid; }
          h2, h3, figcaption { break-after: avoid; }
          .scroll { overflow: visible; }
          .vega-embed canvas, .vega-embed svg { max-height: 21cm; object-fit: contain; object-position: left top; }
          table { font-size: 8.5pt; } thead th { font-size: 8pt; } td, th { padding-right: .5rem; } .number { white-space: normal; }
          #glance tbody th { min-width: 0; } .question { gap: 0 1.6rem; }
          a { color: inherit; }
          .badge, .safety, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
