// What is typed is kept in this tab until it is saved: a crash, a closed lid or a session that ended
// loses nothing.  sessionStorage ends with the tab, so nothing stays on a shared machine.
(() => {
  "use strict";
  const page = document.getElementById("review");
  const form = document.getElementById("review-form");
  const told = document.getElementById("told");
  if (!page || !form || form.querySelector("fieldset.all")?.disabled) return;
  const key = `reply-${page.dataset.reply}`;
  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "typed_seal", "answer", "do"]);

  const entries = () => [...new FormData(form)].filter(([name, value]) => !LEFT_OUT.has(name) && typeof value === "string");
  const asShown = JSON.stringify(entries());

  if (page.dataset.saved === "yes") sessionStorage.removeItem(key);
  // What the server gives back as typed is newer than what is kept here.
  if (page.dataset.typed === "yes") sessionStorage.setItem(key, asShown);
  const kept = sessionStorage.getItem(key);
  if (kept && kept !== asShown) restore(JSON.parse(kept));

  function restore(saved) {
    addMissingRows(saved);
    const byName = new Map();
    for (const [name, value] of saved) byName.set(name, [...(byName.get(name) || []), value]);
    for (const field of form.elements) {
      if (!field.name || LEFT_OUT.has(field.name)) continue;
      const values = byName.get(field.name);
      if (field.type === "checkbox") field.checked = Boolean(values?.includes(field.value));
      else if (values) field.value = values[0];
    }
    window.replyRows?.arrange();
    offerToForget();
  }

  function addMissingRows(saved) {
    const rows = window.replyRows;
    if (!rows) return;
    const values = new Map(saved);
    const measures = Number(values.get("measures-TOTAL_FORMS") || 0);
    while (Number(rows.total("measures").value) < measures) rows.addMeasure();
    const figures = Number(values.get("figures-TOTAL_FORMS") || 0);
    while (Number(rows.total("figures").value) < figures) {
      const row = values.get(`figures-${rows.total("figures").value}-measure`);
      const heading = form.querySelector(`[name="measures-${row}-heading"]`);
      rows.addFigure(heading ? heading.closest(".card") : rows.cards.lastElementChild);
    }
  }

  function offerToForget() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = page.dataset.toldForget;
    button.addEventListener("click", () => {
      sessionStorage.removeItem(key);
      window.location.reload();
    });
    told.replaceChildren(page.dataset.toldRestored, " ", button);
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      sessionStorage.setItem(key, JSON.stringify(entries()));
      told.textContent = page.dataset.toldKept;
    }, 300);
  });
})();
