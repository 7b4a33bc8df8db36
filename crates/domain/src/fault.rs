//! What can go wrong with a call: a code and its details, which Fluent renders
//! as `fault-` and the code.

use serde::{Deserialize, Serialize};

use crate::issue::Issue;

/// Why a call was not carried out. No fault loses what a user typed.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::VariantNames,
    strum::IntoStaticStr,
    thiserror::Error,
)]
#[serde(tag = "fault", rename_all = "kebab-case", try_from = "Told")]
#[strum(serialize_all = "kebab-case")]
pub enum Fault {
    /// Something in the record must be put right first.
    #[error("the record has {} problem(s): {issues:?}", issues.len())]
    Invalid {
        /// All of it.
        issues: Vec<Issue>,
    },
    /// There is no such record here.
    #[error("no such record")]
    NotFound,
    /// A newer version's kind cannot be edited by this one.
    #[error("this version doesn't know the kind {kind:?}")]
    UnknownKind {
        /// Its name.
        kind: String,
    },
    /// The record is larger than allowed.
    #[error("{size} bytes is more than the {most} that fit")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The largest size in bytes.
        most: usize,
    },
    /// The text is no call, or an argument has the wrong form.
    #[error("not a call: {detail}")]
    BadCall {
        /// What was wrong with it.
        detail: String,
    },
    /// No site has been started or joined on this device.
    #[error("no site on this device yet")]
    NoSite,
    /// This device is in a site already.
    #[error("this device is in a site already")]
    HasSite,
    /// The join code is incomplete or mistyped.
    #[error("the join code is incomplete or mistyped")]
    BadCode,
    /// The database belongs to another key: no page opens with this device's key. It was not
    /// touched.
    #[error("the database belongs to another key; it was not touched")]
    WrongKey,
    /// There is a database, but no key for it.
    #[error("the key to the database is missing; the database was not touched")]
    MissingKey,
    /// The key is not as it was written: it is empty, cut short, or has other characters.
    #[error("the key is damaged; neither it nor the database was touched")]
    DamagedKey,
    /// There is a key, but its database is missing. Reported once.
    #[error("the database is missing, though its key is here; the next start begins anew")]
    MissingData,
    /// The database is empty, or too short to hold anything; it was set aside.
    #[error("the database is empty and was kept as {kept}; the next start begins anew")]
    EmptyData {
        /// Under which file name.
        kept: String,
    },
    /// The database was damaged, and too little is left to continue with. It was set aside.
    #[error(
        "the database is damaged and was kept as {kept}; the next start begins anew, and \
         `bomiljo salvage` brings back what can be read of it"
    )]
    Damaged {
        /// Under which file name.
        kept: String,
    },
    /// The database gave a read error and may be damaged. The next start checks it.
    #[error("the database may be damaged: {detail}")]
    Unsound {
        /// The database's own message, without any of the data.
        detail: String,
    },
    /// The built-in cipher does not encrypt the database. Nothing was written.
    #[error("this build cannot encrypt; nothing was written")]
    NotEncrypted,
    /// Another window or process has this device's data open.
    #[error("already open in another window")]
    AlreadyOpen,
    /// The disk or the database refused.
    #[error("storage: {detail}")]
    Storage {
        /// The database's own message, without any of the data.
        detail: String,
    },
    /// The server's address begins with http:, so anyone on the network could read and alter the
    /// traffic.
    #[error("the server's address must begin with https")]
    Insecure,
    /// There is no contact with the server just now.
    #[error("no contact with the server")]
    Offline,
    /// The server refused.
    #[error("the server refused: {reason}")]
    Refused {
        /// Its code.
        reason: String,
    },
    /// An answer of the server failed a check and was not used.
    #[error("what came from the server does not check out: {detail}")]
    Untrusted {
        /// What was wrong.
        detail: String,
    },
    /// A file cannot be read in the format it claims.
    #[error("{file}: {detail}")]
    BadFile {
        /// The file.
        file: String,
        /// What was wrong.
        detail: String,
    },
    /// Something that arrived cannot be read by this version, and would be missing from a copy.
    #[error("something that arrived cannot be read by this version, and would be missing")]
    Unread,
    /// A copy of a site is not whole.
    #[error("this copy of a site is not whole")]
    DamagedCopy,
    /// This device cannot be emptied yet. Nothing was destroyed.
    #[error("this device cannot be emptied yet: {reason}")]
    Barred {
        /// The name of a [`Barrier`](crate::views::Barrier).
        reason: String,
    },
    /// This device is empty. It needs a new start.
    #[error("this device is empty")]
    Emptied,
    /// The text is not what a package hands over.
    #[error("this is not what a package hands over")]
    NothingHanded,
    /// The passphrase is another file's.
    #[error("the passphrase does not fit")]
    WrongWords,
    /// A file that was carried is not whole, or was altered.
    #[error("the file is not whole, or was altered")]
    DamagedFile,
    /// A newer version wrote a file that was carried.
    #[error("a newer version wrote this file")]
    NewerFile,
    /// The text is not what a receiver's page saves.
    #[error("this is no reply to a package")]
    NoReply,
    /// A newer version wrote the reply.
    #[error("a newer version wrote this reply")]
    NewerReply,
    /// The reply answers a package of another handover or another site.
    #[error("this reply is to another package")]
    OthersReply,
    /// The reply is not whole, or was altered.
    #[error("this reply is not whole, or was altered")]
    DamagedReply,
}

/// A fault as it travels, with all details optional. One reader of a flat shape is a tenth the size
/// of a reader for each variant, and every page downloads it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    fault: String,
    issues: Vec<Issue>,
    kind: String,
    size: usize,
    most: usize,
    detail: String,
    kept: String,
    reason: String,
    file: String,
}

impl TryFrom<Told> for Fault {
    type Error = String;

    fn try_from(told: Told) -> std::result::Result<Self, String> {
        let Told { fault, issues, kind, size, most, detail, kept, reason, file } = told;
        Ok(match fault.as_str() {
            "invalid" => Self::Invalid { issues },
            "not-found" => Self::NotFound,
            "unknown-kind" => Self::UnknownKind { kind },
            "too-large" => Self::TooLarge { size, most },
            "bad-call" => Self::BadCall { detail },
            "no-site" => Self::NoSite,
            "has-site" => Self::HasSite,
            "bad-code" => Self::BadCode,
            "wrong-key" => Self::WrongKey,
            "missing-key" => Self::MissingKey,
            "damaged-key" => Self::DamagedKey,
            "missing-data" => Self::MissingData,
            "empty-data" => Self::EmptyData { kept },
            "damaged" => Self::Damaged { kept },
            "unsound" => Self::Unsound { detail },
            "not-encrypted" => Self::NotEncrypted,
            "already-open" => Self::AlreadyOpen,
            "storage" => Self::Storage { detail },
            "insecure" => Self::Insecure,
            "offline" => Self::Offline,
            "refused" => Self::Refused { reason },
            "untrusted" => Self::Untrusted { detail },
            "bad-file" => Self::BadFile { file, detail },
            "unread" => Self::Unread,
            "damaged-copy" => Self::DamagedCopy,
            "barred" => Self::Barred { reason },
            "emptied" => Self::Emptied,
            "nothing-handed" => Self::NothingHanded,
            "wrong-words" => Self::WrongWords,
            "damaged-file" => Self::DamagedFile,
            "newer-file" => Self::NewerFile,
            "no-reply" => Self::NoReply,
            "newer-reply" => Self::NewerReply,
            "others-reply" => Self::OthersReply,
            "damaged-reply" => Self::DamagedReply,
            _ => return Err(fault),
        })
    }
}

/// The outcome of a call.
pub type Result<T> = std::result::Result<T, Fault>;
