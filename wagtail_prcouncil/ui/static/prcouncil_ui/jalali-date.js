// <jalali-date><input></jalali-date>: a text field for a Jalali day, and a calendar for it.
//
// The field works alone; the server reads what is typed. This adds a button that opens a month which
// the keyboard walks: arrows by a day or a week, PageUp and PageDown by a month, with Shift by a year,
// Home and End to the ends of the week, Escape back to the field. Every day is spoken in full.
// <jalali-date with-time> also asks for the hour, which is that of Tehran.
//
// A day is the number of milliseconds at its midnight in UTC, as Date.UTC counts them.

const DAY = 86_400_000;
const MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
const WEEKDAYS = "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه".split(" ");
const FIRST_GREGORIAN_YEAR = 1700; // as persian.dates_parsing has it

const persianCalendar = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric",
});
const tehran = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
  timeZone: "Asia/Tehran", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23",
});

const parts = (format, instant) =>
  Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
const persian = (value) => String(value).replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]);
const ascii = (text) => text.replace(/[۰-۹٠-٩]/g, (digit) => digit.charCodeAt(0) & 15);
const padded = (number, length = 2) => String(number).padStart(length, "0");

// --- the calendar ---------------------------------------------------------------------------------

/** [year, month, day] of a day. */
export function toJalali(day) {
  const { year, relatedYear, month, day: date } = parts(persianCalendar, day);
  return [year ?? relatedYear, month, date];
}

/** The day of a Jalali date; NaN where there is none. Guesses by the mean year, then corrects: Intl
 * knows the leap years. */
export function fromJalali(year, month, date) {
  const daysBefore = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  let day = Date.UTC(1921, 2, 21) + Math.floor((year - 1300) * 365.2422 + daysBefore + date - 1) * DAY;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const [y, m, d] = toJalali(day);
    const off = (year - y) * 366 + (month - m) * 30.5 + (date - d);
    if (off === 0) return day;
    day += (Math.trunc(off) || Math.sign(off)) * DAY;
  }
  return NaN;
}

/** Days since the Saturday before: 0 to 6. */
const weekday = (day) => (new Date(day).getUTCDay() + 1) % 7;

/** «یکشنبه ۱ آذر ۱۴۰۵», as a screen reader speaks it. */
const spoken = (day) => {
  const [year, month, date] = toJalali(day);
  return `${WEEKDAYS[weekday(day)]} ${persian(date)} ${MONTHS[month - 1]} ${persian(year)}`;
};

/** Now in Tehran: the day, and the hour that comes next. */
const now = () => {
  const { year, month, day, hour } = parts(tehran, Date.now());
  return { day: Date.UTC(year, month - 1, day), nextHour: `${padded(Math.min(hour + 1, 23))}:00` };
};

// --- what stands in the field ---------------------------------------------------------------------

/** The day and the time («10:30» or «10:30:15») in a text: Jalali or Gregorian, any digits. */
export function read(text) {
  const found = /^\s*(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[\sT]+(\d{1,2}:\d{2}(?::\d{2})?))?\s*$/.exec(ascii(text));
  if (!found) return { day: NaN, time: "" };
  const [year, month, date] = found.slice(1, 4).map(Number);
  const day = year < FIRST_GREGORIAN_YEAR ? fromJalali(year, month, date) : Date.UTC(year, month - 1, date);
  return { day, time: found[4] ?? "" };
}

/** «۱۴۰۵/۰۹/۰۱», and with a time «۱۴۰۵/۰۹/۰۱ ۱۰:۳۰». */
export function write(day, time = "") {
  const [year, month, date] = toJalali(day);
  return persian(`${padded(year, 4)}/${padded(month)}/${padded(date)}${time && ` ${time}`}`);
}

/** «9:5» is no time, «9», «930» and «9:30» are; null for what is none. */
export function readTime(text) {
  const found = /^\s*(\d{1,2})(?::?(\d{2})(:\d{2})?)?\s*$/.exec(ascii(text));
  if (!found || found[1] > 23 || (found[2] ?? 0) > 59 || (found[3] ?? ":0").slice(1) > 59) return null;
  return `${padded(found[1])}:${found[2] ?? "00"}${found[3] ?? ""}`;
}

// --- the element ----------------------------------------------------------------------------------

const ICONS = {
  calendar: "M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4",
  earlier: "m10 6 6 6-6 6", // the page runs from right to left: what was is on the right
  muchEarlier: "m6 6 6 6-6 6M13 6l6 6-6 6",
  later: "m14 6-6 6 6 6",
  muchLater: "m18 6-6 6 6 6M11 6l-6 6 6 6",
};

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

function button(act, attributes, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", act);
  return element;
}

class JalaliDate extends HTMLElement {
  // Wagtail's streams set on the outermost element what is meant for the field.
  static observedAttributes = ["aria-describedby", "aria-invalid", "required"];

  connectedCallback() {
    this.input = this.querySelector("input");
    if (!this.input || this.dialog) return; // moved in the page, and ready
    this.opener = button(() => this.open(), {
      class: "jalali-date__open", "aria-haspopup": "dialog", "aria-label": this.label("انتخاب تاریخ"),
    }, icon("calendar"));
    this.dialog = this.build();
    this.append(this.opener, this.dialog);
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" || !event.altKey) return; // as in the browsers' own pickers
      event.preventDefault();
      this.open();
    });
  }

  attributeChangedCallback(name, _old, value) {
    if (value === null) return;
    this.querySelector("input")?.setAttribute(name, value);
    this.removeAttribute(name);
  }

  get withTime() {
    return this.hasAttribute("with-time");
  }

  /** «انتخاب تاریخ: زمان انتشار», so that a page with several fields speaks of each by name. */
  label(words) {
    const name = this.input.ariaLabel ?? this.input.labels?.[0]?.textContent.replace("*", "").trim();
    return name ? `${words}: ${name}` : words;
  }

  build() {
    this.heading = make("strong", { class: "jalali-date__month", "aria-live": "polite" });
    this.days = make("tbody");
    this.grid = make("table", { role: "grid", class: "jalali-date__days" },
      make("thead", {}, make("tr", {}, ...WEEKDAYS.map((name, index) =>
        make("th", { scope: "col", abbr: name, "data-weekday": index }, name[0])))),
      this.days);
    const turn = (months, name, words) =>
      button(() => this.turn(months), { class: "jalali-date__turn", "aria-label": words }, icon(name));
    // aria-modal: Wagtail's dialogs leave Escape and Tab to the innermost one that has it.
    const dialog = make("dialog", {
      class: "jalali-date__dialog", lang: "fa", dir: "rtl", "aria-modal": "true", "aria-label": this.label("انتخاب تاریخ"),
    },
      make("div", { class: "jalali-date__sheet" },
        make("div", { class: "jalali-date__head" },
          turn(-12, "muchEarlier", "سال پیش"), turn(-1, "earlier", "ماه پیش"), this.heading,
          turn(1, "later", "ماه بعد"), turn(12, "muchLater", "سال بعد")),
        this.grid,
        ...(this.withTime ? [this.buildTime()] : []),
        make("div", { class: "jalali-date__foot" },
          button(() => this.choose(now().day), {}, "امروز"),
          button(() => this.fill(""), {}, "پاک کردن"),
          button(() => dialog.close(), {}, "انصراف"))));
    this.grid.addEventListener("click", (event) => {
      const day = event.target.closest("[data-day]")?.dataset.day;
      if (day) this.choose(Number(day));
    });
    this.grid.addEventListener("keydown", (event) => this.walk(event));
    // The form around takes every key and every input for its own.
    for (const name of ["keydown", "input", "change"]) dialog.addEventListener(name, (event) => event.stopPropagation());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => this.from.focus());
    return dialog;
  }

  buildTime() {
    this.time = make("input", { type: "text", dir: "ltr", maxlength: 8, autocomplete: "off", placeholder: "۱۰:۳۰", "aria-label": "ساعت، به وقت تهران" });
    this.complaint = make("p", { class: "jalali-date__complaint", role: "alert" });
    this.time.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return; // it would send the form around
      event.preventDefault();
      this.accept();
    });
    return make("div", { class: "jalali-date__time" },
      make("span", { "aria-hidden": "true" }, "ساعت (تهران)"), this.time,
      button(() => this.accept(), { class: "jalali-date__accept" }, "تأیید"), this.complaint);
  }

  open() {
    const { day, time } = read(this.input.value);
    const { day: today, nextHour } = now();
    this.chosen = day;
    this.at = Number.isNaN(day) ? today : day;
    if (this.withTime) {
      this.time.value = persian(time || nextHour);
      this.complaint.textContent = "";
    }
    this.from = this.contains(document.activeElement) ? document.activeElement : this.opener;
    this.draw();
    this.dialog.showModal();
    this.focusDay();
  }

  /** A day was picked: that is all, or the hour comes next. */
  choose(day) {
    this.chosen = this.at = day;
    if (!this.withTime) return this.fill(write(day));
    this.draw();
    this.time.focus();
    this.time.select();
  }

  accept() {
    const time = readTime(this.time.value);
    this.complaint.textContent = time ? "" : "ساعت را مانند ۱۰:۳۰ بنویسید.";
    this.time.setAttribute("aria-invalid", String(!time));
    if (time) this.fill(write(Number.isNaN(this.chosen) ? this.at : this.chosen, time));
    else this.time.focus();
  }

  fill(text) {
    this.input.value = text;
    this.dialog.close();
    for (const name of ["input", "change"]) this.input.dispatchEvent(new Event(name, { bubbles: true }));
  }

  walk(event) {
    const step = { ArrowLeft: 1, ArrowRight: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
    const months = { PageDown: 1, PageUp: -1 }[event.key];
    if (step) this.at += step * DAY;
    else if (months) this.at = this.away(event.shiftKey ? months * 12 : months);
    else if (event.key === "Home") this.at -= weekday(this.at) * DAY;
    else if (event.key === "End") this.at += (6 - weekday(this.at)) * DAY;
    else return;
    event.preventDefault();
    this.draw();
    this.focusDay();
  }

  /** The same day some months on, or the last one of a shorter month. */
  away(months) {
    const [year, month, date] = toJalali(this.at);
    const count = year * 12 + month - 1 + months;
    const to = [Math.floor(count / 12), (count % 12) + 1];
    return [0, 1, 2].map((less) => fromJalali(...to, date - less)).find((day) => !Number.isNaN(day));
  }

  turn(months) {
    this.at = this.away(months);
    this.draw();
  }

  focusDay() {
    this.days.querySelector('[tabindex="0"]').focus();
  }

  draw() {
    const [year, month] = toJalali(this.at);
    const title = `${MONTHS[month - 1]} ${persian(year)}`;
    if (this.heading.textContent !== title) this.heading.textContent = title;
    this.grid.setAttribute("aria-label", title);
    const first = fromJalali(year, month, 1);
    const { day: today } = now();
    const weeks = [];
    for (let day = first - weekday(first) * DAY; day <= first || toJalali(day)[1] === month; day += 7 * DAY) {
      weeks.push(make("tr", {}, ...WEEKDAYS.map((_name, index) => this.cell(day + index * DAY, month, today))));
    }
    this.days.replaceChildren(...weeks);
  }

  cell(day, month, today) {
    const [, itsMonth, date] = toJalali(day);
    if (itsMonth !== month) return make("td");
    return make("td", { role: "gridcell", "data-weekday": weekday(day), "aria-selected": String(day === this.chosen) },
      make("button", {
        type: "button", "data-day": day, tabindex: day === this.at ? 0 : -1,
        "aria-label": spoken(day), "aria-current": day === today && "date",
      }, persian(date)));
  }
}

if (!customElements.get("jalali-date")) customElements.define("jalali-date", JalaliDate);
