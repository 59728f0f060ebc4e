// What Zensical draws in the browser, made right for those who do not see it or use no mouse.
const mend = () => {
  for (const one of document.querySelectorAll("nav.md-code__nav")) {
    const box = document.createElement("div"); // a button to copy is no way around the page
    box.className = one.className;
    box.append(...one.childNodes);
    one.replaceWith(box);
  }
  for (const one of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    one.tabIndex = 0;
  }
};
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
