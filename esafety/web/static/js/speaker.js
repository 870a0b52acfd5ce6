// Reads aloud with voices that live on this device. A voice on a server would be sent the text, so it is not offered.
const speech = window.speechSynthesis;
const buttons = [...document.querySelectorAll("[data-reads]")];

const voiceFor = (language) => {
  const base = language.toLowerCase().split("-")[0];
  const local = speech.getVoices().filter((voice) => voice.localService);
  return local.find((voice) => voice.lang.toLowerCase().replace("_", "-") === `${base}-gb`)
    ?? local.find((voice) => voice.lang.toLowerCase().startsWith(base));
};

const wordsOf = (button) => {
  const place = document.getElementById(button.dataset.reads);
  return button.dataset.say || place?.dataset.say || place?.innerText || "";
};

const silence = () => {
  speech.cancel();
  for (const button of buttons) {
    button.removeAttribute("aria-pressed");
    button.setAttribute("aria-label", button.dataset.name);
  }
};

const read = (button) => {
  const speaking = button.getAttribute("aria-pressed") === "true";
  silence();
  if (speaking) return;
  const language = button.closest("[lang]")?.lang || "en";
  const saying = new SpeechSynthesisUtterance(wordsOf(button));
  saying.voice = voiceFor(language);
  saying.lang = saying.voice?.lang ?? language;
  saying.rate = 0.9;
  saying.onend = silence;
  button.setAttribute("aria-pressed", "true");
  button.setAttribute("aria-label", button.dataset.stop);
  speech.speak(saying);
};

const offer = () => {
  for (const button of buttons) button.hidden = !voiceFor(button.closest("[lang]")?.lang || "en");
};

if (speech && buttons.length) {
  for (const button of buttons) {
    button.dataset.name = button.getAttribute("aria-label");
    button.addEventListener("click", () => read(button));
  }
  speech.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => speech.cancel());
  offer();
}
