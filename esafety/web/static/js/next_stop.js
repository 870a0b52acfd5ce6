// A long path opens where the child is: what glows is brought to the middle when it lies below.
const next = document.querySelector(".island-next");
if (next && next.getBoundingClientRect().top > innerHeight * 0.7) next.scrollIntoView({ block: "center" });
