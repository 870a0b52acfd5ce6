// Tap a card below, then the place where it belongs (or the other way round). The selects carry the answer.
const enhance = (fieldset) => {
  const selects = [...fieldset.querySelectorAll("select")];
  const status = fieldset.querySelector("[role=status]");
  const pool = document.createElement("div");
  pool.className = "pool";
  let card = null;
  let slot = null;

  const choose = (button, on) => button?.setAttribute("aria-pressed", String(on));

  const draw = () => {
    for (const select of selects) {
      const button = select.nextElementSibling;
      const chosen = select.value ? select.selectedOptions[0].text : "";
      button.textContent = chosen || select.options[0].text;
      button.classList.toggle("row-slot-full", Boolean(chosen));
      button.setAttribute("aria-label", `${select.labels[0].textContent.trim()}: ${button.textContent}`);
      choose(button, button === slot);
    }
    for (const button of pool.children) {
      button.disabled = selects.some((select) => select.value === button.value);
      choose(button, button === card);
    }
  };

  const join = () => {
    if (card && slot) {
      const select = slot.previousElementSibling;
      select.value = card.value;
      status.textContent = `${select.labels[0].textContent.trim()}: ${card.textContent}`;
      const place = slot;
      card = slot = null;
      draw();
      place.focus();
    } else draw();
  };

  for (const select of selects) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "row-slot";
    button.addEventListener("click", () => {
      if (select.value && !card) select.value = "";
      slot = slot === button ? null : button;
      join();
    });
    select.hidden = true;
    select.after(button);
  }
  for (const option of [...selects[0].options].slice(1)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pool-card";
    button.value = option.value;
    button.textContent = option.text;
    button.addEventListener("click", () => {
      card = card === button ? null : button;
      join();
    });
    pool.append(button);
  }
  fieldset.querySelector(".rows").after(pool);
  draw();
};

for (const fieldset of document.querySelectorAll("[data-match-pairs]")) {
  if (fieldset.querySelector("select")) enhance(fieldset);
}
