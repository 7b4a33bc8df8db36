//! The calls that the first page does without. In a browser they are a module of their own, which
//! is fetched once the database is open, so that a phone has the rest sooner.

use domain::Fault;
use domain::calls::{self, Request};
use store::Space;
use sync::Event;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::calls::reply;
use crate::sync::driver::SyncError;
use crate::sync::join::read_code;
use crate::{App, Soon};

/// Why there is no answer.
pub struct Unanswered(Fault);

impl From<Fault> for Unanswered {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl From<Unanswered> for Fault {
    fn from(unanswered: Unanswered) -> Self {
        unanswered.0
    }
}

/// Fetches the module, if it can be had.
pub async fn ahead() {
    let _ = fetch().await;
}

/// The module can't be fetched.
impl From<SplitLoaderError> for Unanswered {
    fn from(_: SplitLoaderError) -> Self {
        Self(Fault::Offline)
    }
}

impl From<SplitLoaderError> for SyncError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Fault(Fault::Offline)
    }
}

/// What a beginning will answer.
type Beginning = Soon<'static, domain::fault::Result<String>>;
/// What an attempt will come to.
type Coming<T> = Soon<'static, Result<T, SyncError>>;

/// Fetches the next part of a snapshot.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
pub fn fetch_part(app: App, space: Space) -> Result<Coming<Event>, SyncError> {
    Ok(Box::pin(async move { app.fetch_part(&space).await }))
}

/// Sends the next part of a snapshot.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
pub fn offer_part(app: App, space: Space) -> Result<Coming<bool>, SyncError> {
    Ok(Box::pin(async move { app.offer_part(&space).await }))
}

/// Has the search index follow what came.
#[wasm_split(later, fallible)]
pub fn keep_up(app: App) -> Result<(), Unanswered> {
    Ok(app.store().keep_up().map_err(Fault::from)?)
}

/// Founds a site, or joins one.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
pub fn begin(app: App, request: Request) -> Result<Beginning, Unanswered> {
    Ok(Box::pin(async move {
        match request {
            Request::Found(it) => reply::<calls::Found>(app.found(it).await),
            Request::ReadCode(it) => reply::<calls::ReadCode>(read_code(&it.code)),
            Request::Join(it) => reply::<calls::Join>(app.join(it).await),
            _ => Err(not_later()),
        }
    }))
}

/// Carries out one of them.
#[wasm_split(later, fallible, preload(fetch))]
pub fn answer(app: App, request: Request) -> Result<String, Unanswered> {
    use Request as R;
    Ok(match request {
        R::Invite(_) => reply::<calls::Invite>(app.invite()),
        R::SaveAll(it) => reply::<calls::SaveAll>(app.save_all(&it.entries)),
        R::Delete(it) => reply::<calls::Delete>(app.delete(it.id, it.seen.as_ref())),
        R::Restore(it) => reply::<calls::Restore>(app.restore(it.id)),
        R::GetConflicts(it) => reply::<calls::GetConflicts>(app.conflicts(it.limit, it.skip)),
        R::GetAppointments(it) => reply::<calls::GetAppointments>(app.appointments(&it)),
        R::GetUnsettled(it) => reply::<calls::GetUnsettled>(app.unsettled(&it)),
        R::GetOpenVisits(it) => reply::<calls::GetOpenVisits>(app.open_visits(&it)),
        R::Bin(it) => reply::<calls::Bin>(app.bin(it.limit, it.skip)),
        R::History(it) => reply::<calls::History>(app.history(it.id)),
        R::List(it) => reply::<calls::List>(app.list(&it.kind, it.limit, it.skip)),
        R::GetSame(it) => reply::<calls::GetSame>(app.same(it.id)),
        R::About(it) => reply::<calls::About>(app.about(it.id, it.limit, it.skip)),
        R::GetOpenAbout(it) => reply::<calls::GetOpenAbout>(app.open_about(it.id)),
        R::ListResidents(it) => reply::<calls::ListResidents>(app.residents(&it)),
        R::GuessLanguage(it) => reply::<calls::GuessLanguage>(app.guess_language(it.resident)),
        R::GetCases(_) => reply::<calls::GetCases>(app.cases()),
        R::GetAttendees(it) => reply::<calls::GetAttendees>(app.attendees(&it)),
        R::Attend(it) => reply::<calls::Attend>(app.attend(&it)),
        R::Untick(it) => reply::<calls::Untick>(app.untick(&it)),
        R::CountOn(it) => reply::<calls::CountOn>(app.count_on(&it)),
        R::SetZone(it) => reply::<calls::SetZone>(app.set_zone(&it)),
        R::OwnTopic(it) => reply::<calls::OwnTopic>(app.own_topic(&it)),
        R::GetReport(it) => reply::<calls::GetReport>(app.report(&it)),
        R::Search(it) => reply::<calls::Search>(app.search(&it)),
        R::Preview(it) => reply::<calls::Preview>(app.preview(&it.kind, &it.lines)),
        R::Import(it) => reply::<calls::Import>(app.import(&it.kind, &it.lines)),
        R::Export(it) => reply::<calls::Export>(app.export(&it.kind)),
        R::Verify(_) => reply::<calls::Verify>(app.verify()),
        _ => Err(not_later()),
    }?)
}

fn not_later() -> Fault {
    Fault::BadCall { detail: "not one of the later ones".to_owned() }
}
