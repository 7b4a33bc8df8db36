//! What the web view on Linux is told before it starts.

/// When the web view compiles a function of the interface that it has interpreted so far: a count of calls and loops.
const COMPILED_AFTER: &str = "20000";

/// Has the web view compile what is used often, and not nearly all of the interface while it starts: with few
/// processors that keeps the first page waiting, by 50 ms on two. One that doesn't know the option ignores it.
pub fn prepare() {
    // Its processes inherit it. Somebody's own choice stays; where it can't be said, the window comes a little later.
    let _ = glib::setenv("JSC_thresholdForBBQOptimizeAfterWarmUp", COMPILED_AFTER, false);
}
