// Without a line nothing is sent and nothing is lost: the form stays as it is and says so.
const notice = document.querySelector("[data-offline]");

const show = () => {
  if (notice) notice.hidden = navigator.onLine;
};

document.addEventListener(
  "submit",
  (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show();
    notice?.scrollIntoView({ block: "nearest" });
  },
  true,
);
window.addEventListener("online", show);
window.addEventListener("offline", show);
show();
