// Is part of the page itself: when a script of it or its first request is lost on the way, as happens on a phone between
// two cells, the page would stay blank. It is loaded again twice; then it says so.
(() => {
  const TRIES = 2;
  const KEY = "qudao.start";
  const words = document.currentScript.dataset;
  let missed = false;

  addEventListener("error", (event) => (missed ||= event.target instanceof HTMLScriptElement), true);
  addEventListener("unhandledrejection", (event) => (missed ||= /import/i.test(event.reason?.message)));

  const isStarted = () => Object.keys(window.Vaadin?.Flow?.clients ?? {}).some((name) => name !== "TypeScript");
  const isLost = () => missed || window.Vaadin?.connectionState?.state === "connection-lost";

  const watch = setInterval(() => {
    if (isStarted()) {
      clearInterval(watch);
      sessionStorage.removeItem(KEY);
    } else if (isLost()) {
      clearInterval(watch);
      again();
    }
  }, 250);

  function again() {
    const tries = Number(sessionStorage.getItem(KEY) ?? 0) + 1;
    if (tries <= TRIES) {
      sessionStorage.setItem(KEY, tries);
      setTimeout(() => location.reload(), 1000 * tries);
    } else {
      sessionStorage.removeItem(KEY);
      document.body.replaceChildren(message());
    }
  }

  function message() {
    const again = element("a", "", words.again);
    again.href = location.href;
    again.dataset.test = "start-again";
    // A router that has come up on its own would take the click for its own.
    again.addEventListener("click", (event) => (event.stopPropagation(), event.preventDefault(), location.reload()));
    const mark = element("div", "brand-mark");
    const card = element("div", "q-card q-stack", mark, element("h1", "", words.title), element("p", "", words.text), again);
    return element("main", "error-page", card);
  }

  function element(name, style, ...content) {
    const made = document.createElement(name);
    made.className = style;
    made.append(...content);
    return made;
  }
})();
