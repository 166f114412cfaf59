// Reloads this page as soon as the server would send another one. Only the preview has this script.
(function () {
  "use strict";
  const version = document.currentScript.dataset.version;
  const address = new URL("/__sitegen__/live", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("path", location.pathname);
  address.searchParams.set("version", version);
  let pause = 250;

  function connect() {
    const socket = new WebSocket(address);
    socket.onopen = () => { pause = 250; };
    socket.onmessage = () => location.reload();
    socket.onclose = () => {
      setTimeout(connect, pause);
      pause = Math.min(2 * pause, 4000);
    };
  }

  connect();
})();
