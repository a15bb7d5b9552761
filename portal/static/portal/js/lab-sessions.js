// Fills in a new row of the sessions of a lab: the next likely day, the usual time, room and number of places.

const planning = JSON.parse(document.getElementById("lab-planning").textContent);
const rows = document.getElementById("id_sessions-FORMS");

const field = (row, name) => row.querySelector(`input[name$="-${name}"]`);
const shownRows = () => [...rows.children].filter((row) => !row.classList.contains("deleted"));

function fill(input, value) {
  if (!input || input.value || !value) return;
  input.value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function nextSession(others) {
  const value = (name) => document.getElementById(`id_${name}`)?.value || "";
  const own = value("kind") === "vaardigheden" ? planning.skills : value("week_in_cycle");
  const week = value("cadence") === "wekelijks" ? "" : own;
  const latest = others.map((row) => field(row, "starts")?.value || "").sort().at(-1) || "";
  return (planning.next[week] || []).find((session) => session.starts.slice(0, 10) > latest.slice(0, 10));
}

// "2026-12-01 15:30" and 90 make "2026-12-01 17:00"; empty for what is no such moment.
function later(moment, minutes) {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/.exec(moment.trim());
  if (!found) return "";
  const end = Number(found[2]) * 60 + Number(found[3]) + minutes;
  const two = (number) => String(number).padStart(2, "0");
  return end < 24 * 60 ? `${found[1]} ${two(Math.floor(end / 60))}:${two(end % 60)}` : "";
}

rows.addEventListener("w-formset:added", (event) => {
  const row = event.target;
  const others = shownRows().filter((other) => other !== row);
  const session = nextSession(others);
  if (session) {
    fill(field(row, "starts"), session.starts);
    fill(field(row, "ends"), session.ends);
  }
  const before = others.at(-1);
  for (const name of ["room", "room_en", "capacity"]) fill(field(row, name), before && field(before, name)?.value);
});

const three = document.getElementById("lab-three-sessions");
three.hidden = false;
three.addEventListener("click", () => {
  for (let row = 0; row < 3; row += 1) document.getElementById("id_sessions-ADD").click();
});

// Whoever changes the day or the hour of the start means the end to move along.
rows.addEventListener("focusin", (event) => {
  if (event.target.name?.endsWith("-starts")) event.target.dataset.before = event.target.value;
  // The end may just have moved along: who goes there types over it, not behind it.
  if (event.target.name?.endsWith("-ends")) event.target.select();
});
for (const kind of ["change", "focusout"]) {
  rows.addEventListener(kind, (event) => {
    const starts = event.target;
    if (!starts.name?.endsWith("-starts") || starts.value === starts.dataset.before) return;
    const ends = field(starts.closest("[data-inline-panel-child]"), "ends");
    const untouched = !ends.value || ends.value === later(starts.dataset.before || "", length(starts, ends));
    if (untouched) ends.value = later(starts.value, length(starts, ends)) || ends.value;
    starts.dataset.before = starts.value;
  });
}

// The length the row had before the start changed; the usual one for a row without an end.
function length(starts, ends) {
  const minutes = (moment) => {
    const found = /(\d\d):(\d\d)$/.exec(moment || "");
    return found ? Number(found[1]) * 60 + Number(found[2]) : NaN;
  };
  const had = minutes(ends.value) - minutes(starts.dataset.before);
  return had > 0 ? had : planning.minutes;
}
