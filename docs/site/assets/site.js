// What Zensical draws in the browser, made right for those who do not see it or use no mouse.
const mend = () => {
  for (const one of document.querySelectorAll("nav.md-code__nav")) {
    const box = document.createElement("div"); // a button to copy is no way around the page
    box.className = one.className;
    box.append(...one.childNodes);
    one.replaceWith(box);
  }
  for (const one of document.querySelectorAll(".md-typeset__scrollwrap")) {
    const scrolls = one.scrollWidth > one.clientWidth + 1; // reached by keyboard where it must be
    if (scrolls && one.tabIndex !== 0) one.tabIndex = 0;
    else if (!scrolls && one.hasAttribute("tabindex")) one.removeAttribute("tabindex");
  }
  for (const one of document.querySelectorAll("button[data-clipboard-target]")) {
    const code = one.closest("pre")?.querySelector("code");
    if (code) {
      one.removeAttribute("data-clipboard-target");
      one.setAttribute("data-clipboard-text", typed(code));
    }
  }
};
// What somebody would type: without the prompts, and without what the machine answers.
const typed = (code) => {
  const copy = code.cloneNode(true);
  const prompted = copy.querySelector(".gp") !== null;
  copy.querySelectorAll(".gp, .go, .gt").forEach((one) => one.remove());
  const lines = copy.textContent.split("\n");
  return (prompted ? lines.filter((line) => line.trim()) : lines).join("\n").trimEnd() + "\n";
};
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", mend);
mend();
