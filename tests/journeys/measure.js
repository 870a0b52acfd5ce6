(least) => {
  const problems = [];
  const page = document.documentElement;
  const told = (element) => {
    const words = (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().slice(0, 40);
    return `<${element.localName} class="${element.className}"> ${words}`;
  };
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.clipPath === "inset(50%)" || style.opacity === "0" || one.hidden) return false;
    }
    return element.checkVisibility({ visibilityProperty: true });
  };

  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return isShown(element) && (box.right > page.clientWidth + 1 || box.left < -1);
    });
    problems.push(`scrolls sideways: ${page.scrollWidth} px, because of ${wide.slice(-3).map(told).join(" | ")}`);
  }

  const size = document.querySelector("link[href*='pupil']") ? least.pupil : least.adult;
  // What reacts to a touch: the element itself, its label, or the whole card that its link covers.
  const touched = (element) => {
    const boxes = [element.getBoundingClientRect()];
    for (const label of element.labels ?? []) if (element.matches("[type=radio], [type=checkbox]")) boxes.push(label.getBoundingClientRect());
    const cover = getComputedStyle(element, "::after");
    if (cover.content !== "none" && cover.position === "absolute") {
      let card = element;
      while (card && getComputedStyle(card).position === "static") card = card.parentElement;
      if (card) boxes.push(card.getBoundingClientRect());
    }
    return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) };
  };
  const isInText = (element) => {
    if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
    const around = element.parentElement.textContent.trim().length;
    return around > element.textContent.trim().length + 1;
  };
  for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    const isCovered = element.matches("[type=radio], [type=checkbox]") && [...(element.labels ?? [])].some(isShown);
    if ((!isShown(element) && !isCovered) || element.matches(".skip") || isInText(element)) continue;
    const box = touched(element);
    if (Math.round(box.height) < size || Math.round(box.width) < size) {
      problems.push(`too small to touch: ${Math.round(box.width)} x ${Math.round(box.height)} ${told(element)}`);
    }
  }
  return { problems };
}
