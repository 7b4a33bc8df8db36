//! A PostgreSQL for tests, which ends with the process that started it.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The variable that names a PostgreSQL to test with: an address, without a database.
pub const VARIABLE: &str = "BOMILJO_TEST_POSTGRES";
/// Where Debian keeps PostgreSQL's programs, which are not on the path.
const DEBIAN: &str = "/usr/lib/postgresql";
/// What is needed of them.
const NEEDED: [&str; 7] =
    ["initdb", "postgres", "pg_isready", "createdb", "dropdb", "pg_dump", "pg_restore"];
/// Whom it runs as when root asks, since it refuses to be run by root.
const OWNER: &str = "postgres";
/// Its folder is its own; its socket lies in there, so that no port is taken. It ends
/// when standard input does: also when whoever started it was killed.
const SCRIPT: &str = r#"
set -e
tries=0
server=
folder=$(mktemp -d "${TMPDIR:-/tmp}/bomiljo-postgres-XXXXXX")
end() {
    [ -z "$server" ] || { kill -INT "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 1' HUP INT TERM
"$1/initdb" --pgdata="$folder/data" --username=bomiljo --auth=trust --encoding=UTF8 \
    --no-locale >"$folder/initdb" 2>&1 || { cat "$folder/initdb" >&2; exit 1; }
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=400 \
    >"$folder/log" 2>&1 </dev/null &
server=$!
until "$1/pg_isready" --quiet --host="$folder"; do
    tries=$((tries + 1))
    kill -0 "$server" && [ $tries -lt 300 ] || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
echo "$folder"
read -r _ || true
"#;

/// A PostgreSQL that ends when this is dropped.
pub struct Cluster {
    address: String,
    process: Child,
}

impl Cluster {
    /// Makes and starts one.
    pub fn start() -> io::Result<Self> {
        let mut process = script()?.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut folder = String::new();
        let output = process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        BufReader::new(output).read_line(&mut folder)?;
        let host = folder.trim().replace('/', "%2F");
        if host.is_empty() {
            process.wait()?;
            return Err(io::Error::other("PostgreSQL did not start; see above"));
        }
        Ok(Self { address: format!("postgres://bomiljo@{host}"), process })
    }

    /// Its address, which a database's name can be added to after a slash.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// The folder of PostgreSQL's programs: of Debian's the newest, or else on the path.
pub fn programs() -> io::Result<PathBuf> {
    let versions = std::fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let versions = versions.filter_map(|it| it.file_name().to_str()?.parse::<u32>().ok());
    let debian = versions.max().map(|it| Path::new(DEBIAN).join(it.to_string()).join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut all = debian.into_iter().chain(std::env::split_paths(&path));
    all.find(|folder| NEEDED.iter().all(|name| folder.join(name).is_file())).ok_or_else(|| {
        io::Error::new(io::ErrorKind::NotFound, "PostgreSQL is missing: install `postgresql`")
    })
}

fn script() -> io::Result<Command> {
    let is_root = Command::new("id").arg("-u").output()?.stdout == b"0\n";
    let mut command = Command::new(if is_root { "runuser" } else { "sh" });
    if is_root {
        command.args(["-u", OWNER, "--", "sh"]);
    }
    command.args(["-c", SCRIPT, "postgres"]).arg(programs()?).current_dir("/");
    Ok(command)
}
