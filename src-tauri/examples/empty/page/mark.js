performance.mark("usable");
