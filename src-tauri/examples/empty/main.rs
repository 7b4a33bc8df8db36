//! An empty window, for `cargo xtask bench` to compare the app's start with.

fn main() {
    let context = tauri::generate_context!("examples/empty/tauri.conf.json");
    if let Err(error) = tauri::Builder::default().run(context) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
