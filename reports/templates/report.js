"use strict";

// The page is complete without this; it only helps to find one's way.
(() => {
  const byId = (id) => document.getElementById(id);
  const toolbar = byId("toolbar");
  const search = byId("search");
  const shown = byId("shown");
  const unfold = byId("unfold");
  const reset = byId("reset");
  const help = byId("help");
  const buttons = [...toolbar.querySelectorAll("[data-filter]")];
  const choices = [...toolbar.querySelectorAll("[data-choice]")];
  const cards = [...document.querySelectorAll(".card")];
  const rows = [...document.querySelectorAll(".row:not(.heading)")];
  const marks = new Map();
  for (const mark of document.querySelectorAll("mark.claim")) {
    for (const anchor of mark.dataset.claims.split(" ")) {
      const found = marks.get(anchor);
      if (found) found.push(mark);
      else marks.set(anchor, [mark]);
    }
  }
  const marksOf = (card) => marks.get(card.id.slice("claim-".length)) ?? [];
  const wordsOf = new Map();
  let current = null;

  // Read only when somebody searches: a large report has a novel's worth of words.
  function words(card) {
    if (!wordsOf.has(card)) {
      const claim = marksOf(card).map((mark) => mark.textContent).join("");
      wordsOf.set(card, `${claim} ${card.textContent}`.toLowerCase());
    }
    return wordsOf.get(card);
  }

  // A section is a text, the others are lists of words.
  function isChosen(card, choice) {
    const value = choice.value;
    if (value === "") return true;
    const own = card.dataset[choice.dataset.choice];
    return choice.dataset.choice === "section" ? own === value : own.split(" ").includes(value);
  }

  function pressedVerdicts() {
    return buttons
      .filter((button) => button.dataset.filter && button.getAttribute("aria-pressed") === "true")
      .map((button) => button.dataset.filter);
  }

  function filter() {
    const verdicts = pressedVerdicts();
    const sought = search.value.trim().toLowerCase();
    const chosen = choices.filter((choice) => choice.value !== "");
    const isFiltered = verdicts.length > 0 || sought !== "" || chosen.length > 0;
    const rowsShown = new Set();
    let count = 0;
    for (const card of cards) {
      const matches =
        (verdicts.length === 0 || verdicts.includes(card.dataset.verdict)) &&
        chosen.every((choice) => isChosen(card, choice)) &&
        (sought === "" || words(card).includes(sought));
      if (card.hidden === matches) {
        card.hidden = !matches;
        for (const mark of marksOf(card)) mark.classList.toggle("quiet", !matches);
      }
      if (matches) {
        count += 1;
        if (isFiltered) rowsShown.add(card.closest(".row"));
      }
    }
    for (const row of rows) row.hidden = isFiltered && !rowsShown.has(row);
    reset.hidden = !isFiltered;
    shown.textContent = shown.dataset.words
      .replace("{count}", count.toLocaleString("en"))
      .replace("{total}", cards.length.toLocaleString("en"));
  }

  function press(button) {
    if (button.dataset.filter === "") {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    } else {
      const isPressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isPressed));
      buttons[0].setAttribute("aria-pressed", String(pressedVerdicts().length === 0));
    }
    filter();
  }

  function showAll() {
    search.value = "";
    for (const choice of choices) choice.value = "";
    press(buttons[0]);
  }

  function step(direction) {
    const visible = cards.filter((card) => !card.hidden);
    if (visible.length === 0) return;
    const at = visible.indexOf(current);
    const next = at < 0 ? (direction > 0 ? 0 : visible.length - 1) : at + direction;
    if (next >= 0 && next < visible.length) show(visible[next]);
  }

  function show(card) {
    if (current) {
      for (const element of [current, ...marksOf(current)]) element.classList.remove("current");
    }
    current = card;
    for (const element of [card, ...marksOf(card)]) element.classList.add("current");
    card.open = true;
    card.scrollIntoView({ block: "center" });
    card.querySelector("summary").focus({ preventScroll: true });
  }

  function showTarget() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target?.classList.contains("card")) return;
    if (target.hidden) showAll();
    show(target);
  }

  for (const button of buttons) button.addEventListener("click", () => press(button));
  for (const choice of choices) choice.addEventListener("change", filter);
  search.addEventListener("input", filter);
  reset.addEventListener("click", showAll);
  byId("keys").addEventListener("click", () => help.showModal());
  byId("close").addEventListener("click", () => help.close());
  unfold.addEventListener("click", () => {
    const isOpen = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(isOpen));
    for (const card of cards) card.open = isOpen;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const { target, key } = event;
    if (target.matches?.("input, select, textarea")) {
      if (key === "Escape") target.blur();
      return;
    }
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "?") help.showModal();
    else if (key === "Escape" && !reset.hidden) showAll();
    else if (key === "Enter" && current && target === document.body) current.open = !current.open;
    else if (key === "/") {
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
