// Four conveniences. Every page works without them: what they serve stays hidden until this file runs.
const root = document.documentElement, key = "prc-theme";
try {
  if (localStorage[key]) root.dataset.theme = localStorage[key];
  if (Number(localStorage["prc-text"])) root.dataset.text = localStorage["prc-text"];     // reading.js sets it
} catch { /* storage may be closed */ }

const on = (name, act) => document.querySelectorAll(`[data-prc-${name}]`).forEach(el => { el.hidden = false; el.addEventListener("click", () => act(el)); });

// Today, by the reader's clock in Tehran: «یکشنبه ۱ آذر ۱۴۰۵» or "Sunday 22 November 2026".
const today = el => {
  const persian = root.lang.startsWith("fa");
  const format = new Intl.DateTimeFormat(persian ? "fa-u-ca-persian-nu-arabext" : root.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "Asia/Tehran" });
  const part = Object.fromEntries(format.formatToParts().map(({ type, value }) => [type, value]));
  el.dateTime = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tehran" }).format();
  el.textContent = `${part.weekday} ${part.day} ${part.month} ${part.year}`;
};

const start = () => {
  document.querySelectorAll("[data-prc-today]").forEach(today);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tehran" }).format();
  document.querySelectorAll(`[data-prc-day="${day}"]`).forEach(cell => { cell.classList.add("prc-month__today"); cell.setAttribute("aria-current", "date"); });
  on("theme", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage[key] = root.dataset.theme; } catch { /* as above */ }
  });
  on("print", () => print());
};
// The file is asked for without waiting for the page, so that a chosen scheme is there before the first paint.
document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();
