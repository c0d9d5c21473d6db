// Rows that exist, offered under the field while one types: places, agencies, people.  The browser's own
// list (datalist) shows only what contains the typed letters, and so neither 宁波市 for 甬 nor a second name.
(() => {
  "use strict";
  const page = document.getElementById("review");
  const form = document.getElementById("review-form");
  if (!page || !form) return;
  const offered = ["city", "agency", "co_agencies", "proposers"];
  const single = ["city", "agency"];
  let waiting = 0;
  let open = null; // { field, list, cut, at }

  const nameOf = (field) => (field.name?.endsWith("-proposers") ? "proposers" : field.name);

  form.addEventListener("input", (event) => {
    if (!event.isTrusted || event.isComposing) return;
    later(event.target);
  });
  form.addEventListener("compositionend", (event) => later(event.target));

  function later(field) {
    clearTimeout(waiting);
    close();
    if (offered.includes(nameOf(field))) waiting = setTimeout(() => offer(field).catch(close), 120);
  }

  async function offer(field) {
    const typed = field.value;
    const cut = single.includes(nameOf(field)) ? 0 : 1 + Math.max(...["、", "，", ","].map((mark) => typed.lastIndexOf(mark)));
    const query = new URLSearchParams({ field: nameOf(field), q: typed.slice(cut) });
    const answer = await fetch(`${page.dataset.suggestions}?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const { suggestions } = await answer.json();
    const others = suggestions.filter((words) => words !== typed.slice(cut).trim());
    if (others.length && field.value === typed && document.activeElement === field) show(field, others, cut);
  }

  function show(field, words, cut) {
    close();
    const list = document.createElement("ul");
    list.id = `offers-${field.id}`;
    list.className = "offers";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0]?.textContent.trim() || "");
    list.append(...words.map((each, index) => option(each, `${list.id}-${index}`)));
    field.after(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "true");
    open = { field, list, cut, at: -1 };
    list.scrollIntoView({ block: "nearest" });
  }

  function option(words, id) {
    const item = document.createElement("li");
    item.id = id;
    item.setAttribute("role", "option");
    item.textContent = words;
    // Before the field loses the cursor.
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(words);
    });
    return item;
  }

  function move(by) {
    const items = [...open.list.children];
    open.at = (open.at + by + items.length + 1) % (items.length + 1);
    if (open.at === items.length) open.at = -1;
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === open.at)));
    const chosen = items[open.at];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) open.field.setAttribute("aria-activedescendant", chosen.id);
    else open.field.removeAttribute("aria-activedescendant");
  }

  function take(words) {
    const { field, cut } = open;
    close();
    field.value = field.value.slice(0, cut) + words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    if (!open) return;
    open.field.setAttribute("aria-expanded", "false");
    open.field.removeAttribute("aria-activedescendant");
    open.list.remove();
    open = null;
  }

  form.addEventListener("focusout", close);
  form.addEventListener("keydown", (event) => {
    if (!open || event.target !== open.field || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && open.at >= 0) take(open.list.children[open.at].textContent);
    else return;
    event.preventDefault();
  });
})();
