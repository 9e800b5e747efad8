// Parts of a page become tabs: arrow keys, Home and End go from one to the next, and the address
// names the part that is shown. Without this file the parts stand below each other.
const moves = { Home: () => 0, End: (_at, last) => last };
const keyTo = (key, at, last, rtl) => {
  const step = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[key];
  return step ? (at + step + last + 1) % (last + 1) : moves[key]?.(at, last);
};

const build = box => {
  const list = box.querySelector("nav"), tabs = [...list.querySelectorAll("a")];
  const parts = tabs.map(tab => box.querySelector(tab.hash));
  const show = (at, focus) => {
    tabs.forEach((tab, n) => {
      tab.setAttribute("aria-selected", n === at);
      tab.tabIndex = n === at ? 0 : -1;
      parts[n].hidden = n !== at;
      // What is found by a search within the page opens its part, where the browser can.
      if (n !== at) parts[n].setAttribute("hidden", "until-found");
    });
    if (focus) tabs[at].focus();
  };
  list.setAttribute("role", "tablist");
  box.classList.add("prc-tabs--on");
  tabs.forEach((tab, at) => {
    tab.id = `${parts[at].id}-tab`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", parts[at].id);
    parts[at].setAttribute("role", "tabpanel");
    parts[at].setAttribute("aria-labelledby", tab.id);
    parts[at].removeAttribute("aria-label");
    parts[at].tabIndex = 0;
    parts[at].addEventListener("beforematch", () => show(at));
    tab.addEventListener("click", event => { event.preventDefault(); show(at, true); history.replaceState(null, "", tab.hash); });
    tab.addEventListener("keydown", event => {
      const to = keyTo(event.key, at, tabs.length - 1, getComputedStyle(box).direction === "rtl");
      if (to !== undefined) { event.preventDefault(); show(to, true); }
    });
  });
  const named = () => parts.findIndex(part => part.id === decodeURIComponent(location.hash.slice(1)));
  show(Math.max(0, named()));
  addEventListener("hashchange", () => { if (named() >= 0) show(named()); });
};
document.querySelectorAll("[data-prc-tabs]").forEach(build);
