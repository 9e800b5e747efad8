// Shows the next comments below those that are there, and the other order in their place. Without this
// file, or when the network fails, the links lead to pages with the same.
const windowAt = async address => {
  const response = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
  if (!response.ok) throw new Error(response.status);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content;
};

const focus = element => {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
};

// The new comments come into the list that is there; the link makes way for that of the next window.
const append = (place, fresh) => {
  const list = place.querySelector(".prc-thread"), added = [...fresh.querySelector(".prc-thread").children];
  const link = place.querySelector("[data-prc-onward]"), next = fresh.querySelector("[data-prc-onward]");
  list.append(...added);
  if (next) link.replaceWith(next);
  else link.parentElement.remove();
  focus(added[0]);
};

const replace = (place, fresh) => {
  place.replaceChildren(...fresh.childNodes);
  place.querySelector(".prc-switch [aria-current]")?.focus();
};

const listen = place => place.addEventListener("click", async event => {
  const link = event.target.closest("[data-prc-onward], .prc-switch a");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  place.setAttribute("aria-busy", "true");
  try {
    const fresh = await windowAt(link.href);
    (link.matches("[data-prc-onward]") ? append : replace)(place, fresh);
  } catch {
    location.assign(link.href);
  }
  place.removeAttribute("aria-busy");
});

document.querySelectorAll("[data-prc-window]").forEach(listen);
