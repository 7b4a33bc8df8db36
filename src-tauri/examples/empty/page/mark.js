// When it can be seen, as the app itself marks it.
requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
