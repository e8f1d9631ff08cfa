// <q-moment at="2026-01-31T08:00:00Z" lang="zh-CN" zone="Asia/Shanghai">: an instant in the reader's own time zone, which is named
// where it is not the tenant's; relative within a day, in full on hover.
(() => {
  if (customElements.get("q-moment")) {
    return;
  }
  const day = 86_400;
  const steps = [
    [60, "second", 1],
    [3_600, "minute", 60],
    [day, "hour", 3_600],
  ];

  class Moment extends HTMLElement {
    static observedAttributes = ["at", "lang", "zone"];

    attributeChangedCallback() {
      const at = new Date(this.getAttribute("at"));
      if (Number.isNaN(at.getTime())) {
        return;
      }
      const lang = this.getAttribute("lang") || document.documentElement.lang || undefined;
      this.title = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "long" }).format(at);
      this.textContent = this.words(at, lang);
    }

    isHome(at) {
      const clock = (timeZone) => at.toLocaleString("en", { timeZone });
      const zone = this.getAttribute("zone");
      return !zone || clock(zone) === clock(undefined);
    }

    words(at, lang) {
      const now = new Date();
      const seconds = (at - now) / 1000;
      const step = steps.find(([below]) => Math.abs(seconds) < below);
      if (step) {
        const format = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
        return format.format(Math.round(seconds / step[2]), step[1]);
      }
      const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
      const timeZoneName = this.isHome(at) ? undefined : "short";
      const options = { year, month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZoneName };
      return new Intl.DateTimeFormat(lang, options).format(at);
    }
  }

  customElements.define("q-moment", Moment);
})();

// Over a number that is being typed, the wheel scrolls the page and leaves the number alone.
addEventListener(
  "wheel",
  (event) => {
    const focused = document.activeElement;
    if (focused?.type === "number" && event.composedPath().includes(focused)) {
      focused.blur();
    }
  },
  { passive: true, capture: true },
);
