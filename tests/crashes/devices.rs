//! A device that is killed while it saves and while it syncs.

use std::collections::BTreeSet;
use std::process::Output;
use std::thread::sleep;
use std::time::{Duration, Instant};

use domain::calls;
use serde_json::json;
use tests::site::{conversation, status};
use tests::{Device, World, note};

use crate::dice::Dice;
use crate::programs::{Bomiljo, answer, call, said, save};

const KILLS: usize = 100;

/// What people have typed, and what of it they were told is saved.
#[derive(Default)]
struct Typed {
    all: BTreeSet<String>,
    saved: BTreeSet<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_killed_a_hundred_times_has_whatever_it_said_was_saved() {
    let (world, dice) = (World::new().await, Dice::new());
    let bjorn = world.founder("Bjørn").await;
    let home = tempfile::tempdir().unwrap();
    let aisha = Bomiljo::at(home.path());
    let code = bjorn.run(calls::Invite { member: None }).await.unwrap().code;
    aisha.must(&["join", &code, "--name", "Aisha"]);
    let usual = usual(&aisha);
    let (mut typed, mut kills) = (Typed::default(), 0);
    while kills < KILLS {
        let round = typed.all.len();
        let (args, notes) = work(&dice, round);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        typed.all.extend(notes.iter().cloned());
        let (output, killed) = killed(&aisha, &args, dice.shorter_than(usual));
        kills += usize::from(killed);
        // A sync may fail for other reasons than being killed; a save may not.
        assert!(killed || output.status.success() || args == ["sync"], "{}", said(&output));
        if answer(&output).is_some() {
            typed.saved.extend(notes);
        }
        if killed {
            aisha.is_sound();
            let kept: BTreeSet<String> = aisha.notes().into_iter().collect();
            assert!(kept.is_superset(&typed.saved), "{:?}", typed.saved.difference(&kept));
            assert!(kept.is_subset(&typed.all), "{:?}", kept.difference(&typed.all));
            // A save that was broken off is done or not done; the next round knows which.
            typed.saved = kept;
        }
    }
    bjorn.syncs().await;
    aisha.must(&["sync"]);
    bjorn.syncs().await;
    assert_eq!(all_notes(&bjorn).await, aisha.notes());
    let verified = aisha.must(&["verify"]);
    let theirs = bjorn.run(calls::Verify {}).await.unwrap().changes;
    assert_eq!(verified["changes"].as_u64(), Some(theirs));
    assert_eq!(status(&bjorn).await.waiting, 0);
}

/// Saving one conversation, saving three at once, or syncing; and what is typed by that.
fn work(dice: &Dice, round: usize) -> (Vec<String>, Vec<String>) {
    let note = |number: usize| format!("samtale {round:04} {number}");
    match dice.below(6) {
        0 => {
            let notes: Vec<String> = (0..3).map(note).collect();
            let entries: Vec<_> = notes.iter().map(|it| conversation(it)).collect();
            let all = call("save-all", &json!({ "entries": entries }));
            (vec!["call".into(), all], notes)
        }
        1 | 2 => (vec!["sync".into()], vec![]),
        _ => (vec!["call".into(), save(&note(0))], vec![note(0)]),
    }
}

/// How long a save takes from the program's start to its end.
pub fn usual(aisha: &Bomiljo) -> Duration {
    let begun = Instant::now();
    for _ in 0..3 {
        aisha.must(&["call", &call("status", &json!({}))]);
    }
    begun.elapsed() / 3
}

/// Runs it, kills it after a while, and tells whether it still ran then.
pub fn killed(aisha: &Bomiljo, args: &[&str], after: Duration) -> (Output, bool) {
    let mut running = aisha.command(args).spawn().unwrap();
    sleep(after);
    let alive = running.try_wait().unwrap().is_none();
    running.kill().unwrap();
    let output = running.wait_with_output().unwrap();
    let killed = alive && !output.status.success() && output.status.code().is_none();
    (output, killed)
}

/// The notes of all conversations of a device that runs here.
async fn all_notes(device: &Device) -> Vec<String> {
    let (mut notes, mut total) = (Vec::new(), 1);
    while (notes.len() as u64) < total {
        let skip = u32::try_from(notes.len()).unwrap();
        let list = calls::List { kind: "visit".into(), limit: 500, skip };
        let page = device.run(list).await.unwrap();
        (total, notes) = (page.total, [notes, page.entries.iter().map(note).collect()].concat());
    }
    notes.sort();
    notes
}
