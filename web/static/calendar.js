// The calendar to drag on. It shows and sends wall times alone: FullCalendar is told that they are UTC, so that
// neither the browser's zone nor its zone data have a say. What they mean, and every word, comes from the server.
"use strict";

const root = document.getElementById("calendar");
const said = root.dataset;
const bar = document.getElementById("bar");
const answer = document.getElementById("answer");
const COLOURS = { busy: "busy", maybe: "maybe", free: "free", fixed: "fixed", proposed: "proposed", imported: "imported" };
const DAY = 86400000;
const PHONE = matchMedia("(max-width: 40rem)").matches;
const LOCALE = document.documentElement.lang;
let marked = null; // the span that the bar is about
let calendar = null;

const wall = (date, allDay) => date.toISOString().slice(0, allDay ? 10 : 16);
const ends = (event) => event.end || new Date(event.start.getTime() + (event.allDay ? DAY : 3600000));

function key() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");
}

function tell(words) {
  answer.hidden = false;
  answer.classList.toggle("refused", Boolean(words.refused));
  answer.querySelector(".said").textContent = words.said;
  answer.querySelector(".notes").replaceChildren(...words.notes.map((each) => {
    const line = document.createElement("li");
    line.textContent = each;
    return line;
  }));
  const undo = answer.querySelector(".undo");
  undo.hidden = !words.undo;
  undo.elements.change.value = words.undo || "";
  undo.elements.once.value = key();
}

const refused = (words) => ({ said: words, notes: [], undo: null, refused: true });

// Sends a change; answers whether it was made. The same key is sent again where an answer was lost: done once.
async function send(to, fields) {
  const body = new URLSearchParams({ ...fields, csrf: said.csrf, once: key() });
  const asked = { method: "POST", body, headers: { Accept: "application/json" } };
  let words = refused(said.lost);
  root.setAttribute("aria-busy", "true");
  for (const last of [false, true]) {
    try {
      const got = await fetch(to, asked);
      const json = (got.headers.get("content-type") || "").startsWith("application/json");
      words = json ? await got.json() : refused(got.status === 404 ? said.over : said.lost);
      break;
    } catch (lost) {
      if (last) words = refused(said.lost);
    }
  }
  root.removeAttribute("aria-busy");
  tell(words);
  if (!words.refused) refresh();
  return !words.refused;
}

// What stands in the lists below the calendar comes with the page, so it is taken from a fresh one.
async function refresh() {
  calendar.refetchEvents();
  try {
    const got = await fetch(location.href);
    if (!got.ok) return;
    const page = new DOMParser().parseFromString(await got.text(), "text/html");
    for (const id of ["entries", "green"]) {
      const fresh = page.getElementById(id);
      const old = document.getElementById(id);
      if (fresh && old) old.replaceWith(fresh);
    }
  } catch (lost) {
    // The lists stay as they were until the page is opened again.
  }
}

function written(start, end, allDay) {
  const last = allDay ? new Date(end.getTime() - DAY) : end;
  const day = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" };
  const hours = { hour: "2-digit", minute: "2-digit", hour12: said.twelve === "yes" };
  return new Intl.DateTimeFormat(LOCALE, allDay ? day : { ...day, ...hours }).formatRange(start, last);
}

function open(span) {
  marked = span;
  bar.querySelector(".span").textContent = written(span.start, span.end, span.allDay);
  bar.hidden = false;
}

function close() {
  marked = null;
  bar.hidden = true;
  bar.reset();
  calendar.unselect();
}

bar.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { start, end, allDay } = marked;
  const fields = { kind: event.submitter.value, start: wall(start, allDay), end: wall(end, allDay) };
  if (allDay) fields.whole = "yes";
  if (bar.elements.weekly.checked) fields.weekly = "yes";
  close();
  await send(said.mark, fields);
});
bar.querySelector(".cancel").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !bar.hidden) close();
});

answer.querySelector(".undo").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  send(form.action, { change: form.elements.change.value });
});

// Asks in a dialog; answers with the value of the button that was pressed.
function ask(id, what, day) {
  const dialog = document.getElementById(id);
  dialog.querySelector(".what").textContent = what;
  const line = dialog.querySelector(".day");
  if (line) line.textContent = day;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue), { once: true });
  });
}

async function remove(event) {
  const { rule, begins, repeats, words, loose } = event.extendedProps;
  const dialog = document.getElementById("ask-remove");
  dialog.querySelector(".one").hidden = !repeats || !loose;
  dialog.querySelector(".every").hidden = !repeats;
  dialog.querySelector(".alone").hidden = repeats;
  const choice = await ask("ask-remove", words, written(event.start, ends(event), event.allDay));
  if (!choice) return;
  await send(said.remove, choice === "one" ? { rule, begins } : { rule, begins, every: "yes" });
}

// After a drag or a pull: the calendar shows it already, and puts it back unless the server has done the same.
async function move(info) {
  const { event, oldEvent } = info;
  const { rule, begins, repeats, words } = event.extendedProps;
  if (event.allDay !== oldEvent.allDay) {
    info.revert();
    tell(refused(said.wholeDays));
    return;
  }
  const fields = { rule, begins, start: wall(event.start, event.allDay), end: wall(ends(event), event.allDay) };
  if (event.allDay) fields.whole = "yes";
  if (repeats) {
    const choice = await ask("ask-move", words, written(event.start, ends(event), event.allDay));
    if (!choice) {
      info.revert();
      return;
    }
    if (choice === "every") fields.every = "yes";
  }
  if (!(await send(said.move, fields))) info.revert();
}

// A month shows whole days only, so that a green zone becomes the background of its day there.
function thing(each, month) {
  if (each.kind === "green") {
    const begins = each.start.slice(0, 10);
    return { ...each, display: "background", className: "zone", color: "var(--zone)", ...(month ? { allDay: true, start: begins, end: undefined } : {}) };
  }
  const colour = COLOURS[each.kind];
  const loose = Boolean(each.loose);
  return { ...each, editable: loose, className: `thing ${colour}`, color: `var(--${colour})`, contrastColor: `var(--on-${colour})` };
}

async function things(info) {
  const days = { from: wall(info.start, true), to: wall(info.end, true), band: said.band };
  const got = await fetch(`${said.entries}?${new URLSearchParams(days)}`);
  if (!got.ok) {
    tell(refused(got.status === 404 ? said.over : said.lost));
    return [];
  }
  const month = info.end - info.start > 8 * DAY;
  return (await got.json()).map((each) => thing(each, month));
}

function tapped(info) {
  const end = new Date(info.date.getTime() + (info.allDay ? DAY : 2 * 3600000));
  calendar.select(wall(info.date, info.allDay), wall(end, info.allDay));
}

const NARROW = new Intl.DateTimeFormat(LOCALE, { weekday: "narrow", timeZone: "UTC" });
const HOURS = { hour: said.twelve === "yes" ? "numeric" : "2-digit", minute: "2-digit", hour12: said.twelve === "yes" };

calendar = new FullCalendar.Calendar(root, {
  timeZone: "UTC",
  locale: LOCALE,
  now: `${said.today}T12:00:00Z`,
  nowIndicator: false,
  firstDay: Number(said.firstDay),
  initialView: "dayGridMonth",
  headerToolbar: { start: "prev,next today", center: "title", end: "dayGridMonth,timeGridWeek" },
  todayText: said.now,
  prevText: said.back,
  nextText: said.forward,
  monthText: said.month,
  weekTextLong: said.week,
  allDayText: said.allDay,
  moreLinkText: said.more,
  closeHint: said.close,
  prevHint: said.back,
  nextHint: said.forward,
  todayHint: said.now,
  viewHint: (name) => name,
  viewChangeHint: said.views,
  views: {
    dayGridMonth: { contentHeight: "auto" },
    timeGridWeek: {
      contentHeight: PHONE ? 520 : 600, // `height` of a view alone leaves it without any
      scrollTime: "16:00:00",
      slotDuration: "00:30:00",
      dayHeaderContent: PHONE ? ({ date }) => `${NARROW.format(date)} ${date.getUTCDate()}` : undefined,
    },
  },
  eventTimeFormat: HOURS,
  slotHeaderFormat: HOURS,
  dayMaxEvents: 4,
  lazyFetching: false,
  selectable: true,
  selectMirror: true,
  selectMinDistance: 4,
  unselectAuto: false,
  selectLongPressDelay: 350,
  eventLongPressDelay: 350,
  editable: true,
  eventResizableFromStart: true,
  eventInteractive: true,
  // As fine as the lines: with a finer one FullCalendar 7.1 lets a thing jump when it is grabbed off its middle.
  snapDuration: "00:30:00",
  // A cell that has a label is read without what is in it: the date, the green zone, the entries.
  dayCellDidMount: ({ el }) => el.removeAttribute("aria-label"),
  events: (info, done, failed) => { things(info).then(done, failed); },
  select: (info) => open({ start: info.start, end: info.end, allDay: info.allDay }),
  dateClick: tapped,
  eventClick: (info) => {
    info.jsEvent.preventDefault();
    if (info.event.extendedProps.rule) remove(info.event);
    else ask("show-fixed", info.event.extendedProps.words || info.event.title);
  },
  eventDrop: move,
  eventResize: move,
});
document.getElementById("board").hidden = false;
calendar.render();
