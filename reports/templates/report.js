"use strict";

// The page is complete without this; it only helps to find one's way.
(() => {
  const toolbar = document.getElementById("toolbar");
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const unfold = document.getElementById("unfold");
  const buttons = [...toolbar.querySelectorAll("[data-filter]")];
  const cards = [...document.querySelectorAll(".card")];
  const rows = [...document.querySelectorAll(".row:not(.heading)")];
  const marks = new Map();
  for (const mark of document.querySelectorAll("mark.claim")) {
    for (const anchor of mark.dataset.claims.split(" ")) {
      marks.set(anchor, [...(marks.get(anchor) ?? []), mark]);
    }
  }
  const marksOf = (card) => marks.get(card.id.slice("claim-".length)) ?? [];
  const wordsOf = new Map();

  function words(card) {
    if (!wordsOf.has(card)) {
      const claim = marksOf(card).map((mark) => mark.textContent).join("");
      wordsOf.set(card, `${claim} ${card.textContent}`.toLowerCase());
    }
    return wordsOf.get(card);
  }

  function filter() {
    const verdicts = buttons
      .filter((button) => button.dataset.filter && button.getAttribute("aria-pressed") === "true")
      .map((button) => button.dataset.filter);
    const sought = search.value.trim().toLowerCase();
    const isFiltered = verdicts.length > 0 || sought !== "";
    let count = 0;
    for (const card of cards) {
      const matches =
        (verdicts.length === 0 || verdicts.includes(card.dataset.verdict)) &&
        (sought === "" || words(card).includes(sought));
      card.hidden = !matches;
      count += matches;
    }
    for (const [anchor, found] of marks) {
      const card = document.getElementById(`claim-${anchor}`);
      for (const mark of found) mark.classList.toggle("quiet", card.hidden);
    }
    for (const row of rows) {
      row.hidden = isFiltered && !row.querySelector(".card:not([hidden])");
    }
    shown.textContent = `${count} of ${cards.length} claims shown`;
  }

  function press(button) {
    const isAll = button.dataset.filter === "";
    if (isAll) {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    } else {
      const isPressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isPressed));
      const isAny = buttons.some(
        (other) => other.dataset.filter && other.getAttribute("aria-pressed") === "true",
      );
      buttons[0].setAttribute("aria-pressed", String(!isAny));
    }
    filter();
  }

  function step(direction) {
    const visible = cards.filter((card) => !card.hidden);
    if (visible.length === 0) return;
    const at = visible.findIndex((card) => card.classList.contains("current"));
    const next = at < 0 ? (direction > 0 ? 0 : visible.length - 1) : at + direction;
    if (next >= 0 && next < visible.length) show(visible[next]);
  }

  function show(card) {
    for (const other of document.querySelectorAll(".current")) other.classList.remove("current");
    for (const element of [card, ...marksOf(card)]) element.classList.add("current");
    card.open = true;
    card.scrollIntoView({ block: "center" });
    card.querySelector("summary").focus({ preventScroll: true });
  }

  function showTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.classList.contains("card")) return;
    if (target.hidden) {
      search.value = "";
      press(buttons[0]);
    }
    show(target);
  }

  for (const button of buttons) button.addEventListener("click", () => press(button));
  search.addEventListener("input", filter);
  unfold.addEventListener("click", () => {
    const isOpen = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(isOpen));
    for (const card of cards) card.open = isOpen;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });
  window.addEventListener("hashchange", showTarget);

  // On paper nothing can be unfolded.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const element of folded) element.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const element of folded) element.open = false;
  });

  toolbar.hidden = false;
  filter();
  showTarget();
})();
