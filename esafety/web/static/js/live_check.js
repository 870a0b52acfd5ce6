// The check looks on while somebody writes: a moment after the last key it says what it would say, beside each field.
// Without this file the button "Check" does the same.
const PAUSE_MS = 700;

for (const form of document.querySelectorAll("form[data-live-check]")) {
  const summary = form.querySelector("p[data-summary]");
  let waiting = 0;
  let asking = null;

  const show = (answer) => {
    for (const place of form.querySelectorAll(".findings[data-findings]")) {
      const found = answer.querySelector(`[data-findings="${CSS.escape(place.dataset.findings)}"]`);
      const words = found ? found.innerHTML.trim() : "";
      if (place.innerHTML.trim() !== words) place.innerHTML = words;
    }
    const said = answer.querySelector("[data-summary]").textContent.replace(/\s+/g, " ").trim();
    if (summary.textContent !== said) summary.textContent = said;
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.liveCheck, { method: "POST", body, credentials: "same-origin", signal: asking.signal });
      // Signed out, or the draft is gone: the next press of a button says so.
      if (!answer.ok || answer.redirected) return;
      const holder = document.createElement("template");
      holder.innerHTML = await answer.text();
      show(holder.content);
    } catch {
      // No connection just now: the next key tries again.
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE_MS);
  };

  form.addEventListener("input", soon);
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    asking?.abort();
  });
  form.querySelector("[data-check]")?.addEventListener("click", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
  });
}
