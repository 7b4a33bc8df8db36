//! The log of the real program contains no names or ids, at any level.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use wire::{Endpoint, GetPart, GetSnapshot, Members, Pull, Refusal, SealedChange, Wait, encode};

use crate::it::device::Device;
use crate::it::maker::Made;
use crate::it::world::{World, joined, now};
use crate::store::Store;

/// The program, which ends with this.
struct Program {
    child: Child,
    log: BufReader<ChildStderr>,
    said: String,
}

impl Program {
    fn start(store: &Store, level: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bomiljo-server"));
        command
            .args(["--listen", "127.0.0.1:0", "--admin", "off", "--snapshot-after", "1"])
            .args(store.arguments());
        command.env("RUST_LOG", level).env("NO_COLOR", "1").stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = BufReader::new(child.stderr.take().unwrap());
        Self { child, log, said: String::new() }
    }

    /// Where it listens, once it does.
    fn address(&mut self) -> SocketAddr {
        loop {
            let mut line = String::new();
            assert!(self.log.read_line(&mut line).unwrap() > 0, "it ended:\n{}", self.said);
            self.said += &line;
            if let Some((_, address)) = line.split_once("listening address=") {
                return address.split_whitespace().next().unwrap().parse().unwrap();
            }
        }
    }

    /// Everything it has said.
    fn end(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.log.read_to_string(&mut self.said).unwrap();
        std::mem::take(&mut self.said)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How bytes may look in a log: in hexadecimal, as a list, escaped, in base64 from wherever it begins.
fn forms(bytes: &[u8]) -> Vec<String> {
    let pairs: Vec<String> = bytes[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let list = bytes[..8].iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let escaped = bytes[..8].escape_ascii().to_string();
    let mut forms = vec![pairs.concat(), pairs.join(", "), list, escaped];
    forms.extend((0..3).map(|from| STANDARD_NO_PAD.encode(&bytes[from..from + 12])));
    forms
}

/// Everything that a device can ask, with refusals among it.
async fn busy(world: &World, aisha: &Device, bjorn: &Device) -> Vec<SealedChange> {
    world.call(aisha, &aisha.found()).await.unwrap();
    world.call(bjorn, &bjorn.join()).await.unwrap();
    let changes = aisha.write_groups(&[1, 2]);
    world.call(aisha, &aisha.push(&changes)).await.unwrap();
    assert!(world.call(aisha, &aisha.pull(0)).await.unwrap().snapshot_due);
    let made = Made::new(aisha, &changes, &[b"a part of a snapshot"]);
    made.keep(world, aisha).await.unwrap();
    world.call(bjorn, &GetSnapshot { space: bjorn.space }).await.unwrap();
    world.call(bjorn, &GetPart { space: bjorn.space, at: 3, part: 0 }).await.unwrap();
    world.call(bjorn, &Members { space: bjorn.space }).await.unwrap();
    world.call(bjorn, &Wait { space: bjorn.space, after: 0 }).await.unwrap();
    let read = joined(world.pull_all(bjorn, 1).await);
    let stranger = Device::of_site(1, 9);
    assert_eq!(world.call(&stranger, &stranger.pull(0)).await, Err(Refusal::NotMember));
    let body = encode(&aisha.pull(0));
    let forged = bjorn.prove(Pull::PATH, &body, now());
    let forged = wire::request::Proof { device: aisha.id, ..forged }.to_header();
    world.post(Pull::PATH, &forged, body).await;
    world.post(Pull::PATH, "nonsense", b"nonsense".to_vec()).await;
    read
}

#[tokio::test]
async fn a_log_of_everything_names_nobody_and_has_nothing_of_what_was_sent() {
    let store = Arc::new(Store::new());
    let everything = "trace,tokio_postgres=trace,hyper=trace,h2=trace,rustls=trace,tower=trace";
    let mut program = Program::start(&store, everything);
    let world = World::elsewhere(Arc::clone(&store), program.address());
    let (aisha, bjorn) = (Device::of_site(1, 1), Device::of_site(1, 2));
    let changes = busy(&world, &aisha, &bjorn).await;
    let log = program.end();
    assert!(log.contains("/v1/push"), "it does say what was asked:\n{log}");
    let mut secrets = forms(b"a part of a snapshot");
    for id in [aisha.id, bjorn.id, aisha.space, changes[0].header.group] {
        secrets.push(id.to_string());
        secrets.extend(forms(id.as_bytes()));
    }
    for change in &changes {
        secrets.extend(forms(&change.payload));
        secrets.extend(forms(&change.header.hash));
        secrets.extend(forms(&change.signature.to_bytes()));
    }
    for device in [&aisha, &bjorn] {
        secrets.extend(forms(device.key.public().as_bytes()));
        secrets.extend(forms(device.space_key.admission().as_bytes()));
    }
    let lower = log.to_lowercase();
    for secret in secrets {
        assert!(!log.contains(&secret) && !lower.contains(&secret), "{secret} in\n{log}");
    }
}
