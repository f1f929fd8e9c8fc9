"use strict";

// Editors' decisions: sent to the program that serves this page, which keeps them.
(() => {
  const dialog = document.getElementById("deciding");
  const form = document.getElementById("decision");
  const problem = document.getElementById("deciding-problem");
  const token = new URLSearchParams(location.search).get("token");
  let chosen = null;

  function open(button) {
    const card = button.closest(".card");
    chosen = { path: button.dataset.path, claim_id: button.dataset.claim, anchor: card.id };
    form.reset();
    problem.textContent = "";
    const marks = document.querySelectorAll("mark.claim");
    const own = card.id.slice("claim-".length);
    document.getElementById("deciding-claim").textContent = [...marks]
      .filter((mark) => mark.dataset.claims.split(" ").includes(own))
      .map((mark) => mark.textContent)
      .join("");
    dialog.showModal();
  }

  async function send(ruling) {
    const { note, url, passage } = form.elements;
    const answer = await fetch("/decisions", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Citewatch-Token": token },
      body: JSON.stringify({
        path: chosen.path,
        claim_id: chosen.claim_id,
        ruling,
        note: note.value,
        url: url.value,
        passage: passage.value,
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async function decide(ruling) {
    try {
      await send(ruling);
    } catch (error) {
      problem.textContent = error.message;
      return;
    }
    dialog.close();
    location.hash = chosen.anchor;
    location.reload();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.decide");
    if (button) open(button);
  });
  for (const button of form.querySelectorAll("[data-ruling]")) {
    button.addEventListener("click", () => decide(button.dataset.ruling));
  }
  document.getElementById("undecided").addEventListener("click", () => dialog.close());
})();
