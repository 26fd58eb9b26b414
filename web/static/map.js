// The map of venues: a mark for each city. Without a server of tiles the ground stays plain.
"use strict";
(() => {
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  const places = JSON.parse(box.dataset.places);
  if (!places.length) return;
  box.hidden = false;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    maxZoom: 16,
    minZoom: 2,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  });
  L.control.zoom({ position: "bottomright", zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  L.control.scale({ imperial: document.documentElement.lang === "en-GB" || document.documentElement.lang === "en-US" }).addTo(map);
  if (box.dataset.tiles) {
    // Leaflet puts an empty picture, as a data address, in place of a tile that is taken away.
    // The pages' policy allows none, so such a tile is left without an address.
    const Tiles = L.TileLayer.extend({
      _abortLoading() {
        for (const key of Object.keys(this._tiles)) {
          const { coords, el } = this._tiles[key];
          if (coords.z === this._tileZoom) continue;
          el.onload = el.onerror = () => {};
          if (el.complete) continue;
          el.removeAttribute("src");
          L.DomUtil.remove(el);
          delete this._tiles[key];
          this.fire("tileabort", { tile: el, coords });
        }
      },
      _removeTile(key) {
        const tile = this._tiles[key];
        if (!tile) return;
        tile.el.removeAttribute("src");
        return L.GridLayer.prototype._removeTile.call(this, key);
      },
    });
    new Tiles(box.dataset.tiles, { maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(map);
    const credit = document.createElement("span");
    credit.textContent = box.dataset.attribution;
    L.control.attribution({ position: "bottomleft", prefix: false }).addAttribution(credit.innerHTML).addTo(map);
  }
  const text = (tag, words, className) => {
    const made = document.createElement(tag);
    made.textContent = words;
    if (className) made.className = className;
    return made;
  };
  const listed = (place) => {
    const list = document.createElement("ul");
    for (const [name, address] of place.venues) {
      const link = text("a", name);
      link.href = address;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    const found = document.createElement("div");
    found.append(text("b", place.city), list);
    if (place.count > place.venues.length) found.append(text("p", box.dataset.more));
    return found;
  };
  for (const place of places) {
    const mark = document.createElement("span");
    mark.append(text("span", String(place.count), "number"), text("span", place.city, "name"));
    const icon = L.divIcon({ className: "mark", html: mark, iconSize: [44, 44], popupAnchor: [0, -16] });
    L.marker(place.at, { icon, title: "", keyboard: true }).bindPopup(listed(place)).addTo(map);
  }
  if (places.length === 1) map.setView(places[0].at, 11);
  else map.fitBounds(places.map((place) => place.at), { paddingTopLeft: [48, 40], paddingBottomRight: [80, 72], maxZoom: 11 });
})();
