// Contents follow the reader: the entry of the part being read is marked, and kept in sight where the
// contents scroll for themselves. Without this file they are links like any other.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const keepInSight = link => {
  const box = link.closest(".prc-margin--stick");
  if (!box) return;
  const place = link.getBoundingClientRect(), frame = box.getBoundingClientRect();
  const over = place.top < frame.top ? place.top - frame.top : Math.max(0, place.bottom - frame.bottom);
  if (over) box.scrollBy({ top: over, behavior: calm.matches ? "auto" : "smooth" });
};

const follow = toc => {
  const links = new Map([...toc.querySelectorAll("a[href^='#']")].map(link => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
  links.delete(null);
  const parts = [...links.keys()], begun = new Set(), foot = document.querySelector("footer");
  if (!parts.length) return;
  let current = null, atEnd = false;
  const mark = part => {
    if (part === current) return;
    links.get(current)?.removeAttribute("aria-current");
    links.get(part)?.setAttribute("aria-current", "location");
    current = part;
    if (part) keepInSight(links.get(part));
  };
  const watch = (act, elements, options) => {
    const observer = new IntersectionObserver(entries => {
      entries.forEach(act);
      mark(atEnd ? parts.at(-1) : parts.findLast(part => begun.has(part)));
    }, options);
    elements.forEach(element => observer.observe(element));
  };
  // A part has begun when its top has passed the upper third of the window: all above counts too.
  watch(({ target, isIntersecting }) => begun[isIntersecting ? "add" : "delete"](target), parts, { rootMargin: "9999999px 0px -66% 0px" });
  // The last parts may be too short to come so far up; the foot of the page tells that they are read.
  if (foot) watch(({ intersectionRatio }) => { atEnd = intersectionRatio >= .5; }, [foot], { threshold: [0, .5] });
};
document.querySelectorAll("[data-prc-toc]").forEach(follow);
