/* Say with everything a page form sends when its words were read from it: a slow request never replaces newer words.
   Told by a clock that only goes forward: one that is set back would make newer words look older, and drop them. */
(() => {
  const now = () => String(Math.round(performance.timeOrigin + performance.now()));
  document.addEventListener("w-autosave:save", (event) => event.detail.formData?.set("typed_at", now()));
  document.addEventListener(
    "submit",
    (event) => {
      const field = event.target.elements?.namedItem("typed_at");
      if (field) field.value = now();
    },
    true,
  );
})();

/* A portal that can save nothing for a moment says so, and the form saves by itself when it can: Wagtail only tries again
   where there was no answer at all, five times. */
(() => {
  const { away } = document.currentScript.dataset;
  const [FIRST, LONGEST] = [2000, 60000]; // milliseconds to wait
  let wait = FIRST;
  let next;
  document.addEventListener(
    "w-autosave:error",
    ({ detail, target }) => {
      if (!["server_error", "network_error"].includes(detail.type)) return;
      if (detail.response?.error_code === "away") detail.text = away;
      clearTimeout(next);
      next = setTimeout(() => target.dispatchEvent(new CustomEvent("w-unsaved:add", { cancelable: true })), wait);
      wait = Math.min(2 * wait, LONGEST);
    },
    true,
  );
  document.addEventListener("w-autosave:success", () => {
    clearTimeout(next);
    wait = FIRST;
  });
})();
