// Leaves at once and puts another page in the place of this one, so that the back button does not return here.
const exit = document.querySelector("[data-quick-exit]");

const leave = (event) => {
  event.preventDefault();
  document.body.hidden = true;
  window.location.replace(exit.href);
};

if (exit) {
  let presses = 0;
  exit.addEventListener("click", leave);
  document.addEventListener("keyup", (event) => {
    presses = event.key === "Escape" ? presses + 1 : 0;
    if (presses === 3) leave(event);
  });
}
