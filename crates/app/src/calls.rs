//! From a call to its answer.

pub mod answer_times;
pub mod attendance;
pub mod authors;
pub mod bin;
pub mod cases;
pub mod conflicts;
pub mod drafts;
pub mod export;
pub mod import;
pub mod later;
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
pub mod topic_owners;

use domain::calls::{Call, Request};
use domain::fault::Result;
use domain::{Fault, calls};
use serde::Serialize;

use crate::App;

/// Most bytes in one call; an import of some ten thousand rows.
const LIMIT: usize = 16 << 20;

impl App {
    /// Carries out a call.
    pub async fn run<C: Call>(&self, call: C) -> Result<C::Reply> {
        let answer = self.call(call.into()).await?;
        serde_json::from_str(&answer).map_err(|error| Fault::BadCall { detail: error.to_string() })
    }

    /// Carries out a call that came as JSON, and answers as JSON: `{"Ok": …}` or `{"Err": …}`.
    pub async fn call_json(&self, request: &str) -> String {
        let answer = match parse(request) {
            Ok(request) => self.call(request).await,
            Err(fault) => Err(fault),
        };
        match answer {
            Ok(reply) => format!(r#"{{"Ok":{reply}}}"#),
            Err(fault) => format!(r#"{{"Err":{}}}"#, json(&fault).unwrap_or_default()),
        }
    }

    /// Carries out any call; the answer is its reply as JSON. Should the database turn out to be
    /// damaged, it is salvaged, and the call carried out then.
    #[cfg(not(target_family = "wasm"))]
    pub async fn call(&self, request: Request) -> Result<String> {
        let again = request.clone();
        match self.answer(request).await {
            Err(fault @ Fault::Unsound { .. }) => {
                self.mended(fault)?;
                self.answer(again).await
            }
            answer => answer,
        }
    }

    /// Carries out any call; the answer is its reply as JSON.
    #[cfg(target_family = "wasm")]
    pub async fn call(&self, request: Request) -> Result<String> {
        self.answer(request).await
    }

    async fn answer(&self, request: Request) -> Result<String> {
        use Request as R;
        match request {
            R::GetStatus(_) => reply::<calls::GetStatus>(self.status()),
            R::GetClock(_) => reply::<calls::GetClock>(self.clock()),
            R::Watch(it) => reply::<calls::Watch>(self.watch(it.seen).await),
            R::SetLocale(it) => reply::<calls::SetLocale>(self.set_locale(&it.locale)),
            R::Found(_) | R::Join(_) | R::ReadCode(_) => {
                later::begin(self.clone(), request).await?.await
            }
            R::Sync(_) => reply::<calls::Sync>(self.sync_now()),
            R::Save(it) => reply::<calls::Save>(self.save(&it.entry)),
            R::Undo(it) => reply::<calls::Undo>(self.undo(it.group)),
            R::Get(it) => reply::<calls::Get>(self.get(it.id)),
            R::Suggest(_) => reply::<calls::Suggest>(self.suggest()),
            R::GetToday(_) => reply::<calls::GetToday>(self.today()),
            R::KeepDraft(it) => reply::<calls::KeepDraft>(self.keep_draft(&it.draft)),
            R::GetDraft(it) => reply::<calls::GetDraft>(self.draft(it.id)),
            R::DropDraft(it) => reply::<calls::DropDraft>(self.drop_draft(it.id)),
            R::Invite(_)
            | R::SetZone(_)
            | R::SaveAll(_)
            | R::Delete(_)
            | R::Restore(_)
            | R::GetAppointments(_)
            | R::GetUnsettled(_)
            | R::GetOpenVisits(_)
            | R::GuessLanguage(_)
            | R::Bin(_)
            | R::GetConflicts(_)
            | R::History(_)
            | R::List(_)
            | R::GetSame(_)
            | R::About(_)
            | R::GetOpenAbout(_)
            | R::ListResidents(_)
            | R::GetCases(_)
            | R::GetAttendees(_)
            | R::Attend(_)
            | R::Untick(_)
            | R::CountOn(_)
            | R::OwnTopic(_)
            | R::GetReport(_)
            | R::Search(_)
            | R::Preview(_)
            | R::Import(_)
            | R::Export(_)
            | R::Verify(_) => Ok(later::answer(self.clone(), request).await?),
        }
    }
}

fn parse(request: &str) -> Result<Request> {
    if request.len() > LIMIT {
        return Err(Fault::TooLarge { size: request.len(), most: LIMIT });
    }
    Request::from_json(request).map_err(|error| Fault::BadCall { detail: error.to_string() })
}

pub(crate) fn reply<C: Call>(answer: Result<C::Reply>) -> Result<String> {
    json(&answer?)
}

fn json(reply: &impl Serialize) -> Result<String> {
    serde_json::to_string(reply).map_err(|error| Fault::BadCall { detail: error.to_string() })
}
