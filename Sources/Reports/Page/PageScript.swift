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

          async function draw() {
            for (const place of document.querySelectorAll(".chart")) {
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

          // Paper cannot be unfolded.
          addEventListener("beforeprint", () => {
            for (const fold of document.querySelectorAll("main details")) {
              if (!fold.closest(".chart")) fold.open = true;
            }
          });

          draw();
        })();
        """
}
