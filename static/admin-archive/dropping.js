// A file may be dropped anywhere on the page; it is handed in by the button, as a chosen one is.
(() => {
  "use strict";
  const input = document.querySelector(".intake input[type=file]");
  if (!input) return;
  const over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return false;
    event.preventDefault();
    return true;
  };
  document.addEventListener("dragover", (event) => document.body.classList.toggle("dropping", over(event)));
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!over(event)) return;
    input.files = event.dataTransfer.files;
    document.querySelector(".intake button[type=submit]").focus();
  });
})();
