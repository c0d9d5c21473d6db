// The original beside the form: a field lights the place it was read from, and words selected in the
// original go into the field one was in last.
(() => {
  "use strict";
  const page = document.getElementById("review");
  const original = document.getElementById("original");
  const form = document.getElementById("review-form");
  const told = document.getElementById("told");
  if (!page || !original || !form) return;
  let lastField = null;

  const isWritable = (field) =>
    field.matches("input:not([type=checkbox]):not([type=hidden]):not([type=submit]), textarea");

  function light(keys) {
    original.querySelectorAll(".lit").forEach((place) => place.classList.remove("lit"));
    const wanted = (keys || "").split(" ").filter(Boolean);
    let first = null;
    for (const key of wanted) {
      for (const place of original.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`)) {
        place.classList.add("lit");
        first = first || place;
      }
    }
    if (first) showInPane(first);
  }

  function showInPane(place) {
    const box = original.getBoundingClientRect();
    const at = place.getBoundingClientRect();
    if (at.top < box.top + 20 || at.bottom > box.bottom - 40) {
      original.scrollTop += at.top - box.top - box.height / 3;
    }
  }

  // A card that is closed shows its place as well as the fields inside it do.
  const placed = (field) => field.closest("[data-keys]") || field.closest(".card")?.querySelector("[data-keys]");

  function follow(field) {
    const row = placed(field);
    if (row) light(row.dataset.keys);
    // Not the field before: what she is in now is a choice or a tick, which words do not fill.
    lastField = isWritable(field) ? field : null;
  }

  // Whoever goes from field to field by keyboard need not stop at what shows the same.
  form.querySelectorAll(".row-where .where, .card > .where").forEach((link) => { link.tabIndex = -1; });

  form.addEventListener("focusin", (event) => follow(event.target));
  // The page may open with the cursor in a field already.
  if (form.contains(document.activeElement)) follow(document.activeElement);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.where");
    if (!link) return;
    const row = placed(link);
    const key = decodeURIComponent(link.hash.slice(1));
    event.preventDefault();
    light(key.startsWith("hint-") || !row ? key : row.dataset.keys || key);
  });

  // The button may be let go anywhere; what counts is where the words stand.
  let selecting = false;
  original.addEventListener("mousedown", () => { selecting = true; });
  document.addEventListener("mouseup", () => {
    if (selecting) fillFromSelection();
    selecting = false;
  });
  original.addEventListener("keyup", (event) => {
    if (event.key === "Enter") fillFromSelection();
  });

  function fillFromSelection() {
    const words = String(window.getSelection()).trim();
    if (!words || !lastField || lastField.disabled || !document.contains(lastField)) return;
    const single = lastField.matches("textarea") ? words : words.replace(/\s*\n\s*/g, "");
    lastField.focus({ preventScroll: false });
    lastField.select();
    // insertText keeps the browser's own undo, so that Ctrl+Z brings the old value back.
    if (!document.execCommand("insertText", false, single)) lastField.value = single;
    lastField.dispatchEvent(new Event("input", { bubbles: true }));
    told.textContent = page.dataset.toldFilled;
  }
})();
