// Pages to choose from while typing: the combobox pattern of ARIA 1.2 with a list in groups.
// Without this module the search box works all the same; with it, Enter without a choice still searches.
const PAUSE = 150; // milliseconds without a key before asking
const FEWEST = 2; // letters
let made = 0;

class Combobox {
  constructor(input) {
    this.input = input;
    this.options = [];
    this.chosen = -1;
    this.list = element("div", { id: `suggestions-${++made}`, role: "listbox", class: "suggestions", hidden: "" });
    this.list.setAttribute("aria-label", input.dataset.label);
    this.status = element("p", { class: "vh", role: "status" });
    input.parentElement.append(this.list, this.status);
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-controls", this.list.id],
      ["aria-expanded", "false"],
    ]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus, or the list would close before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    input.closest("[popover]")?.addEventListener("toggle", (event) => event.newState === "open" && input.focus());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking?.abort();
    const words = this.input.value.trim();
    if (words.length < FEWEST) return this.close();
    this.asking = new AbortController();
    try {
      const address = `${this.input.dataset.suggestions}?${new URLSearchParams({ q: words })}`;
      const answer = await (await fetch(address, { signal: this.asking.signal })).json();
      if (document.activeElement === this.input) this.show(answer);
    } catch {
      // A newer question was asked, or the portal is away: the box stays what it is.
    }
  }

  show({ groups, message }) {
    this.choose(-1);
    this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, number) => (option.id = `${this.list.id}-${number}`));
    this.status.textContent = message;
    this.open(this.options.length > 0);
  }

  group({ label, items }, number) {
    const id = `${this.list.id}-group-${number}`;
    const group = element("div", { role: "group", "aria-labelledby": id });
    group.append(element("div", { id, role: "presentation", class: "suggestions-kind" }, label));
    for (const { title, url } of items) {
      group.append(element("a", { role: "option", href: url, tabindex: "-1", "aria-selected": "false" }, title));
    }
    return group;
  }

  open(visible) {
    this.list.hidden = !visible;
    this.input.setAttribute("aria-expanded", String(visible));
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.choose(-1);
    this.open(false);
    this.status.textContent = "";
  }

  choose(number) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = number;
    const option = this.options[number];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !open && this.options.length && this.input.value.trim().length >= FEWEST) this.open(true);
    else if (step && open && event.altKey) this.close();
    else if (step && open) this.step(step);
    else if (event.key === "Escape" && open) this.close();
    else if (event.key === "Enter" && open && this.chosen >= 0) this.options[this.chosen].click();
    else return;
    event.preventDefault();
  }

  step(step) {
    // One place more than there are options: the visitor's own words, without a choice.
    const places = this.options.length + 1;
    this.choose(((this.chosen + 1 + step + places) % places) - 1);
  }
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

for (const input of document.querySelectorAll("input[data-suggestions]")) new Combobox(input);
