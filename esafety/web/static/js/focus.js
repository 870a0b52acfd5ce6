// What needs reading first after a form came back: the list of problems, or what an answer shows.
document.querySelector("[data-focus]")?.focus({ preventScroll: true });
document.querySelector(".error-summary[data-focus]")?.scrollIntoView({ block: "center" });
