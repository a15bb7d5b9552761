/* The translation screen of wagtail-localize says two things that no catalogue reaches; they are replaced when drawn. */
(() => {
  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const { moreActions, title } = document.currentScript.dataset;
  const say = (selector, english, dutch) => {
    for (const item of editor.querySelectorAll(selector)) {
      if (english.test(item.textContent)) item.textContent = item.textContent.replace(english, dutch);
    }
  };
  const inDutch = () => {
    say(".w-dropdown__toggle .w-sr-only", /^More actions$/, moreActions);
    say("section h3", /^(.+) to (.+) translation$/, title);
  };
  new MutationObserver(inDutch).observe(editor, { childList: true, subtree: true });
  inDutch();
})();
