// The filter box of the actor index: shows the names that hold what is typed, whatever their accents.
"use strict";

(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const box = document.getElementById("filter-words");
  const count = document.getElementById("filter-count");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const items = Array.from(document.querySelectorAll("li[data-names]"), (item) => ({
    item,
    group: item.closest(".group"),
    href: item.querySelector("a").href,
    names: plain(item.dataset.names),
  }));

  const filter = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const full = new Set();
    const found = new Set();
    for (const { item, group, href, names } of items) {
      item.hidden = !words.every((word) => names.includes(word));
      if (item.hidden) continue;
      full.add(group);
      found.add(href);
    }
    for (const { group } of items) group.hidden = !full.has(group);
    for (const section of document.querySelectorAll(".unfiltered")) section.hidden = words.length > 0;
    count.textContent = words.length ? `${found.size} of ${new Set(items.map(({ href }) => href)).size} actors` : "";
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", filter);
  filter();
})();
