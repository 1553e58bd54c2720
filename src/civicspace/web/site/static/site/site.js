// Makes reading quicker; every page works without it.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const reading = document.querySelector(".reading");
  const help = document.getElementById("help");
  let current = null;

  const marksOf = (key) => all(`.m[data-facts~="${key}"]`);
  const cardOf = (key) => document.getElementById(`c-${key}`);
  const refOf = (key) => document.querySelector(`.ref[data-key="${key}"]`);

  const light = (key, on) => {
    marksOf(key).forEach((mark) => mark.classList.toggle("on", on));
    for (const part of [cardOf(key), refOf(key)]) part?.classList.toggle("lit", on);
  };
  const hold = (key) => {
    if (current) {
      light(current, false);
      cardOf(current)?.classList.remove("held");
    }
    current = key;
    if (!key) return;
    light(key, true);
    cardOf(key)?.classList.add("held");
  };
  const show = (element) => {
    const box = element.getBoundingClientRect();
    if (box.top < 70 || box.bottom > innerHeight - 20) element.scrollIntoView({ block: "center" });
  };
  const toText = (key) => {
    hold(key);
    history.replaceState(null, "", `#q-${key}`);
    const ref = refOf(key);
    ref?.focus({ preventScroll: true });
    const first = marksOf(key)[0];
    if (first) show(first);
  };
  const toCard = (key) => {
    hold(key);
    history.replaceState(null, "", `#c-${key}`);
    const card = cardOf(key);
    if (!card) return;
    card.querySelector(".head").focus({ preventScroll: true });
    show(card);
  };
  const visible = () => all(".ref[data-key]", reading).filter((ref) => !ref.hidden);
  const step = (by) => {
    const refs = visible();
    if (!refs.length) return;
    let at = refs.findIndex((ref) => ref.dataset.key === current);
    if (at < 0) {
      const next = refs.findIndex((ref) => ref.getBoundingClientRect().top > 70);
      at = by > 0 ? (next < 0 ? refs.length : next) - 1 : next < 0 ? refs.length : next;
    }
    toText(refs[Math.min(Math.max(at + by, 0), refs.length - 1)].dataset.key);
  };

  // Which of a mark's facts a pointer means: the shortest that is shown; a second click takes the next one.
  const keyAt = (mark, again) => {
    const keys = mark.dataset.facts.split(" ").filter((key) => cardOf(key) && !cardOf(key).hidden);
    const at = keys.indexOf(current);
    return again && at >= 0 ? keys[(at + 1) % keys.length] : keys[0];
  };

  if (reading) {
    let hovered = null;
    const hover = (key) => {
      if (key === hovered) return;
      if (hovered && hovered !== current) light(hovered, false);
      hovered = key;
      if (key) light(key, true);
    };
    const keyOf = (target) => {
      const ref = target.closest?.(".ref[data-key], .card");
      if (ref) return ref.dataset.key;
      const mark = target.closest?.(".m[data-facts]");
      return mark ? keyAt(mark, false) : null;
    };
    reading.addEventListener("pointerover", (event) => hover(keyOf(event.target)));
    reading.addEventListener("pointerleave", () => hover(null));
    reading.addEventListener("focusin", (event) => hover(keyOf(event.target)));
    reading.addEventListener("focusout", () => hover(null));
    reading.addEventListener("click", (event) => {
      const head = event.target.closest(".head");
      const ref = event.target.closest(".ref[data-key]");
      const mark = event.target.closest(".m[data-facts]");
      if (event.metaKey || event.ctrlKey || event.shiftKey || (event.target.closest("a") && !head && !ref)) return;
      if (head) toText(head.closest(".card").dataset.key);
      else if (ref) toCard(ref.dataset.key);
      else if (mark && !String(getSelection())) {
        const key = keyAt(mark, true);
        if (key) toCard(key);
      } else return;
      event.preventDefault();
    });
    const asked = /^#[cq]-(.+)$/.exec(location.hash);
    if (asked && cardOf(asked[1])) hold(asked[1]);
  }

  const form = document.getElementById("filter");
  if (form && reading) {
    const names = ["kind", "type", "freedom", "status"];
    const asked = new URLSearchParams(location.search);
    // A page that came filtered holds only those facts: the next choice must ask for the rest.
    const whole = !names.some((name) => asked.get(name));
    form.addEventListener("change", () => {
      const wanted = names.map((name) => [name, form.elements[name]?.value || ""]).filter(([, value]) => value);
      const query = new URLSearchParams(wanted).toString();
      const address = location.pathname + (query ? `?${query}` : "");
      if (!whole) {
        location.assign(address);
        return;
      }
      hold(null);
      const shown = new Set();
      for (const card of all(".card", reading)) {
        card.hidden = !wanted.every(([name, value]) => card.dataset[name] === value);
        if (!card.hidden) shown.add(card.dataset.key);
      }
      for (const ref of all(".ref[data-key]", reading)) ref.hidden = !shown.has(ref.dataset.key);
      for (const mark of all(".m[data-facts]", reading)) {
        mark.classList.toggle("off", !mark.dataset.facts.split(" ").some((key) => shown.has(key)));
      }
      document.getElementById("shown").textContent = String(shown.size);
      history.replaceState(null, "", address);
    });
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    const does = {
      j: () => reading && step(1),
      k: () => reading && step(-1),
      "/": () => form?.querySelector("select")?.focus(),
      "?": () => help?.showModal(),
      Escape: () => hold(null),
    }[event.key];
    if (!does) return;
    if (event.key !== "Escape") event.preventDefault();
    does();
  });
})();
