// Pictures land in the places above as they are tapped; the form is sent once, after the last one.
for (const choice of document.querySelectorAll("[data-picture-choice]")) {
  const length = Number(choice.dataset.pictureChoice);
  const slots = [...choice.querySelectorAll(".picture-slot")];
  const status = choice.querySelector("[role=status]");
  const chosen = () => [...choice.querySelectorAll("input[name=chosen]")].map((input) => input.value);

  choice.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (button.name === "again") {
      slots.forEach((slot, index) => {
        slot.replaceChildren(Object.assign(document.createElement("span"), { textContent: index + 1 }));
      });
      return;
    }
    const place = chosen().length;
    // No picture comes twice in a secret: a second tap on the same one was a trembling finger.
    if (place >= length || chosen().includes(button.value)) return;
    const input = Object.assign(document.createElement("input"), { type: "hidden", name: "chosen", value: button.value });
    slots[place].replaceChildren(button.querySelector("img").cloneNode(), input);
    status.textContent = status.dataset.said.replace("{n}", place + 1);
    if (place + 1 === length) choice.closest("form").requestSubmit();
  });
}
