// Asks for other news of the headline that is being typed, half a second after the last key.
// The answer is HTML that the server has rendered; a region that is read out politely holds it.

const PAUSE = 500;

const watch = (region) => {
  const title = document.getElementById("id_title");
  if (!title) return;
  let waiting;
  let asked = title.value;
  let request = new AbortController();

  const ask = async () => {
    if (title.value === asked) return;
    asked = title.value;
    request.abort();
    request = new AbortController();
    const query = new URLSearchParams({ title: asked, page: region.dataset.page });
    try {
      const answer = await fetch(`${region.dataset.prcNamedAlike}?${query}`, {
        signal: request.signal,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (!answer.ok || answer.redirected) return;
      const told = new DOMParser().parseFromString(await answer.text(), "text/html");
      region.replaceChildren(...told.body.children);
    } catch (error) {
      if (error.name !== "AbortError") asked = null; // the next key asks again
    }
  };

  title.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
};

document.querySelectorAll("[data-prc-named-alike]").forEach(watch);
