// A page that the browser kept may belong to the child who sat here before: fetch it again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
