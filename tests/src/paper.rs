//! What is on a printed page, as a reader of the file finds it.

use std::fs;
use std::process::Command;

use app::App;
use domain::paper::Paper;
use tempfile::TempDir;

/// The pages of what was printed, each in the order in which it is drawn, without line breaks.
pub async fn pages(app: &App, paper: Paper) -> Vec<String> {
    let bytes = paper::print(app, &paper, "nb").await.unwrap();
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("it.pdf");
    fs::write(&file, bytes).unwrap();
    let mut reader = Command::new("pdftotext");
    let read = reader.args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let text = String::from_utf8(read.stdout).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
