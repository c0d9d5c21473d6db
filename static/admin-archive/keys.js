// Ctrl+S saves; Ctrl+Enter publishes, for those who may; Alt+N goes on to the next draft.
// Not deferred: the cursor is in a field before the rest of the page is there, and a key pressed then waits for it.
(() => {
  "use strict";
  const buttons = { s: "save", enter: "publish" };

  function onceThere(act) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
    else act();
  }

  function press(does) {
    const button = document.querySelector(`#review-form .bar [value=${does}]:enabled`);
    if (button) button.form.requestSubmit(button);
  }

  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (event.altKey && key === "n") onceThere(() => document.getElementById("following")?.click());
    if (!(event.ctrlKey || event.metaKey) || !buttons[key]) return;
    event.preventDefault();
    onceThere(() => press(buttons[key]));
  });
})();
