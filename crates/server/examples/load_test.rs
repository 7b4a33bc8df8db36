//! How much memory the server takes while ten thousand devices wait for news.
//!
//! ```sh
//! cargo build --release -p server && cargo run --release -p server --example load_test
//! ```
//!
//! Starts the real program, opens a connection for each device, has each wait, and
//! prints the program's resident memory before and after; then one device saves, and
//! it prints how long until all of its site's others had heard. Reads `/proc`.

#![allow(clippy::print_stdout, reason = "it is what the program is for")]

use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;
use wire::request::{HEADER, Proof};
use wire::{
    DeviceKey, Endpoint, Found, Head, Header, Join, Push, SealedChange, SpaceKey, Wait, decode,
    encode,
};

const ADDRESS: &str = "127.0.0.1:8490";
const ADMIN: &str = "127.0.0.1:8491";

/// How many sites join at a time.
const WORKERS: u32 = 8;

/// Opens many waiting devices.
#[derive(Parser)]
struct Options {
    /// How many devices
    #[arg(long, default_value_t = 10_000)]
    devices: u32,
    /// How many of them share a site
    #[arg(long, default_value_t = 20)]
    site: u32,
    /// The program
    #[arg(long, default_value = "target/release/bomiljo-server")]
    program: PathBuf,
    /// A PostgreSQL instead of a file
    #[arg(long)]
    database: Option<String>,
}

/// The program, ended with this.
struct Program(Child);

/// A device with a connection of its own.
struct Device {
    id: Uuid,
    key: DeviceKey,
    space: Uuid,
    stream: TcpStream,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    rlimit::increase_nofile_limit(u64::from(options.devices) + 1_000)?;
    let folder = tempfile::TempDir::new()?;
    let program = start(&options, folder.path()).await?;
    println!("{} MB before anybody came", program.memory()?);
    let mut devices = join_all(&options).await?;
    println!("{} MB with {} members connected", program.memory()?, devices.len());
    let mut author = devices.remove(0);
    let mut waiting = JoinSet::new();
    for device in devices {
        waiting.spawn(wait(device));
        if waiting.len() % 100 == 0 {
            sleep(Duration::from_millis(20)).await;
        }
    }
    sleep(Duration::from_secs(5)).await;
    println!("{} MB with {} waiting", program.memory()?, figure("bomiljo_waits").await?);
    let saved = Instant::now();
    push(&mut author).await?;
    for _ in 1..options.site {
        waiting.join_next().await.context("nobody waits")???;
    }
    println!("{} ms from a save until its site had heard", saved.elapsed().as_millis());
    while let Some(waited) = waiting.join_next().await {
        waited??;
    }
    println!("{} MB after all were answered", program.memory()?);
    Ok(())
}

async fn start(options: &Options, folder: &std::path::Path) -> Result<Program> {
    let mut command = Command::new(&options.program);
    command.args([
        "--listen",
        ADDRESS,
        "--admin",
        ADMIN,
        "--address-rate",
        "0",
        "--foundings",
        "0",
    ]);
    match &options.database {
        Some(url) => command.args(["--database", url]),
        None => command.arg("--data").arg(folder),
    };
    let child = command.spawn().with_context(|| options.program.display().to_string())?;
    let program = Program(child);
    for _ in 0..100 {
        if TcpStream::connect(ADDRESS).await.is_ok() {
            return Ok(program);
        }
        sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("the server does not listen")
}

impl Program {
    /// Resident memory in megabytes.
    fn memory(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|it| it.split_whitespace().next()).context("no VmRSS")?;
        Ok(kilobytes.parse::<u64>()? / 1_000)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It is ended either way.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Site by site, several at a time: who idles too long is hung up on.
async fn join_all(options: &Options) -> Result<Vec<Device>> {
    let (site, total) = (options.site, options.devices);
    let mut joining = JoinSet::new();
    for worker in 0..WORKERS {
        joining.spawn(async move {
            let mut devices = Vec::new();
            for number in (0..total).filter(|number| number / site % WORKERS == worker) {
                devices.push(join(number, site).await?);
            }
            Ok::<_, anyhow::Error>(devices)
        });
    }
    let mut devices = Vec::new();
    while let Some(joined) = joining.join_next().await {
        devices.extend(joined??);
    }
    Ok(devices)
}

/// The first of a site founds it.
async fn join(number: u32, site: u32) -> Result<Device> {
    let secret = *blake3::hash(&number.to_le_bytes()).as_bytes();
    let (id, place) = (Uuid::from_u128(1 << 64 | u128::from(number)), number / site);
    let space = Uuid::from_u128(2 << 64 | u128::from(place));
    let space_key = SpaceKey(*blake3::hash(space.as_bytes()).as_bytes());
    let (key, stream) = (DeviceKey::from_bytes(&secret), TcpStream::connect(ADDRESS).await?);
    let member = space_key.admit(space, id, key.public(), vec![0; 40]);
    let mut device = Device { id, key, space, stream };
    if number.is_multiple_of(site) {
        let admission = space_key.admission();
        device.call(&Found { space, admission, profile: vec![0; 40], member }).await?;
    } else {
        device.call(&Join { space, member }).await?;
    }
    Ok(device)
}

async fn wait(mut device: Device) -> Result<Head> {
    let wait = Wait { space: device.space, after: 0 };
    device.call(&wait).await
}

async fn push(device: &mut Device) -> Result<()> {
    let payload = vec![7; 200];
    let header = Header {
        space: device.space,
        device: device.id,
        seq: 1,
        record: Uuid::nil(),
        group: Uuid::nil(),
        group_count: 1,
        clock: 0,
        size: u32::try_from(payload.len())?,
        hash: *blake3::hash(&payload).as_bytes(),
    };
    let signature = device.key.sign(&encode(&header));
    let changes = vec![SealedChange { header, payload, signature }];
    device.call(&Push { space: device.space, changes }).await.map(drop)
}

impl Device {
    async fn call<E: Endpoint>(&mut self, message: &E) -> Result<E::Reply> {
        let body = encode(message);
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce)?;
        let proof = Proof::new(&self.key, self.id, E::PATH, &body, now()?, nonce).to_header();
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: {ADDRESS}\r\n{HEADER}: {proof}\r\ncontent-length: {}\r\n\r\n",
            E::PATH,
            body.len()
        );
        self.stream.write_all(&[head.as_bytes(), &body].concat()).await?;
        let answer = self.answer().await?;
        decode(&answer).context("no answer of ours")
    }

    /// The body of the next answer, which is small.
    async fn answer(&mut self) -> Result<Vec<u8>> {
        let (mut read, mut part) = (Vec::new(), [0; 4_096]);
        loop {
            let count = self.stream.read(&mut part).await?;
            ensure!(count > 0, "the server hung up");
            read.extend(part.iter().take(count));
            if let Some(body) = whole(&read)? {
                return Ok(body);
            }
        }
    }
}

/// The body, once it is there.
fn whole(read: &[u8]) -> Result<Option<Vec<u8>>> {
    let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") else { return Ok(None) };
    let (head, body) = read.split_at(end + 4);
    let head = String::from_utf8_lossy(head).to_lowercase();
    ensure!(head.starts_with("http/1.1 200"), "{head}");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.context("no length")?.parse()?;
    Ok((body.len() >= length).then(|| body.to_vec()))
}

async fn figure(name: &str) -> Result<String> {
    let mut stream = TcpStream::connect(ADMIN).await?;
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n").await?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).context("no such figure")?;
    Ok(line.trim().to_owned())
}

#[allow(clippy::disallowed_methods, reason = "a real server checks it against its own")]
fn now() -> Result<u64> {
    Ok(u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?)
}
