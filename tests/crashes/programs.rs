//! The built programs, as processes.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::{Value, json};

use tests::site::{conversation, database};

/// Where a program was built: beside this test, unless said otherwise.
pub fn program(name: &str) -> PathBuf {
    let this = std::env::current_exe().unwrap();
    let beside = this.ancestors().nth(2).unwrap().to_owned();
    let folder = std::env::var_os("BOMILJO_BIN_DIR").map_or(beside, PathBuf::from);
    let path = folder.join(name);
    assert!(path.exists(), "{} is missing: cargo build", path.display());
    path
}

/// `bomiljo` over one home.
pub struct Bomiljo {
    home: PathBuf,
}

impl Bomiljo {
    /// Over that home.
    pub fn at(home: &Path) -> Self {
        Self { home: home.to_owned() }
    }

    /// Not yet started.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program("bomiljo"));
        command.arg("--home").arg(&self.home).args(args).env("BOMILJO_KEY_STORE", "file");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs to its end.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs to a good end.
    pub fn must(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        answer(&output).unwrap_or_else(|| String::from_utf8(output.stdout).unwrap().into())
    }

    /// Nothing is wrong with its database, and its records follow from its log.
    pub fn is_sound(&self) {
        self.must(&["verify"]);
        let db = database(&self.home);
        for check in ["integrity_check", "cipher_integrity_check"] {
            assert_eq!(complaints(&db, check), Vec::<String>::new(), "{check}");
        }
    }

    /// The notes of all conversations.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        loop {
            let args = json!({ "kind": "visit", "limit": 500, "skip": notes.len() });
            let page = self.must(&["call", &call("list", &args)]);
            let entries = page["entries"].as_array().unwrap();
            notes
                .extend(entries.iter().map(|it| it["fields"]["note"].as_str().unwrap().to_owned()));
            if notes.len() as u64 >= page["total"].as_u64().unwrap() {
                notes.sort();
                return notes;
            }
        }
    }
}

/// What SQLite finds wrong.
pub fn complaints(db: &Connection, check: &str) -> Vec<String> {
    let mut statement = db.prepare(&format!("PRAGMA {check}")).unwrap();
    let found = statement.query_map((), |row| row.get::<_, String>(0)).unwrap();
    found.map(Result::unwrap).filter(|it| it != "ok").collect()
}

/// A call, as `bomiljo call` takes it.
pub fn call(name: &str, args: &Value) -> String {
    json!({ "call": name, "args": args }).to_string()
}

/// Saving one conversation.
pub fn save(note: &str) -> String {
    call("save", &json!({ "entry": conversation(note) }))
}

/// What it answered, if it came to that.
pub fn answer(output: &Output) -> Option<Value> {
    serde_json::from_slice(&output.stdout).ok()
}

/// Everything it said.
pub fn said(output: &Output) -> String {
    let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
    format!("{}\n{}\n{}", output.status, text(&output.stdout), text(&output.stderr))
}

/// `bomiljo-server`, which can be killed and started again at its address.
pub struct ServerProcess {
    folder: PathBuf,
    address: SocketAddr,
    child: Child,
}

impl ServerProcess {
    /// Over that folder, on any free port.
    pub fn start(folder: &Path) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self { folder: folder.to_owned(), address, child: serve(folder, address) }
    }

    /// What one says that doesn't start over that folder.
    pub fn refused(folder: &Path) -> String {
        let mut command = Command::new(program("bomiljo-server"));
        command.arg("--data").arg(folder).args(["--listen", "127.0.0.1:0", "--admin", "off"]);
        let output = command.stdin(Stdio::null()).output().unwrap();
        assert!(!output.status.success(), "{}", said(&output));
        said(&output)
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Kills it as the power does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Starts it again.
    pub fn starts_again(&mut self) {
        self.child = serve(&self.folder, self.address);
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

fn serve(folder: &Path, address: SocketAddr) -> Child {
    let mut command = Command::new(program("bomiljo-server"));
    command.arg("--data").arg(folder).args(["--listen", &address.to_string(), "--admin", "off"]);
    command.args(["--device-rate", "0", "--address-rate", "0"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while TcpStream::connect(address).is_err() {
        assert_eq!(child.try_wait().unwrap(), None, "the server ended by itself");
        assert!(begun.elapsed() < Duration::from_mins(1), "the server doesn't listen");
        sleep(Duration::from_millis(5));
    }
    child
}
