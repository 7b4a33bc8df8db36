//! What the web view on Linux is told before it starts.

use std::fs;

/// When the web view compiles a function of the interface that it has interpreted so far: a count of calls and loops.
const COMPILED_AFTER: &str = "20000";

/// Has the web view compile what is used often, and not nearly all of the interface while it starts: with few
/// processors that keeps the first page waiting, by 50 ms on two. Where there is no graphics card, as on many a
/// desktop that is served from elsewhere, it paints by itself rather than by a card that is imitated, which has
/// to compile what it draws with. One that doesn't know the options ignores them.
pub fn prepare() {
    tell("JSC_thresholdForBBQOptimizeAfterWarmUp", COMPILED_AFTER);
    if !has_graphics_card() {
        tell("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    }
}

/// Its processes inherit it. Somebody's own choice stays; where it can't be said, the window comes a little later.
fn tell(option: &str, value: &str) {
    let _ = glib::setenv(option, value, false);
}

/// Linux has a device for each card that programs may draw by.
fn has_graphics_card() -> bool {
    let Ok(devices) = fs::read_dir("/dev/dri") else { return false };
    devices.flatten().any(|it| it.file_name().to_string_lossy().starts_with("renderD"))
}
