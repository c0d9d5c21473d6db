// Small conveniences; every page is whole without them.
"use strict";

// There before anything is said, as a reader of screens listens only to what it knows.
const box = document.createElement("p");
box.className = "said";
box.setAttribute("role", "status");
document.body.append(box);

function announce(text) {
  box.textContent = text;
  box.classList.add("said-now");
  window.setTimeout(() => box.classList.remove("said-now"), 4000);
}

// A link to a paragraph: copied instead of followed, where the browser lets a page copy.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-copy]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  const address = link.href;
  navigator.clipboard.writeText(address).then(
    () => announce(link.dataset.copied),
    () => { window.location.href = address; }
  );
});

// What only copies, and the print button, are there only where they do something.
for (const link of navigator.clipboard ? document.querySelectorAll("a[data-copy][hidden]") : []) link.hidden = false;

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Paper carries the moment of printing, not that of loading.
window.addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-printed-at]")) {
    place.textContent = new Date().toLocaleString(document.documentElement.lang);
  }
});

// A choice or a switch leads to the same page anew.  Who made it by keyboard finds the focus where it was.
const KEPT = "focus";
const GROUPS = ".facet, .switches form, .elder-bar";

function nameOf(group) {
  return group.getAttribute("aria-labelledby") || `${group.getAttribute("action")} ${group.className}`;
}

function labelOf(control) {
  return (control.querySelector(".choice-label") || control).textContent.trim();
}

function focusAgain() {
  const kept = JSON.parse(window.sessionStorage.getItem(KEPT));
  window.sessionStorage.removeItem(KEPT);
  if (!kept || kept.path !== window.location.pathname) return;
  const group = [...document.querySelectorAll(GROUPS)].find((each) => nameOf(each) === kept.group);
  const controls = group ? [...group.querySelectorAll("a, button")].filter((each) => each.checkVisibility()) : [];
  const same = controls.find((each) => labelOf(each) === kept.label) || controls[0];
  if (same) same.focus();
}

document.addEventListener("click", (event) => {
  const control = event.target.closest("a, button");
  const group = control && event.detail === 0 && control.closest(GROUPS); // a key makes a click without a pointer
  if (!group) return;
  const kept = { path: window.location.pathname, group: nameOf(group), label: labelOf(control) };
  window.sessionStorage.setItem(KEPT, JSON.stringify(kept));
});

focusAgain();
