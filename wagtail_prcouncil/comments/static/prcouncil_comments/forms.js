// Opens the forms of readers (a comment, a reply, a report) beside the link to them, and sends them
// from there. Without this file, or when the network fails, the links lead to pages with the same forms.
const LINKS = "a[data-prc-write], a[data-prc-reply], a[data-prc-report], a[data-prc-like]";
const TYPED = "textarea[name], input[name]:not([type=hidden], [type=radio], [type=checkbox])";
const before = new WeakMap(); // what stood in a place that a form was opened in
const places = new WeakMap(), openers = new WeakMap(); // where a link opened its form, and the reverse

const ask = async (address, options = {}) => {
  const response = await fetch(address, { ...options, headers: { "X-Requested-With": "fetch" } });
  const part = document.createElement("template");
  part.innerHTML = await response.text();
  // Whatever the status, a part of ours says what is the matter; an error page of the site does not.
  if (!part.content.querySelector("[data-prc-part]")) throw new Error(response.status);
  return part.content;
};

const placeOf = link => {
  const place = link.closest("[data-prc-form], [data-prc-opened]") ?? places.get(link);
  if (place?.isConnected) return place;
  const opened = Object.assign(document.createElement("div"), { className: "prc-gap prc-noprint" });
  opened.dataset.prcOpened = "";
  link.closest("p, div").after(opened);
  places.set(link, opened);
  return opened;
};

const show = (place, content) => {
  const told = content.querySelector("[data-prc-part=told]");
  if (told && place.querySelector("form")) {
    place.querySelector("[data-prc-part=told]")?.remove();
    place.querySelector("form").prepend(told); // what was typed stays
  } else place.replaceChildren(content);
  count(place.querySelector("[data-prc-most]"));
  prove(place.querySelector("form[data-prc-commenting]"));
  (place.querySelector("[autofocus]") ?? place.querySelector("textarea, input:not([type=hidden]), button"))?.focus();
};

const close = place => {
  if (before.has(place)) place.replaceChildren(...before.get(place));
  else place.remove();
  before.delete(place);
};

// One form of comments at a time: its fields have ids. What was typed into the other moves along.
const takeOver = (form, place) => {
  const others = [...document.querySelectorAll("form[data-prc-commenting]")].filter(one => one !== form);
  for (const other of others) {
    for (const field of other.querySelectorAll(TYPED)) {
      const own = form?.elements[field.name];
      if (own && !own.value) own.value = field.value;
    }
    const old = other.closest("[data-prc-form], [data-prc-opened]");
    if (old && old !== place) close(old);
  }
};

const open = async link => {
  const content = await ask(link.href), place = placeOf(link);
  takeOver(content.querySelector("form[data-prc-commenting]"), place);
  if (!before.has(place) && place.matches("[data-prc-form]")) before.set(place, [...place.childNodes]);
  if (!place.contains(link) || !openers.has(place)) openers.set(place, link);
  show(place, content);
};

const send = async (form, submitter) => {
  const place = form.closest("[data-prc-form], [data-prc-opened]") ?? form.parentElement;
  if (place.ariaBusy === "true") return;
  place.ariaBusy = "true";
  await proved(form);
  const body = new FormData(form, submitter);
  // An answer that did not arrive is sent the plain way, which shows what became of it; sent twice, a
  // form counts once.
  await ask(form.action, { method: "POST", body }).then(content => show(place, content), () => resend(form, submitter));
  place.ariaBusy = null;
};

const resend = (form, submitter) => {
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  form.submit();
};

// Where the site asks for it, a proof of work is looked for while the reader types. Without one, for whatever
// reason, the comment is held, not refused.
const proofs = new WeakMap();
const prove = form => {
  const field = form?.querySelector("[data-prc-challenge]");
  if (field) proofs.set(form, work(form, field).catch(() => {}));
};
const work = async (form, field) => {
  const { solve } = await import("./proof.js");
  field.value = await solve(JSON.parse(field.dataset.prcChallenge), () => form.isConnected);
};
// Whoever is faster than his browser is told what it is waiting for, and waits ten seconds at most.
const proved = async form => {
  const told = form.querySelector("[data-prc-working]");
  const late = setTimeout(() => told && (told.textContent = told.dataset.prcWorking), 300);
  await Promise.race([proofs.get(form), new Promise(done => setTimeout(done, 10_000))]);
  clearTimeout(late);
  if (told) told.textContent = "";
};

// Said aloud only near the end, and only once typing pauses. The server decides.
let pause;
const count = text => {
  const told = text?.closest("form")?.querySelector("[data-prc-left]");
  if (!told) return;
  const left = text.dataset.prcMost - [...text.value].length;
  const number = new Intl.NumberFormat(text.closest("[lang]")?.lang).format(Math.abs(left));
  const words = left < 0 ? told.dataset.prcOver : told.dataset.prcLeft;
  told.textContent = left > text.dataset.prcMost / 10 ? "" : words.replace("#", number);
};

document.addEventListener("click", event => {
  const plain = !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const link = event.target.closest?.(LINKS);
  if (link && plain) {
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  }
  const cancel = event.target.closest?.("a[data-prc-cancel]");
  const place = cancel?.closest("[data-prc-form], [data-prc-opened]");
  if (place && plain) {
    event.preventDefault();
    close(place);
    openers.get(place)?.focus();
  }
});
document.addEventListener("submit", event => {
  if (event.defaultPrevented || !event.target.matches("form[data-prc-part]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});
document.addEventListener("input", event => {
  if (!event.target.matches("[data-prc-most]")) return;
  clearTimeout(pause);
  pause = setTimeout(count, 400, event.target);
});
count(document.querySelector("[data-prc-most]"));
prove(document.querySelector("form[data-prc-commenting]"));
