/**
 * The one script that stands in a page. Over `file:` no browser loads a script by its hash, so this one is known by its
 * hash and fetches the other, from a place that is fixed when the page is made.
 */
export function pageLoader(up: string): string {
  return `document.head.append(Object.assign(document.createElement("script"),{src:${JSON.stringify(`${up}page.js`)}}))`;
}

/** What the pages do on a press or a key: copying, finding, drawing. Without it they are complete. */
export const pageScript = `"use strict";
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("status").textContent = text; };

// The LaTeX of a formula travels inside it, as its annotation.
const copied = {
  latex: (button) => [...button.closest(".equation, .chain").querySelectorAll(".formula annotation")]
    .map((one) => one.textContent.trim()).join("\\n"),
  code: (button) => button.closest(".cell").querySelector("pre").textContent,
};
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  const show = (text) => {
    button.textContent = text;
    say(text);
    setTimeout(() => { button.textContent = label; say(""); }, 1600);
  };
  button.onclick = () => copyText(copied[button.dataset.copy](button)).then(() => show("Copied"), () => show("Not copied"));
}
function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done ? Promise.resolve() : Promise.reject();
}

// What is wider than its place can be scrolled by keyboard.
const scrollers = [...document.querySelectorAll(".formula, .table, .out pre, .prose pre, .evidence dd, .given .held, .picture, .errs td > div")];
const names = { formula: "Formula", held: "Formula", table: "Table", picture: "Figure" };
function reach() {
  scrollers.forEach((one) => {
    const wider = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    if (wider === one.hasAttribute("tabindex")) return;
    if (wider) {
      one.tabIndex = 0;
      if (!/^(PRE|DD)$/.test(one.tagName)) one.setAttribute("role", "group");
      if (one.tagName !== "DD") one.setAttribute("aria-label", names[one.classList[0]] || "Text");
    } else for (const name of ["tabindex", "role", "aria-label"]) one.removeAttribute(name);
  });
}
addEventListener("resize", reach);
addEventListener("toggle", reach, true);
if (document.fonts) document.fonts.ready.then(reach);
reach();

// A link to a fold's inside opens the fold.
function unfold() {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
}
addEventListener("hashchange", unfold);
unfold();

// Every word typed must occur in the id, the chapter's title or the LaTeX.
const form = document.querySelector(".find");
if (form) {
  const rows = [...document.querySelectorAll(".eqs li")].map((row) => [row, row.dataset.words.toLowerCase()]);
  form.hidden = false;
  form.onsubmit = (event) => event.preventDefault();
  byId("find").oninput = (event) => {
    const words = event.target.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    byId("found").textContent = !words.length ? "" : shown ? shown + " of " + rows.length + " shown"
      : "No equation matches. Try an id, a symbol or a word of its chapter's title.";
  };
}

// Plotly comes from this folder, from this one place, and only when somebody asks for it.
let plotly;
const loadPlotly = () => plotly ||= new Promise((done, fail) => {
  keepToPolicy();
  const script = document.createElement("script");
  script.src = "plotly.js";
  script.onload = done;
  script.onerror = () => fail(new Error("plotly.js is missing"));
  document.head.append(script);
});
// The page allows neither style elements nor style attributes; what Plotly sets goes through the object model instead,
// without what a style in a figure's words would load.
function keepToPolicy() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const create = document.createElement.bind(document);
  document.createElement = (name, ...options) =>
    name === "style" ? Object.assign(create("meta"), { sheet }) : create(name, ...options);
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = ownStyle(value);
    else setAttribute.call(this, name, value);
  };
}
const { style: idle } = document.implementation.createHTMLDocument("").createElement("i");
function ownStyle(text) {
  idle.cssText = text;
  for (const name of [...idle]) if (/url\\("(?!#)/.test(idle.getPropertyValue(name))) idle.removeProperty(name);
  return idle.cssText;
}
for (const button of document.querySelectorAll("[data-plot]")) {
  const label = button.textContent;
  const figure = button.closest("figure");
  const still = figure.querySelector(".picture");
  let live;
  button.onclick = async () => {
    if (live) {
      Plotly.purge(live);
      live.remove();
      live = undefined;
      still.hidden = false;
      button.textContent = label;
      say("The static figure is back");
      return;
    }
    button.textContent = "Loading";
    try {
      await loadPlotly();
      live = document.createElement("div");
      live.className = "plotly-here";
      still.after(live);
      still.hidden = true;
      const { data, layout } = JSON.parse(figure.querySelector("script").textContent);
      await Plotly.newPlot(live, data, dressed(layout, figure), { responsive: true, displaylogo: false });
      button.textContent = "Back to the static figure";
      say("The interactive figure is open");
    } catch (error) {
      if (live) live.remove();
      live = undefined;
      still.hidden = false;
      button.textContent = label;
      say("The interactive figure could not be opened: " + error.message);
    }
  };
}
/** The page's inks instead of Plotly's own. */
function dressed(layout, figure) {
  const style = getComputedStyle(figure);
  const token = (name) => style.getPropertyValue(name).trim();
  const axes = {};
  for (const axis of new Set(["xaxis", "yaxis", ...Object.keys(layout).filter((key) => /^[xy]axis/.test(key))])) {
    axes[axis] = { gridcolor: token("--hair"), linecolor: token("--soft"), zerolinecolor: token("--line"), ...layout[axis] };
  }
  const font = { family: token("--sans"), size: 12, color: token("--soft") };
  return { margin: { t: 24, r: 16 }, ...layout, ...axes, title: undefined, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { ...layout.font, ...font } };
}
`;
