// Titles to choose from while typing. Without this module the search box works all the same.
const PAUSE = 150; // milliseconds without a key before asking
const FEWEST = 2; // letters

for (const input of document.querySelectorAll("input[data-suggestions]")) {
  let timer;
  let asking;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => suggest(input), PAUSE);
  });

  async function suggest({ value, list, dataset }) {
    asking?.abort();
    if (value.trim().length < FEWEST) return list.replaceChildren();
    asking = new AbortController();
    try {
      const address = `${dataset.suggestions}?${new URLSearchParams({ q: value })}`;
      const { groups } = await (await fetch(address, { signal: asking.signal })).json();
      list.replaceChildren(...groups.flatMap(({ label, items }) => items.map((item) => option(item.title, label))));
    } catch {
      // A newer question was asked, or the portal is away: the box stays what it is.
    }
  }
}

function option(title, kind) {
  const element = document.createElement("option");
  element.value = title;
  element.label = `${title} (${kind})`;
  return element;
}
