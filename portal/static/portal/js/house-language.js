// While somebody writes: marks words the house does not use in the panel of checks, and puts the house's word in their
// place with one click. Without this script the page says the same when it is saved.
const PAUSE = 1200; // milliseconds between two looks at the form
const REST = 10000; // and until what could not be asked is asked again
const panel = document.querySelector("[data-house-language]");
const form = document.querySelector("form[data-edit-form], #page-edit-form, #w-editor-form");

const inQuotation = (name) => {
  for (let at = name.lastIndexOf("-value"); at > 0; at = name.lastIndexOf("-value", at - 1)) {
    if (form.elements.namedItem(`${name.slice(0, at)}-type`)?.value === "quote") return true;
  }
  return false;
};

// The blocks of the rich text editor, with each mark of a quotation as an end: its words are somebody else's.
function* richTexts(name, value) {
  let blocks = [];
  try {
    blocks = JSON.parse(value)?.blocks || [];
  } catch {
    return;
  }
  for (const { key, text, inlineStyleRanges = [] } of blocks) {
    const signs = text.split("");
    for (const { style, offset, length } of inlineStyleRanges) {
      if (style === "QUOTATION") signs.fill("\u0001", offset, offset + length);
    }
    if (text.trim()) yield { name, block: key, text: signs.join("") };
  }
}

function* texts() {
  for (const field of form.elements) {
    const { name, value, type } = field;
    if (!name || !value || name.includes("__prefix__") || inQuotation(name)) continue;
    if (field.draftailEditor) yield* richTexts(name, value);
    else if (type === "textarea" || (type === "text" && !field.closest("[hidden], .w-comments"))) {
      yield { name, block: "", text: value };
    }
  }
}

// The server counts signs, the browser counts units of two bytes.
const units = (text, count) => [...text].slice(0, count).join("").length;

// A rich text has no label of its own: the nearest field or panel around it names it, a block by its kind.
function labelOf(field) {
  const around = "[data-field-wrapper], .w-panel";
  let heading = field.labels?.[0];
  for (let place = field.closest(around); place && !heading; place = place.parentElement.closest(around))
    heading = place.querySelector("label, .c-sf-block__type") || place.querySelector(".w-panel__heading");
  return (heading?.textContent || field.name).replace(/\s+/g, " ").replace("*", "").trim();
}

function replaceInEditor(field, { block, start, end, says }) {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const state = field.draftailEditor.getEditorState();
  const content = state.getCurrentContent();
  const piece = content.getBlockForKey(block);
  if (!piece) return;
  const [from, to] = [units(piece.getText(), start), units(piece.getText(), end)];
  const where = SelectionState.createEmpty(block).merge({ anchorOffset: from, focusOffset: to });
  const style = piece.getInlineStyleAt(from);
  const written = Modifier.replaceText(content, where, says, style, piece.getEntityAt(from));
  field.draftailEditor.onChange(EditorState.push(state, written, "insert-characters"));
}

function replace(field, word) {
  if (word.block) return replaceInEditor(field, word);
  const { value } = field;
  field.value = value.slice(0, units(value, word.start)) + word.says + value.slice(units(value, word.end));
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function button(text, about, press) {
  const made = element("button", text, "button button-small button-secondary");
  made.type = "button";
  made.append(element("span", ` ${about}`, "w-sr-only"));
  made.addEventListener("click", press);
  return made;
}

function row(word) {
  const field = form.elements.namedItem(word.name);
  const made = document.createElement("li");
  made.className = "w-content-checker__row";
  const told = document.createElement("div");
  const words = word.advises ? panel.dataset.better : panel.dataset.refused;
  told.append(element("h3", `${labelOf(field)}: “${word.found}”`, "w-content-checker__header"));
  told.append(element("p", `“${word.sentence}”`, "w-content-checker__help"));
  told.append(element("p", words.replace("$1", word.says), "w-content-checker__help"));
  const buttons = element("div", "", "w-flex w-flex-wrap w-gap-2");
  buttons.append(
    button(panel.dataset.replace.replace("$1", word.says), labelOf(field), () => {
      replace(field, word);
      look();
    }),
    button(panel.dataset.show, labelOf(field), () => {
      const seen = field.type === "hidden" ? field.parentElement : field;
      seen.scrollIntoView({ block: "center" });
      (seen.querySelector?.("[contenteditable]") || seen).focus();
    }),
  );
  for (const each of buttons.children) each.style.margin = "0"; // the space between them is that of the line
  told.append(buttons);
  made.append(told);
  return made;
}

function show({ words, advice }) {
  const known = words.filter(({ name }) => form.elements.namedItem(name)?.tagName);
  panel.querySelector("[data-words]").replaceChildren(...known.map(row));
  panel.querySelector("[data-count]").textContent = known.length;
  panel.querySelector("[data-none]").hidden = known.length > 0;
  const lines = advice.map(({ found, why }) => {
    const line = element("li", "", "w-content-checker__row");
    line.append(element("p", `“${found}” ${why}`, "w-content-checker__help"));
    return line;
  });
  panel.querySelector("[data-advice]").replaceChildren(...lines);
  panel.querySelector("[data-advice-part]").hidden = !lines.length;
}

let sent = "";
async function look() {
  const body = JSON.stringify({ language: panel.dataset.language, texts: [...texts()] });
  if (document.hidden || body === sent) return;
  sent = body;
  try {
    const token = form.elements.namedItem("csrfmiddlewaretoken").value;
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
    const answer = await fetch(panel.dataset.url, { method: "POST", headers, body });
    if (answer.ok && body === sent) show(await answer.json());
    if (answer.status === 503) setTimeout(() => (sent = ""), REST);
  } catch {
    setTimeout(() => (sent = ""), REST);
  }
}

if (panel && form) setInterval(look, PAUSE);
