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
