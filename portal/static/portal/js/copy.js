// A button that copies a text; without this module, or where the browser has no clipboard, the text can be selected.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copies]") : []) {
  const text = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    await navigator.clipboard.writeText(text.value);
    status.textContent = text.dataset.copied;
  });
}
