// Keys for what links and forms do anyway, and a selection in a source as a claim to add. Without this file the desk works too.
"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
  const rail = find(".rail");
  const shown = find("[aria-current]", rail);
  if (shown && shown.offsetLeft + shown.offsetWidth > rail.clientWidth) rail.scrollLeft = shown.offsetLeft - 16;
  let current = null;
  let awaitsScreen = false;

  const choose = (line) => {
    if (current) current.classList.remove("current");
    current = line;
    line.classList.add("current");
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  };
  const move = (step) => {
    const lines = all("main .line").filter((line) => line.offsetParent !== null);
    if (!lines.length) return;
    const here = lines.indexOf(current);
    choose(lines[here === -1 ? (step > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, here + step))]);
  };
  const follow = (selector) => {
    const link = current && find(selector, current);
    if (link) link.click();
    return Boolean(link);
  };
  const press = (key) => {
    const button = all("button[data-key], summary[data-key]").find((found) => found.dataset.key === key && !found.disabled);
    const needs = button && button.dataset.needs && button.form.elements[button.dataset.needs];
    if (needs && !needs.value.trim()) needs.focus();
    else if (button) button.click();
    return Boolean(button);
  };
  const openScreen = (key) => {
    const link = all(".rail a").find((found) => found.dataset.key === key);
    if (link) link.click();
    return Boolean(link);
  };
  const keys = {
    "/": () => { const field = find(".strip input[name=filter]") || find(".strip input[type=text]"); if (field) { field.focus(); field.select(); } return Boolean(field); },
    "?": () => { const keysList = find("#keys"); keysList.scrollIntoView(); keysList.focus(); return true; },
    j: () => { move(1); return true; },
    k: () => { move(-1); return true; },
    Enter: () => follow("a.to-source") || follow("a"),
    o: () => follow("a.open"),
    g: () => { awaitsScreen = true; return true; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") { if (isTyping(event.target)) event.target.blur(); return; }
    if (isTyping(event.target)) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return;
    if (awaitsScreen) {
      awaitsScreen = false;
      if (openScreen(event.key)) event.preventDefault();
      return;
    }
    const done = press(event.key) || (keys[event.key] ? keys[event.key]() : false);
    if (done) event.preventDefault();
  });

  // Where the address names a claim, its words are brought into view even if they are on a later line of a long mark.
  const asked = find("mark.asked");
  if (asked && location.hash) asked.scrollIntoView({ block: "center" });

  // A list line lights up its marks.
  document.addEventListener("focusin", (event) => {
    const line = event.target.closest("aside.claims .line");
    if (!line) return;
    const link = find("a.to-source", line);
    const id = link && link.hash.slice(1);
    all("mark.near").forEach((mark) => mark.classList.remove("near"));
    if (id) all(`mark[data-claims~="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.add("near"));
  });

  // Code points, as spans count them: a letter outside the basic plane is one.
  const count = (text) => [...text].length;
  const text = find("#text");
  const form = find("#add-claim");
  if (text && form) {
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
      const range = selection.getRangeAt(0);
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(range.startContainer, range.startOffset);
      const start = Number(text.dataset.start) + count(before.toString());
      form.elements.start.value = start;
      form.elements.stop.value = start + count(range.toString());
      find("#add-quote").textContent = range.toString();
    });
  }
})();
