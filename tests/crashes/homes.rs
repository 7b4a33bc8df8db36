//! Two processes and one home.

use std::process::{Child, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::programs::{Bomiljo, answer, call, said};

#[test]
fn a_second_process_on_a_home_is_refused_and_when_the_first_is_killed_the_next_is_let_in() {
    let home = tempfile::tempdir().unwrap();
    let bomiljo = Bomiljo::at(home.path());
    let status = call("status", &json!({}));
    let version = bomiljo.must(&["call", &status])["versions"]["last"].clone();
    for _ in 0..3 {
        let (mut first, refused) = until_refused(&bomiljo, &status, &version);
        assert_eq!(refused.status.code(), Some(1));
        assert_eq!(answer(&refused), Some(json!({ "fault": "already-open" })));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(said, "bomiljo: already open in another window\n");
        first.kill().unwrap();
        first.wait().unwrap();
        bomiljo.must(&["call", &status]);
    }
}

/// A process that stays for half a minute, and what the next one is told. Whichever of the two
/// comes first is let in, so the one that is to stay may have to try again.
fn until_refused(bomiljo: &Bomiljo, status: &str, version: &Value) -> (Child, Output) {
    let watch = call("watch", &json!({ "seen": version }));
    let stays = || bomiljo.command(&["call", &watch]).spawn().unwrap();
    let (begun, mut first) = (Instant::now(), stays());
    loop {
        sleep(Duration::from_millis(100));
        if first.try_wait().unwrap().is_some() {
            first = stays();
            continue;
        }
        let output = bomiljo.run(&["call", status]);
        if !output.status.success() {
            return (first, output);
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", said(&output));
    }
}
