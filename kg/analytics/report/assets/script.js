(() => {
"use strict";
const DATA = JSON.parse(document.getElementById("data").textContent);
const PAGE = 50; // facts that the dialog adds at a time
const dialog = document.getElementById("facts"), list = document.getElementById("facts-list");
const title = document.getElementById("facts-title"), note = document.getElementById("facts-note");
const more = document.getElementById("facts-more");
let waiting = [];

// An element with text or elements in it; nothing is ever parsed as HTML.
function el(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.filter((part) => part !== "" && part !== undefined));
  return made;
}

function article(number) {
  const found = DATA.articles[number];
  const words = [found.name, found.by, found.on].filter(Boolean).join(", ");
  if (!found.url) return el("cite", "", words);
  const link = el("a", "", words);
  link.href = found.url;
  link.rel = "noreferrer noopener";
  link.target = "_blank";
  return el("cite", "", link);
}

function factItem(number) {
  const fact = DATA.facts[number];
  const details = [fact.amount, fact.status, fact.when, fact.place && `in ${fact.place}`, fact.about && `about ${fact.about}`,
    `confidence ${fact.p}`].filter(Boolean).join(" · ");
  const quotes = (fact.q || []).map(([document, words]) => el("blockquote", "", el("p", "", `“${words}”`), article(document)));
  return el("li", "", el("p", "fact", el("bdi", "", fact.s), ` ${fact.r} `, el("bdi", "", fact.o)), el("p", "details", details),
    ...quotes, el("p", "id", fact.id));
}

function showMore() {
  list.append(...waiting.splice(0, PAGE).map(factItem));
  more.hidden = !waiting.length;
  more.textContent = `Show more (${waiting.length})`;
}

function open(link) {
  const set = DATA.sets[Number(link.dataset.set)];
  const facts = Array.isArray(set) ? set : set.facts;
  const row = link.closest("tr").querySelector("th"), section = link.closest("section").querySelector("h2");
  title.textContent = `${row.textContent} – ${link.title.split(";")[0]}`;
  note.textContent = `${section.textContent}. ` + (Array.isArray(set)
    ? `${facts.length} ${facts.length === 1 ? "fact" : "facts"}.`
    : `The first ${facts.length} of ${set.total} facts; the query below the table gives all.`);
  list.replaceChildren();
  waiting = facts.slice();
  showMore();
  dialog.showModal();
  dialog.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-set]");
  if (link) {
    event.preventDefault();
    open(link);
  } else if (event.target === dialog) {
    dialog.close();
  }
});
more.addEventListener("click", showMore);
})();
