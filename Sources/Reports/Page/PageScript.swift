/// The page's own script: draws the pictures one after the other and keeps their chosen arms alike.
enum PageScript {
    static let text = """
        (function () {
          "use strict";
          const views = [];
          const buttons = Array.from(document.querySelectorAll(".picker button"));
          const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
          const picked = new Map();

          function tuples(arms) {
            return arms.map(arm => ({ unit: "", fields: [{ type: "E", field: "arm", channel: "color" }], values: [arm] }));
          }

          // Pictures of one group have the same arms; without a group they are those of the page, which the buttons choose.
          function group(place) {
            return place.closest("[data-group]") || document.body;
          }

          // The legends' selection lives in the data set "pick_store" of each view.
          function pick(arms, group, source) {
            const before = picked.get(group) || [];
            if (arms.length === before.length && arms.every(arm => before.includes(arm))) return;
            picked.set(group, arms);
            if (group === document.body) {
              for (const button of buttons) {
                button.setAttribute("aria-pressed", String(arms.includes(button.dataset.arm)));
              }
            }
            for (const other of views) {
              if (other.group === group && other.view !== source) {
                other.view.data("pick_store", tuples(arms)).runAsync();
              }
            }
          }

          for (const button of buttons) {
            button.addEventListener("click", () => {
              const arm = button.dataset.arm;
              const before = picked.get(document.body) || [];
              pick(before.includes(arm) ? before.filter(other => other !== arm) : before.concat(arm), document.body, null);
            });
          }

          function follow(view, group) {
            try {
              view.addDataListener("pick_store", (name, rows) => {
                const arms = rows.map(row => row.values[0]);
                setTimeout(() => pick(arms, group, view));
              });
              views.push({ view, group });
            } catch (error) {
              // Pictures of the end have no legend to choose from.
            }
          }

          function isFolded(place) {
            return place.closest("details:not([open])") !== null;
          }

          // What can be seen comes first; a picture in a fold gets its width when the fold opens.
          async function draw() {
            const places = Array.from(document.querySelectorAll(".chart"));
            for (const place of places.filter(place => !isFolded(place)).concat(places.filter(isFolded))) {
              try {
                const specification = JSON.parse(document.getElementById(place.id + "-spec").textContent);
                const result = await vegaEmbed(place, specification, {
                  mode: "vega-lite",
                  renderer: "svg",
                  tooltip: { theme: isDark ? "dark" : "light" },
                  downloadFileName: "patency-" + place.id,
                  actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false }
                });
                follow(result.view, group(place));
              } catch (error) {
                place.dataset.failed = "yes";
                place.textContent = "This picture could not be drawn; the tables hold the values at the end.";
                console.error(place.id, error);
              }
            }
            document.documentElement.dataset.drawn = "yes";
          }

          function fit() {
            dispatchEvent(new Event("resize"));
          }
          document.addEventListener("toggle", event => { if (event.target.open) fit(); }, true);

          // A link to what is folded away unfolds it.
          function unfold() {
            const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
            if (!place) return;
            for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
            place.scrollIntoView();
          }
          addEventListener("hashchange", unfold);

          // Paper cannot be unfolded.
          let unfolded = [];
          addEventListener("beforeprint", () => {
            unfolded = Array.from(document.querySelectorAll("main details:not([open])")).filter(fold => !fold.closest(".chart"));
            for (const fold of unfolded) fold.open = true;
            fit();
          });
          addEventListener("afterprint", () => {
            for (const fold of unfolded) fold.open = false;
          });

          unfold();
          draw();
        })();
        """
}
