//! What a declaration of calls becomes.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Serialize};

use super::Request;
use crate::fault::{Fault, Result};
use crate::kind::Body;

/// A call, its name and the type of its answer.
pub trait Call: Serialize + Into<Request> {
    /// The name on the wire.
    const NAME: &'static str;
    /// The answer of a successful call.
    type Reply: Serialize + DeserializeOwned;
}

/// Carries out calls of one type.
pub trait Answers<C: Call> {
    /// Carries out a call.
    ///
    /// On an error, nothing has been written.
    fn answer(&self, call: C) -> impl Future<Output = Result<C::Reply>>;
}

/// A reply as JSON.
pub fn json(reply: &impl Serialize) -> Result<String> {
    serde_json::to_string(reply).map_err(|error| Fault::BadCall { detail: error.to_string() })
}

/// A request before its arguments are read.
#[derive(Deserialize)]
pub struct Envelope {
    /// The call's name.
    pub call: String,
    /// The arguments by their names.
    pub args: Body,
}

/// Takes one argument out. A missing one reads as `null`, which most types refuse.
pub fn take<T: DeserializeOwned>(args: &mut Body, name: &str) -> serde_json::Result<T> {
    let value = args.remove(name).unwrap_or_default();
    T::deserialize(value).map_err(|error| serde_json::Error::custom(format!("{name}: {error}")))
}

/// Declares calls, [`Request`] over all of them, and who answers which.
macro_rules! calls {
    ($($(#[$doc:meta])+ $name:ident = $wire:literal { $($(#[$field_doc:meta])+ $field:ident: $ty:ty),* $(,)? } -> $reply:ty;)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, PartialEq, Serialize)]
            pub struct $name { $($(#[$field_doc])+ pub $field: $ty),* }

            impl Call for $name {
                const NAME: &'static str = $wire;
                type Reply = $reply;
            }

            impl From<$name> for Request {
                fn from(call: $name) -> Self { Self::$name(call) }
            }
        )+

        /// Any call, as JSON: `{"call": "save", "args": {…}}`.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(tag = "call", content = "args")]
        pub enum Request {
            $($(#[$doc])+ #[serde(rename = $wire)] $name($name)),+
        }

        impl Request {
            /// Reads a call. Written by hand, because the code that serde derives for this is many
            /// times the size, and a browser has to download it.
            pub fn from_json(text: &str) -> serde_json::Result<Self> {
                let Envelope { call, mut args } = serde_json::from_str(text)?;
                Ok(match call.as_str() {
                    $($wire => Self::$name($name {
                        $($field: take(&mut args, stringify!($field))?),*
                    }),)+
                    _ => return Err(serde_json::Error::custom("no such call")),
                })
            }
        }

        /// Carries out any call. The answer is its reply as JSON.
        pub async fn answer<A>(answers: &A, request: Request) -> Result<String>
        where
            A: $(Answers<$name> +)+ Sized,
        {
            match request {
                $(Request::$name(call) => json(&answers.answer(call).await?)),+
            }
        }

        /// The names of all calls.
        pub const NAMES: &[&str] = &[$($wire),+];
    };
}
