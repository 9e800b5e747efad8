// Pictures of a gallery, one by one and large: arrow keys, Home, End and Esc, with captions, credit
// and a way to take one along. Without this file each small picture leads to the large one.
const digits = text => document.documentElement.lang.startsWith("fa") ? String(text).replace(/[0-9]/g, d => "۰۱۲۳۴۵۶۷۸۹"[d]) : String(text);
const element = (name, className, attributes = {}) => {
  const made = Object.assign(document.createElement(name), { className });
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};
const icon = name => `<svg class="prc-icon prc-icon--way" aria-hidden="true"><use href="#prc-i-${name}"/></svg>`;

const build = box => {
  const words = box.dataset, links = [...box.querySelectorAll(".prc-gallery a")];
  if (!links.length) return;
  const all = [...box.querySelectorAll(":scope > figcaption > span")].map(part => part.textContent);
  const dialog = element("dialog", "prc-viewer", { "aria-label": words.label });
  const picture = element("img", "prc-viewer__picture", { alt: "" });
  const caption = element("p", "prc-viewer__caption", { "aria-live": "polite" }), count = element("span", "prc-viewer__count");
  const button = (name, label) => { const made = element("button", "prc-button", { type: "button", "aria-label": label }); made.innerHTML = icon(name); return made; };
  const close = button("close", words.close), next = button("forward", words.next), previous = button("back", words.previous);
  const download = element("a", "prc-button prc-button--quiet prc-button--small", { download: "" });
  download.textContent = words.download;
  const bar = element("div", "prc-viewer__bar"), foot = element("div", "prc-viewer__foot");
  bar.append(count, download, close);
  foot.append(previous, caption, next);
  dialog.append(bar, picture, foot);

  let at = 0;
  const show = to => {
    at = (to + links.length) % links.length;
    const small = links[at].querySelector("img"), own = links[at].parentElement.querySelector(".prc-gallery__caption");
    picture.src = links[at].href;
    picture.alt = small.alt;
    download.href = links[at].href;
    caption.textContent = [own?.textContent, ...all].filter(Boolean).join(" · ");
    count.textContent = digits(words.of.replace("%1", at + 1).replace("%2", links.length));
  };
  const rtl = getComputedStyle(box).direction === "rtl";
  const keys = { ArrowRight: () => at + (rtl ? -1 : 1), ArrowLeft: () => at + (rtl ? 1 : -1), Home: () => 0, End: () => links.length - 1 };
  links.forEach((link, place) => link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(place);
    if (!dialog.isConnected) box.append(dialog);
    dialog.showModal();
    close.focus();
  }));
  next.hidden = previous.hidden = links.length < 2;
  next.addEventListener("click", () => show(at + 1));
  previous.addEventListener("click", () => show(at - 1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => links[at].focus());
  dialog.addEventListener("keydown", event => {
    const to = keys[event.key]?.();
    if (to !== undefined && links.length > 1) { event.preventDefault(); show(to); }
  });
};
document.querySelectorAll("[data-prc-gallery]").forEach(build);
