//! Disks without room.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tests::World;

use crate::programs::{Bomiljo, answer, program, said, save};

/// A home whose device is in a site, with one conversation in it.
fn begun(world: &World, home: &Path) -> Bomiljo {
    let device = Bomiljo::at(home);
    device.must(&["init", "--server", &world.server(), "--site", "Huset", "--name", "Aisha"]);
    device.must(&["call", &save("samtale 00")]);
    device
}

/// It failed, said why, and said it in the way that the window shows.
pub fn is_told(output: &Output) {
    let fault = answer(output).unwrap_or_default();
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    assert_eq!(fault["fault"], json!("storage"), "{}", said(output));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("bomiljo: storage:"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_without_room_for_it_says_so_and_loses_nothing() {
    let (world, home) = (World::new().await, tempfile::tempdir().unwrap());
    let aisha = begun(&world, home.path());
    let (mut saved, mut refused) = (vec!["samtale 00".to_owned()], 0);
    for kilobytes in [0, 1, 4, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 1_024] {
        let note = format!("samtale {kilobytes:02}");
        let long = format!("{note}{}", " lang".repeat(4_000));
        let output = limited(home.path(), kilobytes, &save(&long));
        if output.status.success() {
            saved.push(long);
        } else {
            is_told(&output);
            refused += 1;
        }
        aisha.is_sound();
        let notes = aisha.notes();
        assert!(saved.iter().all(|it| notes.contains(it)), "with {kilobytes} kB");
        // What failed for want of room works when there is some.
        aisha.must(&["call", &save(&note)]);
        saved.push(note);
    }
    assert!((3..16).contains(&refused), "{refused} were refused");
    aisha.must(&["sync"]);
}

/// Makes a call in a process whose files may not grow beyond so many kilobytes.
pub fn limited(home: &Path, kilobytes: u32, save: &str) -> Output {
    let mut shell = Command::new("bash");
    shell.args([
        "-c",
        "trap '' XFSZ; ulimit -f \"$1\"; exec \"$2\" --home \"$3\" call \"$4\"",
        "-",
    ]);
    shell.arg(kilobytes.to_string()).arg(program("bomiljo")).arg(home).arg(save);
    shell.stdin(Stdio::null()).output().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_on_a_full_disk_is_read_from_and_goes_on_when_there_is_room() {
    let world = World::new().await;
    let Some(disk) = SmallDisk::mount() else {
        return eprintln!("not tried: mounting takes root");
    };
    let home = disk.0.path().join("home");
    let aisha = begun(&world, &home);
    let rest = disk.0.path().join("rest");
    for round in 1..=3 {
        assert_eq!(aisha.notes().len(), round);
        fill(&rest);
        let output = aisha.run(&["call", &save("for mye")]);
        is_told(&output);
        assert_eq!(aisha.notes().len(), round, "what was shown before still is");
        fs::remove_file(&rest).unwrap();
        aisha.must(&["call", &save(&format!("samtale {round:02}"))]);
        aisha.is_sound();
        let status = aisha.must(&["sync"]);
        assert_eq!(status["waiting"], Value::from(0));
    }
}

/// A disk of four megabytes in memory.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// None where that isn't allowed.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(folder.path());
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|it| it.success());
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

/// Writes until nothing more fits.
fn fill(path: &PathBuf) {
    let mut file = File::create(path).unwrap();
    for size in [4_096, 512, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
}
