// Numbers become buttons that move a card up or down. The selects stay in the form and carry the answer.
const say = (pattern, what, number) => pattern.replace("{what}", what).replace("{n}", number);

const arrow = (path) =>
  `<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" aria-hidden="true"><path d="${path}"/></svg>`;

const enhance = (fieldset) => {
  const list = fieldset.querySelector(".rows");
  const status = fieldset.querySelector("[role=status]");
  const number = (card) => Number(card.querySelector("select").value) || 99;
  list.append(...[...list.children].sort((one, other) => number(one) - number(other)));

  const settle = () => {
    const cards = [...list.children];
    cards.forEach((card, index) => {
      card.querySelector("select").value = String(index + 1);
      card.querySelector(".row-place").textContent = index + 1;
      card.querySelector("[data-by='-1']").disabled = index === 0;
      card.querySelector("[data-by='1']").disabled = index === cards.length - 1;
    });
  };

  const move = (card, by, button) => {
    if (by < 0) card.previousElementSibling?.before(card);
    else card.nextElementSibling?.after(card);
    settle();
    list.querySelector(".row-moved")?.classList.remove("row-moved");
    card.classList.add("row-moved");
    (button.disabled ? card.querySelector(".row-move:not(:disabled)") : button).focus();
    const what = card.querySelector(".row-text").textContent.trim();
    status.textContent = say(fieldset.dataset.said, what, card.querySelector("select").value);
  };

  for (const card of list.children) {
    const select = card.querySelector("select");
    const what = card.querySelector(".row-text").textContent.trim();
    const place = document.createElement("span");
    place.className = "row-place";
    const moves = document.createElement("span");
    moves.className = "row-moves";
    for (const [by, label, path] of [[-1, "up", "M8 13V3M3 8l5-5 5 5"], [1, "down", "M8 3v10M3 8l5 5 5-5"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "row-move";
      button.dataset.by = by;
      button.setAttribute("aria-label", say(fieldset.dataset[label], what, ""));
      button.innerHTML = arrow(path);
      button.addEventListener("click", () => move(card, by, button));
      moves.append(button);
    }
    select.hidden = true;
    card.prepend(place);
    card.append(moves);
  }
  settle();
};

for (const fieldset of document.querySelectorAll("[data-order-list]")) {
  if (!fieldset.querySelector("select:disabled")) enhance(fieldset);
}
