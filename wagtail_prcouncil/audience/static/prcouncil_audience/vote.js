// Opens the question in the place of the link to it. Without this file, or when the network fails, the
// link leads to a page with the same form.
const load = async (place, address, options = {}) => {
  const response = await fetch(address, { ...options, headers: { "X-Requested-With": "fetch" } });
  // 400 and 429 are the form with what is wrong with it; anything else is no form.
  if (!response.ok && ![400, 429].includes(response.status)) throw new Error(response.status);
  place.innerHTML = await response.text();
  (place.querySelector("[role=alert], output") ?? place.querySelector("button"))?.focus();
};

const open = place => {
  place.addEventListener("click", async event => {
    const link = event.target.closest("a");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await load(place, link.href).catch(() => location.assign(link.href));
  });
  place.addEventListener("submit", async event => {
    event.preventDefault();
    const form = event.target, body = new FormData(form, event.submitter);
    place.setAttribute("aria-busy", "true");
    // An answer that did not arrive is sent the plain way, which shows what became of it.
    await load(place, form.action, { method: "POST", body }).catch(() => resend(form, event.submitter));
    place.removeAttribute("aria-busy");
  });
};

const resend = (form, { name, value }) => {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.submit();
};

document.querySelectorAll("[data-prc-vote]").forEach(open);
