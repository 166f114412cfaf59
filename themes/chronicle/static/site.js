// Pages name their files (".../index.html") so that the archive also opens from a disk.
// A server finds them by the folder: there the short address is the one to copy.
"use strict";

if (location.protocol.startsWith("http")) {
  for (const link of document.querySelectorAll('a[href*="index.html"]:not([href*="//"])')) {
    const address = link.getAttribute("href");
    link.setAttribute("href", address.replace(/(^|\/)index\.html(?=[?#]|$)/, (_, slash) => slash || "./"));
  }
}
