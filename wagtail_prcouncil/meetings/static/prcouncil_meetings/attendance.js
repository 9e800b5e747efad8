// The quorum as it stands while somebody says who came: the server counts, before anything is saved.
const WAIT = 300; // milliseconds after the last answer

for (const told of document.querySelectorAll("[data-prc-quorum]")) {
  const form = told.closest("form");
  let asked = null;
  let timer = 0;

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const answer = await fetch(told.dataset.prcQuorum, {
      method: "POST",
      body: new FormData(form),
      signal: asked.signal,
    });
    if (answer.ok) told.innerHTML = await answer.text();
  }

  form.addEventListener("change", (event) => {
    if (!event.target.name?.startsWith("presence-")) return;
    clearTimeout(timer);
    // Where the server does not answer, what it said before stays; saving tells the truth.
    timer = setTimeout(() => ask().catch(() => {}), WAIT);
  });
}
