// A long list gets shorter while a part of a name is typed; ticked values stay.  Without this file the
// button beside the field asks the server for the same.
"use strict";

(() => {
  const field = document.querySelector("input[data-filter]");
  if (!field) return;
  const told = document.querySelector("[data-filter-told]");
  const said = told.textContent;
  const lines = [...document.getElementById(field.dataset.filter).querySelectorAll("li")];
  field.form.querySelector("button[name=choose]").hidden = true;

  function fits(line, part) {
    const label = line.querySelector(".tick-label");
    return label.textContent.toLowerCase().includes(part) || line.querySelector(":checked") !== null;
  }

  // What lies in a place that fits stays with it; what lies above one that fits stays too.
  function filter() {
    const part = field.value.trim().toLowerCase();
    const kept = new Set();
    for (const line of lines) {
      const above = line.parentElement.closest("li");
      if (fits(line, part) || (kept.has(above) && above.dataset.fits)) {
        kept.add(line);
        line.dataset.fits = "1";
        for (let up = above; up; up = up.parentElement.closest("li")) kept.add(up);
      } else {
        delete line.dataset.fits;
      }
    }
    for (const line of lines) line.hidden = !kept.has(line);
    told.textContent = part ? field.dataset.told.replace("{n}", String(kept.size)) : said;
  }

  field.addEventListener("input", (event) => { if (!event.isComposing) filter(); });
  field.addEventListener("compositionend", filter);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  filter();
})();
