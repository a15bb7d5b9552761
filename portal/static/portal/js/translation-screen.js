/* The translation screen of wagtail-localize says two things that no catalogue reaches; they are replaced when drawn.
   What is right already is left alone: each change is seen here again, and for who works in English that has no end. */
(() => {
  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const { moreActions, title } = document.currentScript.dataset;
  const say = (selector, english, ours) => {
    for (const item of editor.querySelectorAll(selector)) {
      const said = item.textContent.replace(english, ours);
      if (said !== item.textContent) item.textContent = said;
    }
  };
  const inOurWords = () => {
    say(".w-dropdown__toggle .w-sr-only", /^More actions$/, moreActions);
    say("section h3", /^(.+) to (.+) translation$/, title);
  };
  new MutationObserver(inOurWords).observe(editor, { childList: true, subtree: true });
  inOurWords();
})();
