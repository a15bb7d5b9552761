/* The translation screen of wagtail-localize has one label that no catalogue reaches; it is replaced when drawn. */
(() => {
  const editor = document.querySelector(".js-translation-editor");
  const { moreActions } = document.currentScript.dataset;
  const relabel = () => {
    for (const label of editor.querySelectorAll(".w-dropdown__toggle .w-sr-only")) {
      if (label.textContent === "More actions") label.textContent = moreActions;
    }
  };
  if (!editor) return;
  new MutationObserver(relabel).observe(editor, { childList: true, subtree: true });
  relabel();
})();
