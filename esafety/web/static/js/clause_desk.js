// Clauses are confirmed from the keyboard and saved one by one, without loading the page again. Without this file every
// clause is an ordinary form.
for (const desk of document.querySelectorAll("[data-clause-desk]")) {
  const shown = document.querySelector("[data-progress-shown]");
  const underWay = new Set();

  const clauseAt = (element) => element?.closest?.("[data-clause-desk] > li");

  const goTo = (clause) => {
    if (!clause) return false;
    clause.focus({ preventScroll: true });
    clause.scrollIntoView({ block: "center" });
    return true;
  };

  const goOn = (clause) => {
    if (goTo(clause.nextElementSibling)) return;
    goTo(clause);
    const onward = document.querySelector("a[rel='next']");
    // What is still on its way is saved before the page is left.
    if (onward) Promise.all(underWay).then(() => window.location.assign(`${onward.href}#desk`));
  };

  // One to three expectations, or nothing to teach alone.
  const keepApart = (box) => {
    if (!box.checked) return;
    for (const other of box.form.querySelectorAll("[name='expectation']")) {
      if (other !== box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
    }
    if ("alone" in box.dataset) box.form.elements.other.value = "";
  };

  const save = async (form) => {
    const clause = clauseAt(form);
    const body = new FormData(form);
    body.append("part", "yes");
    form.dataset.state = "saving";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), credentials: "same-origin" });
      if (answer.redirected || (!answer.ok && answer.status !== 422)) throw new Error(answer.status);
      const hadFocus = form.contains(document.activeElement);
      const holder = document.createElement("template");
      holder.innerHTML = await answer.text();
      const renewed = holder.content.querySelector("form");
      form.replaceWith(renewed);
      if (hadFocus || renewed.dataset.state === "wrong") clause.focus({ preventScroll: true });
      if (shown && shown.textContent !== renewed.dataset.progress) shown.textContent = renewed.dataset.progress;
    } catch {
      form.dataset.state = "wrong";
      form.querySelector("[data-unsaved]").hidden = false;
    }
  };

  desk.addEventListener("change", (event) => {
    if (event.target.name === "expectation") keepApart(event.target);
    if (event.target.name === "other" && event.target.value) {
      const alone = event.target.form.querySelector("[data-alone]");
      alone.checked = false;
    }
  });

  desk.addEventListener("submit", (event) => {
    // What mends the words of a clause is sent as it is, and the page comes anew.
    if (!event.target.matches("form.choosing")) return;
    event.preventDefault();
    const clause = clauseAt(event.target);
    const saved = save(event.target).finally(() => underWay.delete(saved));
    underWay.add(saved);
    goOn(clause);
  });

  desk.addEventListener("keydown", (event) => {
    const clause = clauseAt(event.target);
    if (!clause || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select, textarea, [type='text'], a")) return;
    const form = clause.querySelector("form.choosing");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      goTo(event.key === "ArrowDown" ? clause.nextElementSibling : clause.previousElementSibling);
    } else if (event.key === "Enter" && !event.target.matches("button")) {
      form.requestSubmit();
    } else {
      const box = /^\d$/.test(event.key) && form.querySelector(`[data-key="${event.key}"]`);
      if (!box) return;
      box.checked = "alone" in box.dataset || !box.checked;
      keepApart(box);
    }
    event.preventDefault();
  });

  // Coming from the page before, the whole list gets the focus: its first clause takes it up.
  desk.addEventListener("focus", () => goTo(desk.firstElementChild));
  if (document.activeElement === desk) goTo(desk.firstElementChild);
}
