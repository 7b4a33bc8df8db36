//! From a call to its answer.

pub mod answer_times;
pub mod attendance;
pub mod authors;
pub mod bin;
pub mod cases;
pub mod conflicts;
pub mod drafts;
pub mod export;
pub mod handover;
pub mod import;
pub mod names;
pub mod records;
pub mod report;
pub mod residents;
#[cfg(not(target_family = "wasm"))]
pub mod salvage;
pub mod save;
pub mod search;
pub mod status;
pub mod suggestion;
pub mod time_zone;
pub mod today;
pub mod topics;

use domain::calls::{Call, Request};
use domain::fault::Result;
use domain::{Fault, calls};

use crate::App;

/// Most bytes in one call; an import of some ten thousand rows.
const LIMIT: usize = 16 << 20;

impl App {
    /// Carries out a call.
    pub async fn run<C: Call>(&self, call: C) -> Result<C::Reply> {
        let answer = self.call(call.into()).await?;
        serde_json::from_str(&answer).map_err(|error| Fault::BadCall { detail: error.to_string() })
    }

    /// Answers a call given as JSON, with JSON: `{"Ok": …}` or `{"Err": …}`.
    pub async fn call_json(&self, request: &str) -> String {
        let answer = match parse(request) {
            Ok(request) => self.call(request).await,
            Err(fault) => Err(fault),
        };
        match answer {
            Ok(reply) => format!(r#"{{"Ok":{reply}}}"#),
            Err(fault) => {
                format!(r#"{{"Err":{}}}"#, serde_json::to_string(&fault).unwrap_or_default())
            }
        }
    }

    /// Answers any call with its reply as JSON. If the database turns out to be damaged, it is
    /// salvaged and the call repeated.
    #[cfg(not(target_family = "wasm"))]
    pub async fn call(&self, request: Request) -> Result<String> {
        self.must_be_there(&request)?;
        let again = request.clone();
        match calls::answer(self, request).await {
            Err(fault @ Fault::Unsound { .. }) => {
                self.mended(fault)?;
                calls::answer(self, again).await
            }
            answer => answer,
        }
    }

    /// Answers any call with its reply as JSON.
    #[cfg(target_family = "wasm")]
    pub async fn call(&self, request: Request) -> Result<String> {
        self.must_be_there(&request)?;
        calls::answer(self, request).await
    }
}

fn parse(request: &str) -> Result<Request> {
    if request.len() > LIMIT {
        return Err(Fault::TooLarge { size: request.len(), most: LIMIT });
    }
    Request::from_json(request).map_err(|error| Fault::BadCall { detail: error.to_string() })
}
