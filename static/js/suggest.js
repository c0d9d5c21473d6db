// Suggestions under the search box, as a combobox with a list: arrows choose, Enter opens, Escape closes.
// Without this file the box is an ordinary search field.
"use strict";

(() => {
  const box = document.querySelector("input[data-suggest]");
  if (!box) return;
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestLabel);
  list.hidden = true;
  box.closest("form").append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) box.setAttribute(name, value);

  let chosen = -1;
  let asked = "";
  let waiting = 0;

  function close() {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    const options = [...list.children];
    if (!options.length) return;
    chosen = (number + options.length + 1) % (options.length + 1);
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen === options.length) {
      chosen = -1;
      box.removeAttribute("aria-activedescendant");
      return;
    }
    box.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(found) {
    list.replaceChildren(...found.map((line, at) => {
      const option = document.createElement("li");
      const label = document.createElement("span");
      const about = document.createElement("small");
      option.id = `suggestion-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = line.url;
      label.textContent = line.label;
      about.textContent = line.about;
      option.append(label, " ", about);
      return option;
    }));
    chosen = -1;
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(Boolean(found.length)));
  }

  async function ask() {
    const typed = box.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (!typed) return close();
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok || typed !== asked) return;
    const { suggestions } = await answer.json();
    if (typed === asked && document.activeElement === box) show(suggestions);
  }

  box.addEventListener("input", (event) => {
    if (event.isComposing) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => ask().catch(close), 120);
  });
  box.addEventListener("compositionend", () => ask().catch(close));
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : list.children.length + chosen);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) window.location.href = list.children[chosen].dataset.url;
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("li");
    if (!option) return;
    event.preventDefault();
    window.location.href = option.dataset.url;
  });
  box.addEventListener("blur", close);
})();
