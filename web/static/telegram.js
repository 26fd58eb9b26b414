// Hands over what Telegram has put behind the # of the address, and takes it out of the address first.
"use strict";

const state = document.getElementById("state");
const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
history.replaceState(null, "", location.pathname);

async function enter() {
  if (!data) {
    state.textContent = state.dataset.empty;
    return;
  }
  try {
    const got = await fetch(state.dataset.enter, { method: "POST", body: new URLSearchParams({ data }) });
    const answer = await got.json();
    if (answer.to) location.replace(answer.to);
    else state.textContent = answer.said;
  } catch (lost) {
    state.textContent = state.dataset.lost;
  }
}

enter();
