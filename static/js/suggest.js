// Suggestions under the search box, as a combobox with a list: arrows move, Enter takes, Escape closes,
// arrow down opens it again.
// A place, topic, agency or representative is gone to, or becomes a condition of the search at hand; a
// phrase fills the box.  Without this file the box is an ordinary search field.
"use strict";

(() => {
  const box = document.querySelector("input[data-suggest]");
  if (!box) return;
  const form = box.form;
  const PAUSE = 120; // milliseconds without typing before the archive is asked

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestLabel);
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  form.append(list, told);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) box.setAttribute(name, value);

  let lines = [];
  let at = -1;
  let asked = "";
  let waiting = 0;

  function close() {
    window.clearTimeout(waiting);
    list.hidden = true;
    at = -1;
    told.textContent = "";
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  // One place more than there are lines: between the last and the first stands the box itself.
  function move(step) {
    const places = lines.length + 1;
    at = (at + 1 + step + places) % places - 1;
    [...list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === at));
    });
    if (at < 0) {
      box.removeAttribute("aria-activedescendant");
    } else {
      box.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  function drawn(line, number) {
    const option = document.createElement("li");
    const label = document.createElement("span");
    const about = document.createElement("small");
    option.id = `suggestion-${number}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    label.textContent = line.label;
    about.textContent = line.about;
    option.append(label, " ", about);
    return option;
  }

  function show(answer) {
    close();
    lines = answer.suggestions;
    list.replaceChildren(...lines.map(drawn));
    list.hidden = !lines.length;
    told.textContent = answer.told;
    box.setAttribute("aria-expanded", String(lines.length > 0));
  }

  // The form stays as it is: a browser shows it again to whoever comes back.
  function addCondition(line) {
    const conditions = new URLSearchParams(new FormData(form));
    conditions.delete(box.name);
    conditions.append(line.facet, line.value);
    window.location.assign(`${form.action}?${conditions}`);
  }

  function take(line) {
    close();
    if (line.facet === "phrase" || line.facet === "box") {
      box.value = asked = line.label;
      box.focus();
    } else if ((box.dataset.suggestAdds || "").split(" ").includes(line.facet)) {
      addCondition(line);
    } else {
      window.location.assign(line.url);
    }
  }

  async function ask() {
    const typed = box.value.trim();
    if (typed === asked) return;
    asked = typed;
    close();
    if (!typed) return;
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) return;
    const found = await answer.json();
    // Meanwhile more may have been typed, if only half of a word in an input method.
    if (typed === asked && typed === box.value.trim() && document.activeElement === box) show(found);
  }

  function askAnew() {
    asked = "";
    ask().catch(close);
  }

  function askSoon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => ask().catch(close), PAUSE);
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: close,
    Enter: () => take(lines[at]),
  };

  // While an input method composes, the letters are not yet words and its keys are its own.
  box.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
  box.addEventListener("compositionend", askSoon);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (list.hidden && event.key === "ArrowDown") askAnew();
    if (list.hidden || !(event.key in KEYS) || (event.key === "Enter" && at < 0)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) take(lines[[...list.children].indexOf(option)]);
  });
  form.addEventListener("submit", () => { asked = ""; close(); });
  box.addEventListener("blur", close);
})();
