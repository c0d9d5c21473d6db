// Adding, moving and removing measures and figures in place.  Without this script the same is done by
// the empty rows, the numbers of order and the ticks that the page then shows.
(() => {
  "use strict";
  const form = document.getElementById("review-form");
  const cards = document.getElementById("cards");
  if (!form || !cards || form.querySelector("fieldset.all")?.disabled) return;
  form.classList.add("scripted");

  const total = (prefix) => form.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);

  function blank(prefix) {
    const number = Number(total(prefix).value);
    const html = document.getElementById(prefix === "measures" ? "blank-measure" : "blank-figure").innerHTML;
    const holder = document.createElement("div");
    holder.innerHTML = html.replaceAll("__prefix__", String(number));
    total(prefix).value = String(number + 1);
    return { row: holder.firstElementChild, number };
  }

  function rowNumber(card) {
    return card.querySelector("[name$='-heading']").name.split("-")[1];
  }

  function addMeasure() {
    const { row } = blank("measures");
    cards.append(row);
    row.querySelector("details").open = true;
    show(row);
    renumber();
    row.querySelector("[name$='-heading']").focus();
    return row;
  }

  function addFigure(card) {
    const { row, number } = blank("figures");
    row.querySelector(`[name="figures-${number}-measure"]`).value = rowNumber(card);
    card.querySelector(".figures").append(row);
    row.querySelector("[name$='-text']").focus();
  }

  function move(card, up) {
    const other = up ? card.previousElementSibling : card.nextElementSibling;
    if (!other) return;
    if (up) other.before(card);
    else other.after(card);
    renumber();
    card.scrollIntoView({ block: "nearest" });
  }

  function renumber() {
    let place = 0;
    for (const card of cards.children) {
      card.querySelector("[name$='-place']").value = String(++place);
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show(scope) {
    scope.querySelectorAll("[hidden][data-do], #add-measure[hidden]").forEach((button) => { button.hidden = false; });
    scope.querySelectorAll(".cell-place").forEach((cell) => { cell.hidden = true; });
    scope.querySelectorAll(".figure-empty").forEach((row) => row.remove());
  }

  // The last card is the empty one for those without script.
  function dropEmptyCards() {
    for (const card of [...cards.children]) {
      const said = card.querySelector("[name$='-heading']").value || card.querySelector("[name$='-text']").value;
      if (!said && !card.querySelector(".errorlist")) card.remove();
    }
  }

  form.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (event.target.id === "add-measure") addMeasure();
    if (!card) return;
    if (event.target.dataset.do === "add-figure") addFigure(card);
    if (event.target.dataset.do === "up") move(card, true);
    if (event.target.dataset.do === "down") move(card, false);
  });

  form.addEventListener("keydown", (event) => {
    const card = event.target.closest(".card");
    if (card && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(card, event.key === "ArrowUp");
      event.target.focus();
    }
  });

  // What a closed card says of the fields inside it.
  function retell(card) {
    const field = (name) => card.querySelector(`[name^="measures-"][name$="-${name}"]`);
    const phase = card.querySelector(".phase");
    const heading = card.querySelector(".card-heading");
    heading.textContent = field("heading").value || heading.dataset.empty;
    card.querySelector(".card-marker").textContent = field("marker").value;
    phase.textContent = phase.dataset[field("phase").value];
    phase.className = `phase phase-${field("phase").value}`;
    card.classList.toggle("going", field("DELETE").checked);
  }

  form.addEventListener("input", (event) => {
    const card = event.target.closest?.(".card");
    if (card) retell(card);
  });

  // After fields were filled from elsewhere: the cards stand by their numbers and say what is in them.
  function arrange() {
    const place = (card) => Number(card.querySelector("[name$='-place']").value || Infinity);
    cards.append(...[...cards.children].sort((one, other) => place(one) - place(other) || 0));
    [...cards.children].forEach(retell);
  }

  show(form);
  dropEmptyCards();
  arrange();
  window.replyRows = { addMeasure, addFigure, arrange, total, cards };
})();
