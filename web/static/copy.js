// Buttons that copy what stands beside them. Without this script they are not there, and the text can be selected.
"use strict";

if (navigator.clipboard) {
  for (const field of document.querySelectorAll(".copy")) {
    const button = field.querySelector("button");
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.querySelector(".copied").textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }
}
