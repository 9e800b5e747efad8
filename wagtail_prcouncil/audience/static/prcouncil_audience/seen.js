// Tells the site, once, that a reader has opened the page: when it is seen, not when it is loaded in a
// tab behind or ahead of time. Nothing else is sent, and no cookie is needed.
const mark = document.querySelector('meta[name="prc-seen"]');

const tell = () => {
  const { content, dataset: { address } } = mark;
  if (!navigator.sendBeacon?.(address, content)) fetch(address, { method: "POST", body: content, keepalive: true }).catch(() => {});
};

const tellWhenSeen = () => {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", tellWhenSeen);
  tell();
};

if (mark) {
  document.addEventListener("visibilitychange", tellWhenSeen);
  tellWhenSeen();
}
