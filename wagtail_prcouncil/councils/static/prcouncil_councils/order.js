// The order of a council's seats: a line is dragged to its place, or moved by its buttons. What is
// sent are the numbers of the fields, which are what one types where no script runs.
const DIGITS = "۰۱۲۳۴۵۶۷۸۹";

function inDigits(number) {
  const isPersian = document.documentElement.lang.startsWith("fa");
  return isPersian ? String(number).replace(/\d/g, (digit) => DIGITS[digit]) : String(number);
}

function lines(list) {
  return [...list.querySelectorAll("[data-prc-order-line]")];
}

function number(list) {
  const all = lines(list);
  all.forEach((line, index) => {
    line.querySelector("input[name^=place_]").value = index + 1;
    line.querySelector('[data-move="-1"]').disabled = index === 0;
    line.querySelector('[data-move="1"]').disabled = index === all.length - 1;
  });
}

function tell(list, line) {
  const all = lines(list);
  const words = list.dataset.moved
    .replace("%(seat)s", line.dataset.name)
    .replace("%(place)s", inDigits(all.indexOf(line) + 1))
    .replace("%(all)s", inDigits(all.length));
  document.querySelector("[data-prc-order-said]").textContent = words;
  list.closest("form").dispatchEvent(new Event("change", { bubbles: true }));
}

function move(list, line, steps) {
  const all = lines(list);
  const other = all[all.indexOf(line) + steps];
  if (!other) return;
  if (steps < 0) other.before(line);
  else other.after(line);
  number(list);
  tell(list, line);
}

function onClick(list, event) {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  const line = button.closest("[data-prc-order-line]");
  move(list, line, Number(button.dataset.move));
  // A button at the end of its way takes no focus: the other one of the line does.
  const next = button.disabled ? line.querySelector("[data-move]:not(:disabled)") : button;
  next?.focus();
}

function makeDraggable(list) {
  let dragged = null;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-prc-order-line]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.name);
    dragged.classList.add("prc-order__line--dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-prc-order-line]");
    if (!dragged || !over) return;
    event.preventDefault();
    if (over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientY > box.top + box.height / 2) over.after(dragged);
    else over.before(dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("prc-order__line--dragged");
    number(list);
    tell(list, dragged);
    dragged = null;
  });
}

for (const list of document.querySelectorAll("[data-prc-order]")) {
  if (lines(list).length < 2) continue;
  list.classList.add("prc-order--live");
  for (const line of lines(list)) {
    line.draggable = true;
    line.querySelector("[data-prc-order-verbs]").hidden = false;
  }
  number(list);
  makeDraggable(list);
  list.addEventListener("click", (event) => onClick(list, event));
}
