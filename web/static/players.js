// Players that are loaded by a tap, and asked for nothing before. Without this script they are links.
"use strict";

for (const link of document.querySelectorAll("a.play[data-embed]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "play";
  button.textContent = link.dataset.play;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = link.dataset.title;
    frame.allow = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture";
    // YouTube plays for nobody who does not say where; the page's own path is a secret, so the host is all that it is told.
    frame.referrerPolicy = "strict-origin";
    frame.setAttribute(
      "sandbox",
      "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms allow-presentation",
    );
    frame.src = link.dataset.embed;
    button.replaceWith(frame);
    frame.focus();
  });
  const open = link.cloneNode(true);
  open.className = "elsewhere";
  link.replaceWith(button, open);
}
