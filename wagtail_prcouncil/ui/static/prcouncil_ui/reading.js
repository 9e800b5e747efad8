// What a reader does with a text beside reading it: larger letters, and passing it on.
const root = document.documentElement, key = "prc-text", largest = 3;

const size = () => Number(root.dataset.text ?? 0);
const resize = to => {
  if (to) root.dataset.text = to; else delete root.dataset.text;
  try { localStorage[key] = to; } catch { /* storage may be closed */ }
};
document.querySelectorAll("[data-prc-text]").forEach(group => {
  const buttons = [...group.querySelectorAll("[data-prc-step]")];
  // Not `disabled`: the button at the end would lose the focus.
  const mark = () => buttons.forEach(button => {
    const beyond = size() + Number(button.dataset.prcStep);
    button.setAttribute("aria-disabled", beyond < 0 || beyond > largest);
  });
  buttons.forEach(button => button.addEventListener("click", () => {
    resize(Math.min(largest, Math.max(0, size() + Number(button.dataset.prcStep))));
    mark();
  }));
  mark();
  group.hidden = false;
});

document.querySelectorAll("[data-prc-menu]").forEach(menu => {
  const summary = menu.querySelector("summary"), status = menu.querySelector("[role=status]");
  const close = () => { menu.open = false; status.textContent = ""; };
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    close();
    summary.focus();
  });
  document.addEventListener("click", event => { if (menu.open && !menu.contains(event.target)) close(); });
  menu.addEventListener("focusout", event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(); });
  menu.querySelectorAll("[data-prc-share]").forEach(button => {
    if (!navigator.share) return;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => navigator.share({ title: button.dataset.prcTitle, url: button.dataset.prcShare }).then(close, () => {}));
  });
  menu.querySelectorAll("[data-prc-copy]").forEach(button => {
    if (!navigator.clipboard) return;
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.prcCopy);
      status.textContent = button.dataset.prcDone;
    });
  });
});
