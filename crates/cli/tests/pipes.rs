//! How the command line gets along with others.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn printing_to_somebody_who_has_stopped_listening_ends_quietly() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipes");
    let mut bomiljo = Command::new(env!("CARGO_BIN_EXE_bomiljo"));
    bomiljo.arg("--home").arg(home).args(["call", r#"{"call":"status","args":{}}"#]);
    let mut running =
        bomiljo.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("bomiljo starts");
    drop(running.stdout.take());
    let ended = running.wait_with_output().expect("bomiljo ends");
    assert!(ended.status.success(), "{}", ended.status);
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn a_join_code_can_come_by_standard_input() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("joins");
    let mut bomiljo = Command::new(env!("CARGO_BIN_EXE_bomiljo"));
    bomiljo.arg("--home").arg(home).args(["join", "-", "--name", "Aisha"]);
    bomiljo.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = bomiljo.spawn().expect("bomiljo starts");
    let mut input = running.stdin.take().expect("it reads");
    // Not a code, so that no server is asked.
    input.write_all(b"BOMILJO2-MISTYPED\n").expect("it reads");
    drop(input);
    let said = running.wait_with_output().expect("bomiljo ends").stdout;
    assert!(String::from_utf8_lossy(&said).contains("bad-code"), "it was read as one");
}
