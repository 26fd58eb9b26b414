#!/usr/bin/env bash
# FullCalendar 7.1.0: a height that is set for a view alone leaves the view without any height.
#
# Behaviour: `height` is one of the options that can be set for a view (`views: { timeGridWeek: { height: 600 } }`).
# Inside, the view's parts then grow to fill their parent, as they do with a height for the whole calendar. But
# the parent, the calendar's own element, is only ever given the height of the calendar's options, so it has none, and
# the hours of the week are a strip of no height. `contentHeight` of a view works.
#
# Seen for a week, as the style of the calendar's element:
#   height: 600 for the calendar                600px
#   height: 600 for the view timeGridWeek       none, not 600px
#
# Ends with 0 while that is so, and with 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" fullcalendar@7.1.0 temporal-polyfill@1.0.1 jsdom@26.1.0
cd "$folder"
node --input-type=commonjs - <<'NODE'
const { readFileSync } = require("node:fs");
const { JSDOM } = require("jsdom");

const source = readFileSync("node_modules/fullcalendar/all/global.js", "utf-8");

function heightOf(options) {
  const { window } = new JSDOM("<div id='calendar'></div>", { runScripts: "outside-only", pretendToBeVisual: true });
  window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {} });
  window.eval(`${source}; window.FullCalendar = FullCalendar;`);
  const element = window.document.getElementById("calendar");
  new window.FullCalendar.Calendar(element, { initialView: "timeGridWeek", ...options }).render();
  return element.style.height || "none";
}

const whole = heightOf({ height: 600 });
const view = heightOf({ views: { timeGridWeek: { height: 600 } } });
console.log(`height: 600 for the calendar                ${whole}`);
console.log(`height: 600 for the view timeGridWeek       ${view}${view === "600px" ? "" : ", not 600px"}`);
if (whole !== "600px" || view !== "none") {
  console.error("The behaviour has changed.");
  process.exitCode = 1;
}
process.exit();
NODE
