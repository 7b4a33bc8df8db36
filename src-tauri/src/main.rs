//! The desktop's program.

// Without it Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    bomiljo_app::run();
}
