// Shows the zone that the browser knows, and what to say in chat. Without this script the page says how to type it.
"use strict";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const LONGEST = 43; // more than that, written in base64, is too much for a link to Telegram

if (/^[A-Za-z0-9_+-]+\/[A-Za-z0-9_+/-]+$/.test(zone) && zone.length <= LONGEST) {
  const found = document.getElementById("found");
  const telegram = document.getElementById("telegram");
  document.getElementById("zone").textContent = zone;
  found.querySelector(".copied").textContent = `/timezone ${zone}`;
  if (telegram) {
    telegram.href += `?start=zone_${btoa(zone).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  }
  found.hidden = false;
}
