/// Style of the model book after the common sheet: contents beside the text, formulas, shares as shades.
enum BookStyle {
    static let text = """
        main { max-width: 92rem; display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 3rem; }
        main > .safety, main > footer { grid-column: 1 / -1; max-width: none; margin: 0; width: 100%; }
        main > nav.contents { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; margin: 0;
          padding: 1.6rem 0 2rem; border: 0; font-size: .88rem; line-height: 1.45; }
        nav.contents ul { list-style: none; margin: 0; padding: 0; } nav.contents ul ul { padding-left: .9rem; font-size: .95em; }
        nav.contents li { margin: .28rem 0; } nav.contents a { text-decoration: none; color: var(--ink); }
        nav.contents a:hover { color: var(--link); text-decoration: underline; }
        nav.contents p { margin: 1.1rem 0 .2rem; color: var(--soft); font-size: .78rem; letter-spacing: .06em; text-transform: uppercase; }
        main > .pages { max-width: 66rem; margin: 0; min-width: 0; }
        .pages > section > p, .pages header > *, .component > p, .picture figcaption, .pages > section > ul { max-width: 48rem; }
        .facts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 2rem; font-family: system-ui, sans-serif;
          font-size: .93rem; color: var(--soft); }
        .facts b { color: var(--ink); font-size: 1.5rem; font-weight: 600; display: block; line-height: 1.2; }
        .component { scroll-margin-top: 1rem; } .component.depth-0 { border-top: 1px solid var(--line); margin-top: 3.5rem; }
        .component .component { margin-top: 1.4rem; padding-left: 1.1rem; border-left: 3px solid var(--line); }
        .head { display: flex; align-items: baseline; gap: .9rem; } .component.depth-0 > .head h2 { margin-top: 1.8rem; }
        .lead { color: var(--soft); }
        .equations { margin: .6rem 0 1rem; }
        .equation { padding: .5rem 0 .45rem; border-bottom: 1px solid var(--line); break-inside: avoid; scroll-margin-top: 1rem; }
        .equation > p { margin: .15rem 0 0; font: .84rem/1.4 system-ui, sans-serif; color: var(--soft); }
        .equation math { font-size: 1.06rem; } .equation > p math { font-size: inherit; }
        .start { margin-top: .7rem; }
        .where { display: grid; gap: .35rem; margin: .35rem 0 .2rem 1.6rem; } .where > span { font: .84rem/1.4 system-ui, sans-serif; color: var(--soft); }
        .equation math[display="block"] { margin: 0; width: max-content; text-align: left; }
        math a { color: inherit; text-decoration: none; } math a:hover { color: var(--link); text-decoration: underline; }
        math .place, math .unit { color: var(--soft); font-style: italic; } math .unit { font-size: .82em; font-style: normal; }
        .lines mtd { text-align: left; padding: .25em .1em; } .cases mtd { text-align: left; padding: .15em .6em .15em .2em; }
        .term { font-size: .76rem; color: var(--soft); text-decoration: none; white-space: nowrap; } .term:hover { text-decoration: underline; }
        :target { background: color-mix(in srgb, var(--link) 12%, transparent); }
        .assumed { font-weight: 600; }
        .picture { margin: 1rem 0 1.4rem; } .picture figcaption { display: block; font-size: .93rem; margin-bottom: .7rem; }
        .picture .panels { grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
        .picture .panel { display: grid; grid-row: span 2; grid-template-rows: subgrid; row-gap: .3rem; }
        .picture .panels.of-one { max-width: 40rem; }
        .key { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 0 0 .6rem; padding: 0;
          font: .88rem/1.5 system-ui, sans-serif; }
        .picture .panels.of-three .caption { flex-direction: column; justify-content: start; gap: .35rem; }
        .picture .panels.of-three { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
        .caption { display: flex; justify-content: space-between; align-items: baseline; gap: .6rem; margin-bottom: .3rem; }
        .caption h4 { margin: 0; font-family: system-ui, sans-serif; font-size: .9rem; }
        .heat th, .heat td { padding: .3rem .35rem; } .heat thead th { font-size: .76rem; font-weight: 500; vertical-align: bottom; }
        .heat tbody th { min-width: 13rem; } .heat td.number { text-align: center; } .heat .number { white-space: normal; }
        .share { display: block; min-width: 2.6rem; min-height: 1.5rem; line-height: 1.5rem; border-radius: 4px; text-align: center;
          background: color-mix(in srgb, var(--heat) var(--share), var(--card)); }
        :root { --heat: #e8a33d; } @media screen and (prefers-color-scheme: dark) { :root { --heat: #a8640c; } }
        .pages td:nth-child(4) { min-width: 16rem; } #validation td:nth-child(4), .heat td:nth-child(4), #outputs td:nth-child(4) { min-width: 0; }
        #validation tbody th { width: 52%; }
        @media (max-width: 64rem) {
          main { display: block; } main > nav.contents { position: static; max-height: none; columns: 2; padding: 1rem 0; }
        }
        .works a { overflow-wrap: anywhere; }
        @media (max-width: 44rem) { .heat td:empty { display: none !important; } .heat td.number { text-align: left; } #validation tbody th { width: auto; } }
        @media print {
          main { display: block; } nav.contents { display: none !important; } .component .component { padding-left: 0; border: 0; }
          .heat tbody th { min-width: 9rem; } .heat th, .heat td { padding: .2rem .15rem; }
          .equation math { font-size: .95rem; }
          .share { min-width: 1.6rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .equation .scroll { overflow: visible; }
        }

        """
}
