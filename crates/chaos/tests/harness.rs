//! The harness must be able to fail: devices that lose, double or break something are found.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a story that cannot go on should stop")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::Arc;

use chaos::deed::{Act, Deed, End};
use chaos::finding::Flaw;
use chaos::plan::{Plan, Step};
use chaos::programs::Programs;
use chaos::reaper::Reaper;
use chaos::story::{Outcome, Stage, tell};
use chaos::text::{SORTS, Text};
use domain::Id;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Writes three texts on two devices, and edits one over; each text is synced.
fn plan() -> Plan {
    let text = |number, record: u128| Text {
        number,
        length: 60,
        record: Id::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000_u128 + record),
        sort: SORTS[0],
    };
    let act = |device, deed| Act { device, deed, end: End::Lives };
    let acts = [
        act(0, Deed::Write(vec![text(1, 1)])),
        act(1, Deed::Write(vec![text(2, 2)])),
        act(0, Deed::Sync),
        act(1, Deed::Sync),
        act(1, Deed::Edit(text(3, 1))),
    ];
    let steps = acts.into_iter().map(|it| Step { acts: vec![it], blow: None }).collect();
    Plan { seed: 0, devices: 3, snapshot_after: 5_000, one_in: 1, faults: Vec::new(), steps }
}

/// The plan, with a `bomiljo` that is a script. The script knows the true program as `$BOMILJO`, and
/// has read its input as `$input`.
fn story(script: &str) -> Outcome {
    let (folder, runtime) = (TempDir::new().unwrap(), Runtime::new().unwrap());
    let mut programs = Programs::found().unwrap();
    let true_one = programs.bomiljo.display();
    let all = format!(
        "#!/usr/bin/env bash\nBOMILJO={true_one}\ninput=$(cat)\n\
         saves() {{ [[ $input == *'\"save\"'* && $input == *\"#$1 \"* ]]; }}\n\
         {script}\nprintf %s \"$input\" | \"$BOMILJO\" \"$@\"\n"
    );
    programs.bomiljo = write_program(folder.path().join("bomiljo"), &all);
    let stage = Stage {
        programs,
        folder: folder.path().join("stories"),
        cluster: None,
        runtime: runtime.handle().clone(),
        reaper: Arc::new(Reaper::start().unwrap()),
    };
    tell(&plan(), &stage).unwrap()
}

fn write_program(path: PathBuf, text: &str) -> PathBuf {
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// The flaws with how many things each befell.
fn flaws(outcome: &Outcome) -> Vec<(Flaw, usize)> {
    outcome.flaws().into_iter().collect()
}

#[test]
fn devices_that_do_as_they_should_are_found_to_be_well() {
    let outcome = story("");
    assert_eq!(outcome.findings, []);
    assert_eq!(outcome.counts["texts that must be there"], 3);
}

/// Drops a text that is saved: it comes into a copy of the home, which is then gone.
fn drops(number: usize) -> String {
    format!(
        r#"if saves {number}; then
               copy=$(mktemp -d); cp -r "$2" "$copy/home"
               printf %s "$input" | "$BOMILJO" --home "$copy/home" "${{@:3}}"
               rm -r "$copy"; exit
           fi"#
    )
}

#[test]
fn an_acknowledged_text_that_a_device_drops_is_found_as_one_that_is_lost() {
    let outcome = story(&drops(2));
    assert_eq!(flaws(&outcome), [(Flaw::Lost, 1)], "{:?}", outcome.findings);
}

#[test]
fn an_edit_that_was_acknowledged_and_is_dropped_is_found_as_lost() {
    let outcome = story(&drops(3));
    assert_eq!(flaws(&outcome), [(Flaw::Lost, 1)], "{:?}", outcome.findings);
}

#[test]
fn a_text_that_is_saved_twice_is_found_as_doubled() {
    let outcome = story(
        r#"if saves 2; then
               printf %s "$input" | sed 's/"id":"0/"id":"f/' | "$BOMILJO" "$@" >/dev/null
           fi"#,
    );
    assert_eq!(flaws(&outcome), [(Flaw::Doubled, 1)], "{:?}", outcome.findings);
}

#[test]
fn a_panic_and_a_refusal_are_found_when_they_happen() {
    let outcome = story(
        r#"if saves 2; then
               echo "thread 'main' panicked at a test" >&2
               echo '{"fault":"storage","detail":"a test"}'; exit 101
           fi"#,
    );
    assert_eq!(flaws(&outcome), [(Flaw::Refused, 1), (Flaw::Panic, 1)], "{:?}", outcome.findings);
}

#[test]
fn a_text_that_nobody_wrote_is_found_on_the_device_that_shows_it() {
    let outcome = story("if saves 2; then input=${input/«æøå»/«aoa»}; fi");
    let found: Vec<Flaw> = outcome.flaws().into_keys().collect();
    assert_eq!(found, [Flaw::Lost, Flaw::Invented], "{:?}", outcome.findings);
}
