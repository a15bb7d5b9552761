/* Say with everything a page form sends when its words were read from it: a slow request never replaces newer words. */
(() => {
  const now = () => String(Date.now());
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
