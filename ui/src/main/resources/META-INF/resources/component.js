// <q-moment at="2026-01-31T08:00:00Z" lang="zh-CN">: an instant in the reader's own time zone; relative within a day, in full on hover.
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
    static observedAttributes = ["at", "lang"];

    attributeChangedCallback() {
      const at = new Date(this.getAttribute("at"));
      if (Number.isNaN(at.getTime())) {
        return;
      }
      const lang = this.getAttribute("lang") || document.documentElement.lang || undefined;
      this.title = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "medium" }).format(at);
      this.textContent = this.words(at, lang);
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
      const options = { year, month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
      return new Intl.DateTimeFormat(lang, options).format(at);
    }
  }

  customElements.define("q-moment", Moment);
})();
