//! A database as a device has it after its first start. It is made once: thousands of worlds
//! begin with it.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use domain::KINDS;
use rusqlite::Connection;
use store::{Key, Store};
use tempfile::TempDir;

use crate::files::{DATABASE, nowhere};

/// What opens every device's database.
pub const KEY: [u8; 32] = [7; 32];

/// The database's bytes.
pub static FRESH: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = TempDir::with_prefix_in("bomiljo-sim-", nowhere()).unwrap();
    let path = folder.path().join(DATABASE);
    drop(Store::open(&path, &Key(KEY)).unwrap());
    drop_views(&unlock(&path));
    fs::read(path).unwrap()
});

/// Opens a device's database past the app.
pub fn unlock(path: &Path) -> Connection {
    let db = Connection::open(path).unwrap();
    let key = format!("x'{}'", base16ct::lower::encode_string(&KEY));
    db.pragma_update(None, "key", key).unwrap();
    db.pragma_update(None, "cipher_page_size", 2_048).unwrap();
    db.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256").unwrap();
    db.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
    db
}

/// Nobody reads these here, and to parse them is most of what opening a database takes.
fn drop_views(db: &Connection) {
    for kind in KINDS {
        db.execute(&format!("DROP VIEW \"{}\"", kind.name), ()).unwrap();
    }
    db.execute("VACUUM", ()).unwrap();
}
