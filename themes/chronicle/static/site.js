// Pages name their files (".../index.html") so that the archive also opens from a disk.
// A server finds them by the folder: there the short address is the one to copy.
"use strict";

if (location.protocol.startsWith("http")) {
  for (const link of document.querySelectorAll("a[href]")) {
    const address = new URL(link.href, document.baseURI);
    if (address.origin === location.origin && address.pathname.endsWith("/index.html")) {
      address.pathname = address.pathname.slice(0, -"index.html".length);
      link.href = address.href;
    }
  }
}
