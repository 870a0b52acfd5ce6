// An open class looks at its seats again every few seconds. Without JavaScript a link does it.
for (const seats of document.querySelectorAll("[data-seats]")) {
  let shown = "";

  const show = (text) => {
    if (text === shown) return;
    shown = text;
    const at = document.activeElement;
    const form = seats.contains(at) ? at.closest("form") : null;
    const place = form && [form.getAttribute("action"), form.elements.pupil?.value].join();
    seats.innerHTML = text;
    if (!place) return;
    const same = [...seats.querySelectorAll("form")].find((now) => [now.getAttribute("action"), now.elements.pupil?.value].join() === place);
    same?.querySelector("button").focus({ preventScroll: true });
  };

  const look = async () => {
    if (document.hidden || !navigator.onLine) return;
    try {
      const answer = await fetch(seats.dataset.seats, { credentials: "same-origin" });
      if (answer.redirected || !answer.ok) window.location.reload();
      else show(await answer.text());
    } catch {
      // The line is gone for a moment; the next look finds it again.
    }
  };

  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
}
