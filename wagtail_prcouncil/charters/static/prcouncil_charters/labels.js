// Proposes labels for the clauses of the form: the server numbers them, in the order in which they
// stand, and what it answers is written into the fields, where it can be changed. Nothing is stored.
const LABEL = /^clauses(-\d+-value)(-parts-\d+-value){0,2}-label$/;
const DIGITS = "۰۱۲۳۴۵۶۷۸۹";

function inDigits(number) {
  const isPersian = document.documentElement.lang.startsWith("fa");
  return isPersian ? String(number).replace(/\d/g, (digit) => DIGITS[digit]) : String(number);
}

function valueOf(form, name) {
  return form.elements.namedItem(name)?.value;
}

// Prefixes of the clause and of those above it: "clauses-0", "clauses-0-value-parts-2"…
function prefixes(name) {
  const parts = name.replace(/-value-label$/, "").split("-value-");
  return parts.map((_, index) => parts.slice(0, index + 1).join("-value-"));
}

function clauses(form) {
  const found = [...form.querySelectorAll('input[name$="-label"]')]
    .filter((input) => LABEL.test(input.name))
    .map((input) => ({ input, above: prefixes(input.name) }))
    .filter(({ above }) => above.every((prefix) => valueOf(form, `${prefix}-deleted`) !== "1"))
    .map(({ input, above }) => ({
      input,
      place: above.map((prefix) => Number(valueOf(form, `${prefix}-order`))),
    }));
  return found.sort((one, other) => inOrder(one.place, other.place));
}

function inOrder(one, other) {
  for (let level = 0; level < Math.min(one.length, other.length); level += 1) {
    if (one[level] !== other[level]) return one[level] - other[level];
  }
  return one.length - other.length; // a clause stands before its parts
}

function write(input, label) {
  if (input.value === label) return 0;
  input.value = label;
  for (const event of ["input", "change"]) {
    input.dispatchEvent(new Event(event, { bubbles: true }));
  }
  return 1;
}

async function propose(panel, again) {
  const form = panel.closest("form");
  const said = panel.querySelector("[data-prc-labels-said]");
  const found = clauses(form);
  const answer = await fetch(panel.dataset.prcLabels, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": valueOf(form, "csrfmiddlewaretoken"),
    },
    body: JSON.stringify({
      clauses: found.map(({ input, place }) => [place.length, input.value]),
      schemes: [...panel.querySelectorAll("[data-prc-level]")].map((select) => select.value),
      again,
    }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  const { labels } = await answer.json();
  const written = found.reduce((sum, { input }, place) => sum + write(input, labels[place]), 0);
  const words = written ? panel.dataset.done : panel.dataset.none;
  said.textContent = words.replace("%(number)s", inDigits(written));
}

function onClick(panel, event) {
  const again = event.target.closest("[data-prc-labels-again]") !== null;
  if (!again && !event.target.closest("[data-prc-labels-fill]")) return;
  if (again && !window.confirm(panel.dataset.ask)) return;
  propose(panel, again).catch(() => {
    panel.querySelector("[data-prc-labels-said]").textContent = panel.dataset.failed;
  });
}

for (const panel of document.querySelectorAll("[data-prc-labels]")) {
  panel.addEventListener("click", (event) => onClick(panel, event));
}
