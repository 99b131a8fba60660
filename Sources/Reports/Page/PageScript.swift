/// The page's own script: draws the pictures one after the other and keeps their chosen arms alike.
enum PageScript {
    static let text = """
        (function () {
          "use strict";
          const views = [];
          const buttons = Array.from(document.querySelectorAll(".picker button"));
          const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
          let picked = [];

          function tuples(arms) {
            return arms.map(arm => ({ unit: "", fields: [{ type: "E", field: "arm", channel: "color" }], values: [arm] }));
          }

          // The legends' selection lives in the data set "pick_store" of each view.
          function pick(arms, source) {
            if (arms.length === picked.length && arms.every(arm => picked.includes(arm))) return;
            picked = arms;
            for (const button of buttons) {
              button.setAttribute("aria-pressed", String(picked.includes(button.dataset.arm)));
            }
            for (const view of views) {
              if (view !== source) view.data("pick_store", tuples(picked)).runAsync();
            }
          }

          for (const button of buttons) {
            button.addEventListener("click", () => {
              const arm = button.dataset.arm;
              pick(picked.includes(arm) ? picked.filter(other => other !== arm) : picked.concat(arm), null);
            });
          }

          function follow(view) {
            try {
              view.addDataListener("pick_store", (name, rows) => {
                const arms = rows.map(row => row.values[0]);
                setTimeout(() => pick(arms, view));
              });
              views.push(view);
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
                follow(result.view);
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
