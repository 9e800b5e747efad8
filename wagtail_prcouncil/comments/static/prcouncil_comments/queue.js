// The queue by keyboard and without reloading: every button is a plain form button, this presses it.

import { claim, fillFromCanned } from "./one.js";

const queue = document.getElementById("prc-queue");
const reject = document.getElementById("prc-reject");
const keys = document.getElementById("prc-keys");
const toast = document.getElementById("prc-toast");
const words = document.getElementById("prc-words")?.dataset;

let undoing = null; // { url, row } of what was done last
let hiding = 0;

const rows = () => [...queue.querySelectorAll("[data-prc-comment]")];
const open = () => rows().filter((row) => !row.classList.contains("prc-comment--done"));
const current = () => document.activeElement?.closest("[data-prc-comment]");

function go(row) {
  if (!row) return;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  go(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function after(row) {
  const all = rows();
  const waiting = all.slice(all.indexOf(row) + 1).concat(all.slice(0, all.indexOf(row)));
  return waiting.find((one) => !one.classList.contains("prc-comment--done"));
}

async function send(url, fields) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", queue.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
    return { ok: response.ok, status: response.status, ...(await response.json()) };
  } catch {
    return { ok: false, status: 0, message: words.failed, errors: {} };
  }
}

function tell(message, undo = null, seconds = 30) {
  undoing = undo;
  clearTimeout(hiding);
  toast.querySelector("span").textContent = message;
  toast.querySelector("button").hidden = !undo;
  toast.hidden = false;
  hiding = setTimeout(() => {
    toast.hidden = true;
    undoing = null;
  }, seconds * 1000);
}

function settle(row, message) {
  row.classList.add("prc-comment--done");
  for (const part of row.children) part.hidden = true;
  for (const input of row.querySelectorAll("input")) {
    input.checked = false;
    input.disabled = true;
  }
  const told = document.createElement("p");
  told.className = "prc-comment__told";
  const name = document.createElement("bdi");
  name.textContent = row.querySelector(".prc-comment__name").textContent;
  told.append(name, ` ${message}`);
  row.append(told);
}

function restore(row, version) {
  row.classList.remove("prc-comment--done");
  row.querySelector(".prc-comment__told").remove();
  for (const part of row.children) part.hidden = false;
  for (const input of row.querySelectorAll("input")) {
    input.disabled = false;
    input.value = `${row.dataset.prcComment}:${version}`;
  }
  for (const button of row.querySelectorAll("[name=version]")) button.value = version;
  for (const link of row.querySelectorAll("[data-prc-version]")) link.dataset.prcVersion = version;
  go(row);
}

function finish(row, answer) {
  const next = after(row);
  settle(row, answer.message);
  tell(answer.message, answer.undo ? { url: answer.undo, row } : null, answer.seconds);
  if (next) go(next);
  else tell(`${answer.message} ${words.empty}`, answer.undo ? { url: answer.undo, row } : null);
}

async function press(button) {
  const row = button.closest("[data-prc-comment]");
  const answer = await send(button.formAction, { version: button.value });
  if (answer.ok) finish(row, answer);
  else if (answer.status === 409) {
    const next = after(row);
    settle(row, answer.message);
    const link = document.createElement("a");
    link.href = row.querySelector(".prc-comment__name a").href;
    link.textContent = row.querySelector("[data-prc-verb=o]").textContent;
    row.querySelector(".prc-comment__told").append(link);
    tell(answer.message);
    go(next);
  } else tell(answer.message);
}

async function undo() {
  if (!undoing) return;
  const { url, row } = undoing;
  const answer = await send(url, {});
  tell(answer.message);
  if (answer.ok) restore(row, answer.version);
}

function ask(link) {
  const form = reject.querySelector("form");
  form.reset();
  form.action = link.dataset.prcAction;
  form.elements.version.value = link.dataset.prcVersion;
  reject.querySelector(".prc-dialog__error").textContent = "";
  reject.row = link.closest("[data-prc-comment]");
  reject.showModal();
  form.querySelector("[name=reason]").focus();
}

async function sendReason() {
  const form = reject.querySelector("form");
  const answer = await send(form.action, Object.fromEntries(new FormData(form)));
  if (answer.ok || answer.status === 409) {
    reject.close();
    if (answer.ok) finish(reject.row, answer);
    else {
      settle(reject.row, answer.message);
      tell(answer.message);
      go(after(reject.row));
    }
    return;
  }
  const told = Object.values(answer.errors ?? {}).flat();
  reject.querySelector(".prc-dialog__error").textContent = told.join(" ") || answer.message;
  if (answer.errors?.note) form.elements.note.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  u: undo,
  "?": () => keys.showModal(),
  x: () => current()?.querySelector("[name=id]")?.click(),
};

const REASONS = "1234567890-=";

// What the key types in Latin letters. With a Persian layout it is told by the key's place. A key that types no
// sign is what it is called: an arrow of the number pad is no number.
function typed({ key = "", code = "", shiftKey }) {
  if (/^[ -~]*$/.test(key)) return key;
  if (code === "Slash" && shiftKey) return "?";
  const places = { Minus: "-", Equal: "=" };
  return places[code] ?? code.match(/^(?:Key|Digit|Numpad)([A-Z0-9])$/)?.[1].toLowerCase() ?? key;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = typed(event);
  const inReject = reject.open && event.target.type === "radio";
  const choice = key.length === 1 && reject.querySelectorAll("[name=reason]")[REASONS.indexOf(key)];
  if (inReject && choice) {
    choice.checked = true;
    event.preventDefault();
    reject.querySelector("form").requestSubmit();
    return;
  }
  const field = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
  if (event.target.closest?.(field) || document.querySelector("dialog[open]")) return;
  const own = KEYS[key];
  const verb = /^[arsepo]$/.test(key) && current()?.querySelector(`[data-prc-verb="${key}"]`);
  if (!own && !verb) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (own) own();
  else verb.click();
}

if (queue) {
  queue.addEventListener("submit", (event) => {
    // Enter in a field or on a tick: nobody has said what is to be done.
    if (event.submitter?.name === "verb" && !event.submitter.value) event.preventDefault();
    if (event.submitter?.matches(".prc-comment__verbs button")) {
      event.preventDefault();
      press(event.submitter);
    }
  });
  queue.addEventListener("click", (event) => {
    const link = event.target.closest("[data-prc-action]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(link);
    claim(link.dataset.prcAction.replace(/reject\/$/, "claim/")).catch(() => "");
  });
  reject.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    sendReason();
  });
  toast.querySelector("button").addEventListener("click", undo);
  for (const button of document.querySelectorAll("[data-prc-close]"))
    button.addEventListener("click", () => button.closest("dialog").close());
  reject.addEventListener("close", () => {
    if (open().includes(reject.row)) go(reject.row);
  });
  const all = queue.querySelector("[data-prc-tick-all]");
  if (all) {
    all.parentElement.hidden = false;
    all.addEventListener("change", () => {
      for (const box of queue.querySelectorAll("[name=id]:enabled")) box.checked = all.checked;
    });
  }
  fillFromCanned(reject);
  if ("shortcuts" in queue.dataset) {
    const help = document.querySelector("[data-prc-keys]");
    help.hidden = false;
    help.addEventListener("click", () => keys.showModal());
    document.addEventListener("keydown", pressed, true);
  }
}
