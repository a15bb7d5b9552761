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
