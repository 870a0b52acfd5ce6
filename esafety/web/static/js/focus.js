// What needs reading first after a form came back: the list of problems, or what an answer shows.
const place = document.querySelector("[data-focus]");
place?.focus({ preventScroll: true });
place?.scrollIntoView({ block: place.matches(".error-summary") ? "center" : "nearest" });
