//! The operating system's key store.

use store::key::{KeyStore, NoKeyStore};

const SERVICE: &str = "no.bomiljo.app";
/// The variable that says where keys are stored: `file` keeps them out of the key store.
const VARIABLE: &str = "BOMILJO_KEY_STORE";

/// The key store of this machine, unless the user wants keys in files.
pub fn chosen() -> Box<dyn KeyStore> {
    let in_files = std::env::var(VARIABLE).is_ok_and(|it| it == "file");
    if in_files { Box::new(NoKeyStore) } else { Box::new(SystemKeys) }
}

struct SystemKeys;

impl KeyStore for SystemKeys {
    fn find(&self, name: &str) -> Option<String> {
        keyring::Entry::new(SERVICE, name).ok()?.get_password().ok()
    }

    fn keep(&self, name: &str, secret: &str) -> bool {
        keyring::Entry::new(SERVICE, name).is_ok_and(|it| it.set_password(secret).is_ok())
    }

    fn forget(&self, name: &str) -> bool {
        let gone = keyring::Entry::new(SERVICE, name).and_then(|it| it.delete_credential());
        matches!(gone, Ok(()) | Err(keyring::Error::NoEntry))
    }
}
