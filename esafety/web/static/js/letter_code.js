// The letter's QR code carries the code behind #, which browsers never send. Put it into the field and out of sight.
const field = document.querySelector("[data-letter-code]");
const code = decodeURIComponent(location.hash.slice(1)).trim();
if (field && /^[0-9A-Za-z-]{10,12}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button[type=submit]").focus();
}
